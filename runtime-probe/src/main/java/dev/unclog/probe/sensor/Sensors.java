package dev.unclog.probe.sensor;

import static dev.unclog.probe.weave.Advice.Argument.FIRST_LONG;
import static dev.unclog.probe.weave.Advice.Argument.FIRST_LONG_OF_STATIC;
import static dev.unclog.probe.weave.Advice.Argument.NONE;
import static dev.unclog.probe.weave.Advice.Argument.SECOND_LONG;
import static dev.unclog.probe.weave.Advice.Argument.THIS;

import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.weave.Advice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JDK's methods that block, as low as they have a Java body: what is above them needs no entry.
 *
 * <p>Not here, on purpose: what is an intrinsic (once compiled, nothing of a woven body is left),
 * and what has no body, see {@link NativeMethods}. Names that one JDK has and another has not stand
 * side by side; {@link SelfTest} tells which operation no entry is left of.
 */
public final class Sensors {
  private static final String ENTER = "enter";
  private static final String TIMED = "enterTimed";
  private static final String EXIT = "exit";

  private final Map<String, List<Advice>> byClass = new HashMap<>();

  private Sensors(boolean classLoading) {
    if (!classLoading) {
      loading();
    }
    waiting();
    sockets();
    files();
    fileChannels();
    metadata();
    processes();
  }

  /**
   * All of them.
   *
   * @param classLoading whether what the loading of classes does counts as well
   * @return advice by the internal name of the class
   */
  public static Map<String, List<Advice>> advice(boolean classLoading) {
    return new Sensors(classLoading).byClass;
  }

  /** Loads classes from files, which nobody who loads a class can help. */
  private void loading() {
    for (String[] loader :
        new String[][] {
          {"jdk/internal/loader/BuiltinClassLoader", "loadClassOrNull"},
          {"java/net/URLClassLoader", "findClass"},
          {"java/lang/ClassLoader", "loadClass"}
        }) {
      List<Advice> advice = new ArrayList<>();
      advice.add(new Advice(loader[1], null, NONE, -1, "enterHarmless", EXIT));
      byClass.put(loader[0], advice);
    }
  }

  private void waiting() {
    plain("java/util/concurrent/locks/LockSupport", Operation.PARK, "park", "parkNanos");
    plain("java/util/concurrent/locks/LockSupport", Operation.PARK, "parkUntil");
    add("java/util/concurrent/TimeUnit", Operation.SLEEP, FIRST_LONG, TIMED, "sleep");
    sleeping(FIRST_LONG_OF_STATIC, TIMED, "(J)V");
    sleeping(NONE, ENTER, "(JI)V");
    sleeping(NONE, ENTER, "(Ljava/time/Duration;)V");
    plain("java/lang/Thread", Operation.JOIN, "join");
    plain("java/lang/Object", Operation.OBJECT_WAIT, "wait");
    plain("java/lang/ref/ReferenceQueue", Operation.OBJECT_WAIT, "remove");
    plain("java/io/PipedInputStream", Operation.PIPED_STREAM, "read", "receive");
    timed("sun/nio/ch/SelectorImpl", Operation.SELECT, "lockAndDoSelect");
  }

  private void sleeping(Advice.Argument argument, String before, String descriptor) {
    int number = Operation.SLEEP.ordinal();
    advice("java/lang/Thread").add(new Advice("sleep", descriptor, argument, number, before, EXIT));
  }

  private void sockets() {
    String socket = "sun/nio/ch/NioSocketImpl";
    plain(socket, Operation.CONNECT, "connect");
    plain(socket, Operation.ACCEPT, "accept");
    plain(socket, Operation.SOCKET_READ, "read");
    plain(socket, Operation.SOCKET_WRITE, "write");
    String channel = "sun/nio/ch/SocketChannelImpl";
    channel(channel, Operation.CONNECT, "connect", "finishConnect");
    channel(channel, Operation.SOCKET_READ, "read");
    channel(channel, Operation.SOCKET_WRITE, "write");
    plain(channel, Operation.CONNECT, "blockingConnect");
    plain(channel, Operation.SOCKET_READ, "blockingRead");
    plain(channel, Operation.SOCKET_WRITE, "blockingWriteFully");
    channel("sun/nio/ch/ServerSocketChannelImpl", Operation.ACCEPT, "accept");
    plain("sun/nio/ch/ServerSocketChannelImpl", Operation.ACCEPT, "blockingAccept");
    String datagrams = "sun/nio/ch/DatagramChannelImpl";
    channel(datagrams, Operation.RECEIVE, "receive", "read");
    channel(datagrams, Operation.SOCKET_WRITE, "send", "write");
    plain(datagrams, Operation.RECEIVE, "blockingReceive");
    plain(datagrams, Operation.SOCKET_WRITE, "blockingSend");
    channel("sun/nio/ch/SourceChannelImpl", Operation.PIPE_READ, "read");
    channel("sun/nio/ch/SinkChannelImpl", Operation.PIPE_WRITE, "write");
    plain("java/net/InetAddress$PlatformNameService", Operation.LOOKUP, "lookupAllHostAddr");
    plain("java/net/InetAddress$PlatformNameService", Operation.LOOKUP, "getHostByAddr");
    plain("java/net/InetAddress$PlatformResolver", Operation.LOOKUP, "lookupByName");
    plain("java/net/InetAddress$PlatformResolver", Operation.LOOKUP, "lookupByAddress");
    plain("java/net/Inet4AddressImpl", Operation.REACHABILITY, "isReachable");
    plain("java/net/Inet6AddressImpl", Operation.REACHABILITY, "isReachable");
  }

  private void files() {
    plain("java/io/FileInputStream", Operation.FILE_OPEN, "open");
    plain("java/io/FileOutputStream", Operation.FILE_OPEN, "open");
    plain("java/io/RandomAccessFile", Operation.FILE_OPEN, "open");
    stream("java/io/FileInputStream", Operation.FILE_READ, "read", "readAllBytes", "readNBytes");
    stream("java/io/FileInputStream", Operation.FILE_READ, "skip", "transferTo");
    stream("java/io/FileOutputStream", Operation.FILE_WRITE, "write");
    plain("java/io/RandomAccessFile", Operation.FILE_READ, "read");
    plain("java/io/RandomAccessFile", Operation.FILE_WRITE, "write");
    plain("java/io/RandomAccessFile", Operation.FILE_METADATA, "length", "setLength");
    plain("java/io/FileDescriptor", Operation.FILE_FORCE, "sync");
  }

  private void fileChannels() {
    String channel = "sun/nio/ch/FileChannelImpl";
    plain(channel, Operation.FILE_READ, "read", "transferTo", "map");
    plain(channel, Operation.FILE_WRITE, "write", "transferFrom");
    plain(channel, Operation.FILE_FORCE, "force");
    plain(channel, Operation.FILE_LOCK, "lock", "tryLock");
    plain(channel, Operation.FILE_METADATA, "size", "truncate");
    plain("java/nio/MappedMemoryUtils", Operation.FILE_FORCE, "force");
    plain("java/nio/MappedMemoryUtils", Operation.FILE_READ, "load");
  }

  private void metadata() {
    String file = "java/io/File";
    plain(file, Operation.FILE_METADATA, "exists", "isFile", "isDirectory", "isHidden");
    plain(file, Operation.FILE_METADATA, "length", "lastModified", "setLastModified");
    plain(file, Operation.FILE_METADATA, "canRead", "canWrite", "canExecute");
    plain(file, Operation.FILE_METADATA, "setReadable", "setWritable", "setExecutable");
    plain(file, Operation.FILE_METADATA, "setReadOnly", "list", "listFiles", "listRoots");
    plain(file, Operation.FILE_METADATA, "createNewFile", "createTempFile", "delete");
    plain(file, Operation.FILE_METADATA, "mkdir", "mkdirs", "renameTo", "getCanonicalPath");
    plain(file, Operation.FILE_METADATA, "getTotalSpace", "getFreeSpace", "getUsableSpace");
    String unix = "sun/nio/fs/UnixNativeDispatcher";
    plain(unix, Operation.FILE_OPEN, "open", "openat", "opendir");
    plain(unix, Operation.FILE_METADATA, "stat", "stat2", "lstat", "fstat", "fstatat", "exists");
    plain(unix, Operation.FILE_METADATA, "access", "statvfs", "readlink", "realpath", "readdir");
    plain(unix, Operation.FILE_METADATA, "mkdir", "rmdir", "rename", "renameat", "mknod");
    plain(unix, Operation.FILE_METADATA, "link", "symlink", "unlink", "unlinkat");
    plain(unix, Operation.FILE_METADATA, "chown", "lchown", "fchown", "chmod", "fchmod");
    plain(unix, Operation.FILE_METADATA, "fchmodat", "utimes", "futimes", "lutimes");
    plain(unix, Operation.FILE_METADATA, "futimens", "utimensat");
    plain(unix, Operation.FILE_METADATA, "fgetxattr", "fsetxattr", "fremovexattr");
    String windows = "sun/nio/fs/WindowsNativeDispatcher";
    plain(windows, Operation.FILE_OPEN, "CreateFile", "FindFirstFile");
    plain(windows, Operation.FILE_METADATA, "GetFileAttributes", "GetFileAttributesEx");
    plain(windows, Operation.FILE_METADATA, "SetFileAttributes", "CreateDirectory");
    plain(windows, Operation.FILE_METADATA, "RemoveDirectory", "DeleteFile", "MoveFileEx");
    plain(windows, Operation.FILE_METADATA, "CopyFileEx", "GetDiskFreeSpaceEx", "GetFinalPath");
  }

  private void processes() {
    plain("java/lang/ProcessBuilder", Operation.PROCESS_START, "start", "startPipeline");
    plain("java/lang/ProcessImpl", Operation.PROCESS_WAIT, "waitFor");
  }

  private void plain(String owner, Operation operation, String... methods) {
    add(owner, operation, NONE, ENTER, methods);
  }

  private void channel(String owner, Operation operation, String... methods) {
    add(owner, operation, THIS, "enterChannel", methods);
  }

  private void stream(String owner, Operation operation, String... methods) {
    add(owner, operation, THIS, "enterStream", methods);
  }

  private void timed(String owner, Operation operation, String method) {
    add(owner, operation, SECOND_LONG, TIMED, method);
  }

  private void add(
      String owner,
      Operation operation,
      Advice.Argument argument,
      String before,
      String... methods) {
    for (String method : methods) {
      advice(owner).add(new Advice(method, null, argument, operation.ordinal(), before, EXIT));
    }
  }

  private List<Advice> advice(String owner) {
    List<Advice> advice = byClass.get(owner);
    if (advice == null) {
      advice = new ArrayList<>();
      byClass.put(owner, advice);
    }
    return advice;
  }
}
