package custody.video.recorder;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The recorder's end of the control channel: a Unix domain socket in a folder only the recorder's user can enter. Lines in both
 * directions. The node may go and come back as it likes; it says from which number on it wants the journal and gets what it
 * missed before what is new. A listener that does not keep up is dropped and catches up when it returns.
 */
final class ControlServer {
    private static final int QUEUE = 8_192;
    private static final int CATCH_UP = 2_000;

    /** Carries out the commands of one connection, each answered with lines. */
    interface Commands {
        List<String> carryOut(Line command) throws IOException;
    }

    private final Path path;
    private final Journal journal;
    private final Supplier<Commands> commands;
    private final ServerSocketChannel server;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    private ControlServer(Path path, Journal journal, Supplier<Commands> commands, ServerSocketChannel server) {
        this.path = path;
        this.journal = journal;
        this.commands = commands;
        this.server = server;
    }

    static ControlServer open(Path path, Journal journal, Supplier<Commands> commands) throws IOException {
        // The lock on the archive is held: a socket file that is still here belongs to a recorder that is gone.
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        var control = new ControlServer(path, journal, commands, server);
        Thread.ofPlatform().name("control").daemon().start(control::accept);
        return control;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                Thread.ofPlatform().name("control-listener").daemon().start(() -> serve(channel));
            }
        } catch (IOException closed) {
            // The server was closed: the recorder stops.
            return;
        }
    }

    private void serve(SocketChannel channel) {
        var listener = new Listener(channel);
        Commands carrying = commands.get();
        try (channel;
                BufferedReader lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            Thread writer = Thread.ofPlatform().name("control-writer").daemon().start(listener::writeAll);
            listeners.add(listener);
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = Line.parse(text).orElse(new Line("", Map.of()));
                if (line.verb().equals("alive")) {
                    // Not among the commands: it is answered also while one of them takes long.
                    listener.offerAll(List.of("ok"));
                } else if (line.verb().equals("events")) {
                    listener.catchUp(line.number("from"));
                } else {
                    listener.offerAll(carrying.carryOut(line));
                }
            }
            listener.close();
            writer.join(1_000);
        } catch (IOException | InterruptedException gone) {
            listener.close();
        } finally {
            listeners.remove(listener);
        }
    }

    /** Tells all listeners; {@code number} is 0 for a line that is not in the journal. */
    void tell(long number, String line) {
        listeners.forEach(listener -> listener.tell(number, line));
    }

    /** Whether anybody listens, so that lines for nobody are not even made. */
    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
        listeners.forEach(Listener::close);
    }

    /** One connected node. */
    private final class Listener {
        private static final String END = "";

        private final SocketChannel channel;
        private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(QUEUE);
        private boolean wantsEvents;
        private long toldUpTo;

        Listener(SocketChannel channel) {
            this.channel = channel;
        }

        /** Sends the journal from there on, and from then on what is new. */
        void catchUp(long from) throws IOException {
            long at = Math.max(1, from);
            while (true) {
                List<String> lines = journal.from(at, CATCH_UP);
                offerAll(lines);
                synchronized (this) {
                    if (lines.isEmpty()) {
                        wantsEvents = true;
                        toldUpTo = at - 1;
                        break;
                    }
                }
                at = number(lines.getLast()) + 1;
            }
            // What was written between the last look and now.
            for (String line : journal.from(at, CATCH_UP)) {
                tell(number(line), line);
            }
        }

        private static long number(String line) {
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        }

        synchronized void tell(long number, String line) {
            if (!wantsEvents || (number > 0 && number <= toldUpTo)) {
                return;
            }
            toldUpTo = Math.max(toldUpTo, number);
            if (!queue.offer(line)) {
                close();
            }
        }

        void offerAll(List<String> lines) throws IOException {
            for (String line : lines) {
                try {
                    queue.put(line);
                } catch (InterruptedException stopping) {
                    throw new IOException("stopping", stopping);
                }
            }
        }

        void writeAll() {
            try {
                while (true) {
                    String first = queue.take();
                    var text = new StringBuilder();
                    for (String line = first; line != null; line = queue.poll()) {
                        if (line.equals(END)) {
                            return;
                        }
                        text.append(line).append('\n');
                    }
                    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
            } catch (IOException | InterruptedException gone) {
                close();
            }
        }

        void close() {
            try {
                channel.close();
            } catch (IOException alreadyGone) {
                return;
            } finally {
                queue.offer(END);
            }
        }
    }
}
