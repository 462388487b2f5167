package custody.video.live;

import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.media.Depacketiser;
import custody.video.rtsp.RtspClient;
import custody.video.rtsp.RtspConnection;
import custody.video.rtsp.RtspFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A camera's smaller stream, asked for by the node itself while somebody watches it, and never recorded: the recorder knows nothing of
 * it, so that no wall can cost a recorded picture. One connection; when it ends its viewers' views end, and they ask again.
 */
final class SmallerStream implements AutoCloseable {
    private static final Duration SET_UP = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final CameraAddresses allowed;
    private final SmallerStreams.Source source;
    private final LiveCamera to;
    private final RtspConnection connection;
    private volatile long lastData;
    private volatile boolean connected = true;

    private SmallerStream(
            CameraAddresses allowed, SmallerStreams.Source source, LiveCamera to, RtspConnection connection) {
        this.allowed = allowed;
        this.source = source;
        this.to = to;
        this.connection = connection;
        this.lastData = System.nanoTime() + SET_UP.minus(SILENCE).toNanos();
    }

    /** Begins to connect, and hands the pictures to {@code to}. */
    static SmallerStream open(CameraId camera, CameraAddresses allowed, SmallerStreams.Source source, LiveCamera to)
            throws IOException {
        var stream = new SmallerStream(allowed, source, to, RtspConnection.unconnected(RtspConnection.newBuffer()));
        Thread.ofPlatform().name("smaller-" + camera).daemon().start(stream::run);
        Thread.ofVirtual().name("smaller-watch").start(stream::watch);
        return stream;
    }

    boolean connected() {
        return connected;
    }

    private void run() {
        try (connection) {
            connection.connect(resolve());
            var client = new RtspClient(connection, source.address(), source.account(), SmallerStream::clientNonce);
            RtspClient.Stream stream = client.play();
            var pictures = new SinglePictures(stream.sets(), to::take);
            var depacketiser = new Depacketiser(stream.sets(), stream.payloadType(), pictures::take);
            client.receive(stream, new Packets(depacketiser), System::nanoTime);
        } catch (IOException gone) {
            // Whoever watches is told by the end of the view.
            connected = false;
        } finally {
            connected = false;
            to.end();
        }
    }

    private InetSocketAddress resolve() throws RtspFailure {
        return switch (allowed.check(source.address(), InetAddress::getAllByName)) {
            case CameraAddresses.Checked.Allowed(var address) -> address;
            case CameraAddresses.Checked.Refused(var reason) ->
                throw new RtspFailure(RtspFailure.Kind.UNREACHABLE, reason.name());
        };
    }

    private static String clientNonce() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    /** Closes a connection that delivers nothing, from outside its blocked read. */
    private void watch() {
        try {
            while (connected) {
                Thread.sleep(500);
                if (System.nanoTime() - lastData > SILENCE.toNanos()) {
                    close();
                }
            }
        } catch (InterruptedException stopping) {
            close();
        }
    }

    private final class Packets implements RtspClient.Packets {
        private final Depacketiser depacketiser;

        private Packets(Depacketiser depacketiser) {
            this.depacketiser = depacketiser;
        }

        @Override
        public void rtp(ByteBuffer in, int at, int length, long arrivalNanos) throws IOException {
            lastData = arrivalNanos;
            depacketiser.take(in, at, length, arrivalNanos);
        }

        @Override
        public void rtcp(ByteBuffer in, int at, int length, long arrivalNanos) {
            // The clock of a camera is looked at where it is recorded.
        }

        @Override
        public boolean goesOn(long now) {
            return connected;
        }

        @Override
        public long restNanos(long now) {
            return 0;
        }
    }

    @Override
    public void close() {
        connected = false;
        try {
            connection.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
