package custody.video.recorder;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a recorder lives, asked on a connection of its own: the node's other one waits for the node's database at times, which must
 * not look like a dead recorder. Nothing here waits longer than it is told to, also when the other end is stopped.
 */
final class Pulse {
    private static final String QUESTION = "alive\n";

    private final Path socket;

    Pulse(Path socket) {
        this.socket = socket;
    }

    /** Whether anybody has the socket open; a recorder that hangs has, until too many have knocked at it. */
    boolean connects() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            var _ = channel.connect(UnixDomainSocketAddress.of(socket));
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    /** Whether it answers within that time. What it answers does not matter. */
    boolean beats(Duration most) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) {
                return false;
            }
            channel.write(ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.US_ASCII)));
            channel.register(selector, SelectionKey.OP_READ);
            return selector.select(most.toMillis()) > 0 && channel.read(ByteBuffer.allocate(1_024)) > 0;
        } catch (IOException away) {
            return false;
        }
    }

    /** Whether some recorder holds the archive; another one could not begin. */
    boolean taken() {
        try (FileChannel channel = FileChannel.open(socket.resolveSibling(Recorder.LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException here) {
            return true;
        } catch (IOException noSuchFile) {
            return false;
        }
    }

    /** The process that holds the archive, by its own word in the lock file, which counts only while the lock is held. */
    Optional<ProcessHandle> holder() {
        Path file = socket.resolveSibling(Recorder.LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .filter(holder -> holder.pid() != ProcessHandle.current().pid());
        } catch (IOException | OverlappingFileLockException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }
}
