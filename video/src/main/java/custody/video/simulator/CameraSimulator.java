package custody.video.simulator;

import custody.video.camera.Credentials;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Cameras on the loopback address, all on one port, told apart by path. One thread sends for all; each viewer has a thread that
 * only waits for requests.
 */
public final class CameraSimulator implements AutoCloseable {
    /**
     * How the simulator behaves.
     *
     * @param framesPerSecond pictures a second of every camera
     * @param writePerPacket one write for each packet instead of one for each picture: the dearest case for a recorder
     * @param inStep pictures follow the wall clock, so that the first of a clip of a minute is shown as a minute begins
     * @param account what viewers must sign in with
     * @param challenge the sign-in header of a 401, as {@code Digest realm="camera", nonce="1", algorithm=SHA-256}
     */
    public record Settings(
            double framesPerSecond,
            boolean writePerPacket,
            boolean inStep,
            Optional<Credentials> account,
            String challenge) {
        public static Settings plain() {
            return new Settings(25, false, false, Optional.empty(), "");
        }
    }

    private final Settings settings;
    private final List<SimulatedCamera> cameras = new ArrayList<>();
    private final List<SimulatedSession> sessions = new CopyOnWriteArrayList<>();
    private final Thread sender = Thread.ofPlatform().name("simulator").daemon().unstarted(this::sendAll);
    private ServerSocketChannel server;
    private final int port;
    private volatile boolean closed;

    private CameraSimulator(Settings settings, ServerSocketChannel server, int port) {
        this.settings = settings;
        this.server = server;
        this.port = port;
    }

    /** Starts {@code count} cameras that play {@code clip}, or {@code other} after that fault; {@code port} 0 takes a free one. */
    public static CameraSimulator start(int count, Clip clip, Clip other, int port, Settings settings)
            throws IOException {
        return start(Collections.nCopies(count, clip), other, port, settings);
    }

    /** Starts one camera for each clip. */
    public static CameraSimulator start(List<Clip> clips, Clip other, int port, Settings settings) throws IOException {
        ServerSocketChannel server = listen(port);
        var simulator = new CameraSimulator(settings, server, server.socket().getLocalPort());
        for (Clip clip : clips) {
            simulator.cameras.add(new SimulatedCamera("/camera/" + simulator.cameras.size(), clip, other));
        }
        simulator.sender.start();
        simulator.accept(server);
        return simulator;
    }

    private static ServerSocketChannel listen(int port) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        return server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
    }

    private void accept(ServerSocketChannel from) {
        Thread.ofPlatform().name("simulator-accept").daemon().start(() -> {
            try {
                while (true) {
                    SocketChannel channel = from.accept();
                    var session = new SimulatedSession(this, channel);
                    Thread.ofVirtual().start(session::serve);
                }
            } catch (IOException stoppedListening) {
                return;
            }
        });
    }

    private void sendAll() {
        while (!closed) {
            long now = System.nanoTime();
            long next = now + 5_000_000;
            for (SimulatedSession session : sessions) {
                next = Math.min(next, session.sendDue(now));
            }
            long rest = next - System.nanoTime();
            if (rest > 100_000) {
                LockSupport.parkNanos(rest);
            }
        }
    }

    /** Every connection is lost and none is taken until {@link #comeBack}, as when the switch restarts. */
    public synchronized void goAway() throws IOException {
        server.close();
        sessions.forEach(SimulatedSession::close);
    }

    public synchronized void comeBack() throws IOException {
        server = listenAgain();
        accept(server);
    }

    /** Whoever knocks at a free port of this machine may be given that very port to knock from, and holds it for a moment. */
    private ServerSocketChannel listenAgain() throws IOException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return listen(port);
            } catch (BindException taken) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        return listen(port);
    }

    public List<SimulatedCamera> cameras() {
        return List.copyOf(cameras);
    }

    public String url(int camera) {
        return "rtsp://127.0.0.1:" + port + cameras.get(camera).path();
    }

    public int port() {
        return port;
    }

    Settings settings() {
        return settings;
    }

    Optional<SimulatedCamera> camera(String path) {
        return cameras.stream()
                .filter(c -> path.equals(c.path()) || path.startsWith(c.path() + "/"))
                .findFirst();
    }

    void playing(SimulatedSession session) {
        sessions.add(session);
    }

    void gone(SimulatedSession session) {
        sessions.remove(session);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        goAway();
    }
}
