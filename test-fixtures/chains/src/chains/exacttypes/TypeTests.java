package chains.exacttypes;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A type that the receiver was found not to be of is none of those that a call may run. */
class TypeTests {
  @Cooperative // silent
  void closesWhatIsNoFile(Resource resource) throws IOException {
    if (resource instanceof FileResource) {
      ((FileResource) resource).closeLater();
    } else {
      resource.close();
    }
  }

  @Cooperative // silent
  void returnsBeforeIfItIsAFile(Resource resource) throws IOException {
    if (resource instanceof FileResource) {
      return;
    }
    resource.close();
  }

  @Cooperative // silent
  void closesFurtherDown(Resource resource) throws IOException {
    closeUnlessFile(resource);
  }

  private static void closeUnlessFile(Resource resource) throws IOException {
    if (!(resource instanceof FileResource)) {
      resource.close();
    }
  }

  @Cooperative
  void closesWhatIsAFile(Resource resource) throws IOException {
    if (resource instanceof FileResource) {
      resource.close(); // finds: PossiblyBlockingCall Files.delete(Path)
    }
  }

  /** It is another by then. */
  @Cooperative
  void closesTheNext(Resource first, Resource second) throws IOException {
    Resource resource = first;
    if (!(resource instanceof FileResource)) {
      resource = second;
      resource.close(); // finds: PossiblyBlockingCall Files.delete(Path)
    }
  }

  @Cooperative
  void closesAnother(Resource first, Resource second) throws IOException {
    if (!(first instanceof FileResource)) {
      second.close(); // finds: PossiblyBlockingCall Files.delete(Path)
    }
  }

  /** Of the types that block one is left. */
  @Cooperative
  void closesWhatIsNoTemporaryFile(Resource resource) throws IOException {
    if (!(resource instanceof TemporaryFile)) {
      resource.close(); // finds: PossiblyBlockingCall Files.delete(Path)
    }
  }

  interface Resource {
    void close() throws IOException;
  }

  static class Memory implements Resource {
    private int size;

    @Override
    public void close() {
      size = 0;
    }
  }

  static class FileResource implements Resource {
    @Override
    public void close() throws IOException {
      Files.delete(Path.of("resource"));
    }

    void closeLater() {}
  }

  static class TemporaryFile extends FileResource {
    @Override
    public void close() throws IOException {
      Files.delete(Path.of("temporary"));
    }
  }
}
