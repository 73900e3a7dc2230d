package dev.unclog.probe.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test during which a hub blocked fails at its end, with what was observed.
 *
 * <p>What several tests may have caused, since they ran at the same time, fails none of them but
 * their class, once, and names them all. A test that expects a block asks {@link
 * dev.unclog.probe.Probe#since} and says so by {@link ExpectsBlockedHub}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(HubExtension.class)
public @interface NoBlockedHub {}
