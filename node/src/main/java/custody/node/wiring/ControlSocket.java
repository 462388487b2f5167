package custody.node.wiring;

import custody.record.desk.StorageUnavailable;
import custody.store.faults.StoreFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How commands reach a running node: a Unix socket in the data folder, open to the folder's owner alone. One line asks,
 * lines up to the end answer; the first is {@code ok} or {@code error}.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final String NAME = "control.sock";
    private static final long PAUSE_NANOS = 100_000_000L;

    private final ServerSocketChannel server;
    private final Path file;
    private final Control control;
    private final URI url;

    private ControlSocket(ServerSocketChannel server, Path file, Control control, URI url) {
        this.server = server;
        this.file = file;
        this.control = control;
        this.url = url;
    }

    static ControlSocket open(Path data, Control control, URI url) throws IOException {
        Path file = data.resolve(NAME);
        Files.deleteIfExists(file);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        ControlSocket socket = new ControlSocket(server, file, control, url);
        Thread.ofVirtual().name("control").start(socket::serve);
        return socket;
    }

    /** Asks the node that runs on this folder; empty where none does. */
    public static Optional<String> ask(Path data, String line) throws IOException {
        Path file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.shutdownOutput();
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            if (answer.startsWith("ok\n")) {
                return Optional.of(answer.substring("ok\n".length()).strip());
            }
            throw new IOException(answer.replaceFirst("^error\n", "").strip());
        } catch (SocketException nobody) {
            // Nobody listens any more, or it ended (and took its socket along) since we looked.
            return Optional.empty();
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().start(() -> answer(channel));
            } catch (IOException notNow) {
                // Closed, or too many files are open, which passes.
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    private void answer(SocketChannel channel) {
        try (channel;
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            String answer = line == null ? "error\nnothing asked" : reply(line);
            channel.write(ByteBuffer.wrap((answer + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException gone) {
            LOG.atDebug().log("a command went away before its answer");
        }
    }

    private String reply(String line) {
        String[] words = line.split(" ", 2);
        try {
            return switch (words[0]) {
                case "token" -> "ok\n" + control.token(words.length > 1 ? words[1] : "");
                case "backup" -> "ok\n" + control.backup(Path.of(words.length > 1 ? words[1] : ""));
                case "url" -> "ok\n" + url;
                default -> "error\nunknown question";
            };
        } catch (IllegalArgumentException | StoreFault | StorageUnavailable refused) {
            return "error\n" + refused.getMessage();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.atWarn().log("the control socket could not be removed");
        }
    }
}
