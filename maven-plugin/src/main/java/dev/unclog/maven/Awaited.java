package dev.unclog.maven;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The projects of a build whose tests are still to come: who ends the waiting tells of all. Which
 * one that is, a build with several threads decides anew each time.
 */
final class Awaited {
  private static final String KEY = Own.GROUP + ".awaited";

  private final MavenSession session;
  private final Set<String> ids;

  private Awaited(MavenSession session, Set<String> ids) {
    this.session = session;
    this.ids = ids;
  }

  /** Keeps in the build's request whom to wait for; nothing but the JDK's types goes there. */
  static void put(MavenSession session, Collection<MavenProject> projects) {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    projects.forEach(project -> ids.add(project.getId()));
    session.getRequest().getData().put(KEY, ids);
  }

  /** Whom a build waits for: nobody, if nothing was kept. */
  static Awaited in(MavenSession session) {
    Map<String, Object> data = session.getRequest().getData();
    @SuppressWarnings("unchecked")
    Set<String> ids = (Set<String>) data.getOrDefault(KEY, ConcurrentHashMap.newKeySet());
    return new Awaited(session, ids);
  }

  /**
   * One project's tests are done.
   *
   * @return whether nobody else is to come: what failed does not, nor what depends on it
   */
  boolean isLast(MavenProject arrived) {
    synchronized (ids) {
      ids.remove(arrived.getId());
      for (MavenProject project : session.getProjects()) {
        if (session.getResult().getBuildSummary(project) instanceof BuildFailure) {
          ids.remove(project.getId());
          session
              .getProjectDependencyGraph()
              .getDownstreamProjects(project, true)
              .forEach(dependent -> ids.remove(dependent.getId()));
        }
      }
      return ids.isEmpty();
    }
  }
}
