package dev.unclog.probed;

import static dev.unclog.probed.Matrix.soon;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Files: opening and metadata each time, reading and writing when they really wait (on a FIFO). */
final class Filing {
  private static final String FILE = "file";
  private static final byte[] MUCH = new byte[4 << 20];

  private final Path folder;
  private final Path file;
  private int count;

  private Filing() throws Exception {
    folder = Files.createTempDirectory("unclog-matrix");
    file = Files.writeString(folder.resolve("file.txt"), "text");
  }

  static List<Case> cases() {
    try {
      Filing filing = new Filing();
      List<Case> cases = new ArrayList<>(filing.streams());
      cases.addAll(filing.channels());
      cases.addAll(filing.metadata());
      return cases;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Case> streams() {
    return List.of(
        Case.of("new FileInputStream", FILE, () -> new FileInputStream(file.toFile()).close()),
        Case.of(
            "new FileReader",
            FILE,
            () -> new FileReader(file.toFile(), StandardCharsets.UTF_8).close()),
        Case.of("new FileOutputStream", FILE, () -> new FileOutputStream(fresh()).close()),
        Case.of(
            "new RandomAccessFile", FILE, () -> new RandomAccessFile(file.toFile(), "r").close()),
        Case.prepared("FileInputStream.read", FILE, () -> opened(new FileInputStream(fifo()))),
        Case.prepared(
            "FileOutputStream.write",
            FILE,
            () -> {
              File fifo = fifo();
              FileInputStream in = new FileInputStream(fifo);
              FileOutputStream out = new FileOutputStream(fifo);
              soon(() -> drain(in));
              return () -> out.write(MUCH);
            }),
        Case.prepared(
            "RandomAccessFile.read",
            FILE,
            () -> {
              File fifo = fifo();
              RandomAccessFile both = new RandomAccessFile(fifo, "rw");
              soon(() -> both.write(1));
              return both::read;
            }),
        Case.of("Files.readString", FILE, () -> Files.readString(file)),
        Case.of("Files.readAllBytes", FILE, () -> Files.readAllBytes(file)),
        Case.of("Files.lines", FILE, () -> Files.lines(file).close()),
        Case.of("Files.newBufferedReader", FILE, () -> Files.newBufferedReader(file).close()),
        Case.of("Files.writeString", FILE, () -> Files.writeString(fresh().toPath(), "text")),
        Case.prepared(
            "new ZipFile",
            FILE,
            () -> {
              File zip = fresh();
              new ZipOutputStream(new FileOutputStream(zip)).close();
              return () -> new ZipFile(zip).close();
            }));
  }

  private List<Case> channels() {
    return List.of(
        Case.of("FileChannel.open", FILE, () -> FileChannel.open(file).close()),
        Case.of(
            "AsynchronousFileChannel.open", FILE, () -> AsynchronousFileChannel.open(file).close()),
        Case.prepared(
            "FileChannel.read",
            FILE,
            () -> {
              RandomAccessFile both = new RandomAccessFile(fifo(), "rw");
              soon(() -> both.write(1));
              return () -> both.getChannel().read(ByteBuffer.allocate(1));
            }),
        Case.prepared(
            "FileChannel.write",
            FILE,
            () -> {
              File fifo = fifo();
              FileInputStream in = new FileInputStream(fifo);
              FileChannel out = FileChannel.open(fifo.toPath(), StandardOpenOption.WRITE);
              soon(() -> drain(in));
              return () -> out.write(ByteBuffer.wrap(MUCH));
            }),
        Case.prepared(
            "FileChannel.force",
            FILE,
            () -> {
              FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
              return () -> channel.force(true);
            }),
        Case.prepared(
            "FileDescriptor.sync",
            FILE,
            () -> {
              FileOutputStream out = new FileOutputStream(fresh());
              out.write(1);
              return () -> out.getFD().sync();
            }),
        Case.prepared(
            "MappedByteBuffer.force",
            FILE,
            () -> {
              try (RandomAccessFile both = new RandomAccessFile(fresh(), "rw")) {
                both.setLength(4_096);
                MappedByteBuffer buffer =
                    both.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 4_096);
                buffer.put(0, (byte) 1);
                return buffer::force;
              }
            }));
  }

  @SuppressWarnings("ReturnValueIgnored") // Here, too, only what it does on the way matters.
  private List<Case> metadata() {
    return List.of(
        Case.of("Files.exists", FILE, () -> Files.exists(file)),
        Case.of("Files.isDirectory", FILE, () -> Files.isDirectory(file)),
        Case.of("Files.size", FILE, () -> Files.size(file)),
        Case.of("Files.getLastModifiedTime", FILE, () -> Files.getLastModifiedTime(file)),
        Case.of("Files.list", FILE, () -> Files.list(folder).close()),
        Case.of("Files.walk", FILE, () -> Files.walk(folder).close()),
        Case.of("Files.createTempFile", FILE, () -> Files.createTempFile(folder, "temp", "")),
        Case.of("Files.createDirectory", FILE, () -> Files.createDirectory(fresh().toPath())),
        Case.of("Files.copy", FILE, () -> Files.copy(file, fresh().toPath())),
        Case.prepared("Files.move", FILE, () -> withCopy(it -> Files.move(it, fresh().toPath()))),
        Case.prepared("Files.delete", FILE, () -> withCopy(Files::delete)),
        Case.of("Path.toRealPath", FILE, () -> file.toRealPath()),
        Case.of("File.exists", FILE, () -> file.toFile().exists()),
        Case.of("File.length", FILE, () -> file.toFile().length()),
        Case.of("File.list", FILE, () -> folder.toFile().list()),
        Case.of("File.createNewFile", FILE, () -> fresh().createNewFile()),
        Case.prepared("File.delete", FILE, () -> withCopy(it -> it.toFile().delete())),
        Case.of("File.getCanonicalPath", FILE, () -> file.toFile().getCanonicalPath()));
  }

  private interface OnPath {
    void run(Path path) throws Exception;
  }

  private Case.Act withCopy(OnPath act) throws Exception {
    Path copy = Files.copy(file, fresh().toPath());
    return () -> act.run(copy);
  }

  private File fresh() {
    return folder.resolve("fresh-" + count++).toFile();
  }

  /** A FIFO of which somebody has both ends, so that opening either does not wait for the other. */
  private File fifo() throws Exception {
    File fifo = fresh();
    new ProcessBuilder("mkfifo", fifo.getPath()).start().waitFor();
    KEPT_OPEN.add(new RandomAccessFile(fifo, "rw"));
    return fifo;
  }

  private static final List<RandomAccessFile> KEPT_OPEN = new ArrayList<>();

  private static void drain(FileInputStream in) throws Exception {
    byte[] buffer = new byte[1 << 16];
    int left = MUCH.length;
    while (left > 0) {
      left -= in.read(buffer);
    }
  }

  private static Case.Act opened(FileInputStream in) {
    RandomAccessFile other = KEPT_OPEN.get(KEPT_OPEN.size() - 1);
    soon(() -> other.write(1));
    return in::read;
  }
}
