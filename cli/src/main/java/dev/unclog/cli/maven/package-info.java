/**
 * Maven's repositories and models, without Maven.
 *
 * <p>In come coordinates or a {@code pom.xml}; out go files of the local repository and effective
 * models. The user's own settings, mirrors and proxies hold. No plugin, extension or script of a
 * project is ever loaded or run. Nothing here knows why anyone asks.
 */
package dev.unclog.cli.maven;
