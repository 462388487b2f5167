package custody.video.recorder;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** The recorder's end of live pictures: one connection for each camera that the node wants to see, a thread each. */
final class LiveServer {
    private final Path path;
    private final ServerSocketChannel server;
    private final Supplier<Collection<CameraSession>> sessions;

    /** A third of the heap: a node that reads nothing must cost no camera its recording. */
    private final FrameQueue.Room room =
            new FrameQueue.Room(Runtime.getRuntime().maxMemory() / 3);

    private LiveServer(Path path, ServerSocketChannel server, Supplier<Collection<CameraSession>> sessions) {
        this.path = path;
        this.server = server;
        this.sessions = sessions;
    }

    static LiveServer open(Path path, Supplier<Collection<CameraSession>> sessions) throws IOException {
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        var live = new LiveServer(path, server, sessions);
        Thread.ofPlatform().name("live").daemon().start(live::accept);
        return live;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                Thread.ofPlatform().name("live-sender").daemon().start(() -> serve(channel));
            }
        } catch (IOException closed) {
            // The server was closed: the recorder stops.
            return;
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            String camera = Line.parse(String.valueOf(in.readLine()))
                    .map(l -> l.field("camera"))
                    .orElse("");
            Optional<CameraSession> session = sessions.get().stream()
                    .filter(one -> one.camera().value().equals(camera))
                    .findFirst();
            if (session.isPresent()) {
                send(channel, session.get());
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    /** Until the node is gone or the session is over: then the connection ends, and the node asks again. */
    private void send(SocketChannel channel, CameraSession session) throws IOException, InterruptedException {
        var feed = new LiveFeed(channel, room);
        session.watch(feed);
        try {
            feed.sendAll();
        } finally {
            session.fragmenter().untap(feed);
            feed.ended();
        }
    }

    void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
