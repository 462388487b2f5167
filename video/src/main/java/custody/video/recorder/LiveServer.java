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
import java.util.function.Supplier;

/** The recorder's end of live pictures: one connection for each camera that the node wants to see, a thread each. */
final class LiveServer {
    private final Path path;
    private final ServerSocketChannel server;
    private final Supplier<Collection<CameraSession>> sessions;

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
            for (CameraSession session : sessions.get()) {
                if (session.camera().value().equals(camera)) {
                    var feed = new LiveFeed(channel);
                    session.watch(feed);
                    try {
                        feed.sendAll();
                    } finally {
                        session.fragmenter().untap(feed);
                    }
                }
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
