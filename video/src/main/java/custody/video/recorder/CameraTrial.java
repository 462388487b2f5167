package custody.video.recorder;

import custody.video.camera.CameraAddresses;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.media.Depacketiser;
import custody.video.media.MalformedMedia;
import custody.video.media.PictureFormat;
import custody.video.media.StreamFormat;
import custody.video.rtsp.RtspClient;
import custody.video.rtsp.RtspConnection;
import custody.video.rtsp.RtspFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Tries a camera as the recorder would, for the page on which cameras are set up. Records nothing. */
public final class CameraTrial {
    /** What a camera gives, or why it gives nothing. */
    public sealed interface Outcome {
        /**
         * It can be recorded.
         *
         * @param keyFrameEvery distance of key frames, empty when only one came; above two seconds live pictures begin late
         * @param picturesPerSecond as they arrived, whatever the camera declares
         * @param reordered it sends pictures in another order than shown, which is recorded but shown unsteadily: switch B-frames off
         */
        record Works(
                String codec,
                int width,
                int height,
                Optional<Duration> keyFrameEvery,
                double picturesPerSecond,
                boolean reordered)
                implements Outcome {}

        /** The address is not allowed. */
        record NotAllowed(CameraAddresses.Reason reason) implements Outcome {}

        /** The camera did not give a stream. */
        record Fails(RtspFailure.Kind kind) implements Outcome {}

        /** It plays, but no key frame came in the time. */
        record NoKeyFrame(long packets) implements Outcome {}
    }

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final RtspConnection connection;
    private final Duration length;
    private final List<Long> keyFrames = new ArrayList<>();
    private long pictures;
    private long firstPicture;
    private long lastPicture;
    private Optional<StreamFormat> format = Optional.empty();

    private CameraTrial(RtspConnection connection, Duration length) {
        this.connection = connection;
        this.length = length;
    }

    /** Tries for {@code length}, plus at most five seconds to connect. */
    public static Outcome run(
            StreamAddress address, CameraAddresses allowed, Optional<Credentials> account, Duration length)
            throws IOException {
        return switch (allowed.check(address, InetAddress::getAllByName)) {
            case CameraAddresses.Checked.Refused(var reason) -> new Outcome.NotAllowed(reason);
            case CameraAddresses.Checked.Allowed(var to) -> {
                try (RtspConnection connection = RtspConnection.unconnected(RtspConnection.newBuffer())) {
                    var trial = new CameraTrial(connection, length);
                    Thread limit = Thread.ofVirtual().start(trial::closeAfterLimit);
                    try {
                        connection.connect(to);
                        yield trial.watch(new RtspClient(connection, address, account, CameraTrial::clientNonce));
                    } catch (RtspFailure refused) {
                        yield new Outcome.Fails(refused.kind());
                    } catch (MalformedMedia malformed) {
                        yield new Outcome.Fails(RtspFailure.Kind.MALFORMED);
                    } catch (IOException lost) {
                        yield trial.pictures > 0 ? trial.outcome(0) : new Outcome.Fails(RtspFailure.Kind.UNREACHABLE);
                    } finally {
                        limit.interrupt();
                    }
                }
            }
        };
    }

    private static String clientNonce() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    private void closeAfterLimit() {
        try {
            Thread.sleep(CONNECT.plus(length));
            connection.close();
        } catch (InterruptedException | IOException finished) {
            return;
        }
    }

    private Outcome watch(RtspClient client) throws IOException {
        RtspClient.Stream stream = client.play();
        var depacketiser = new Depacketiser(stream.sets(), stream.payloadType(), unit -> {
            pictures++;
            firstPicture = pictures == 1 ? unit.arrivalNanos() : firstPicture;
            lastPicture = unit.arrivalNanos();
            if (unit.key()) {
                keyFrames.add(unit.arrivalNanos());
            }
        });
        long end = System.nanoTime() + length.toNanos();
        client.receive(stream, new Packets(depacketiser, end), System::nanoTime);
        format = stream.sets().format();
        client.tearDown();
        return outcome(depacketiser.packets());
    }

    private Outcome outcome(long packets) {
        if (keyFrames.isEmpty() || format.isEmpty()) {
            return new Outcome.NoKeyFrame(packets);
        }
        Optional<Duration> every = keyFrames.size() < 2
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((keyFrames.getLast() - keyFrames.getFirst()) / (keyFrames.size() - 1)));
        double seconds = (lastPicture - firstPicture) / 1e9;
        PictureFormat seen = format.get().pictures();
        return new Outcome.Works(
                seen.codecString(),
                seen.width(),
                seen.height(),
                every,
                seconds > 0 ? (pictures - 1) / seconds : 0,
                seen.reordered());
    }

    private record Packets(Depacketiser depacketiser, long end) implements RtspClient.Packets {
        @Override
        public void rtp(ByteBuffer in, int at, int length, long arrivalNanos) throws IOException {
            depacketiser.take(in, at, length, arrivalNanos);
        }

        @Override
        public void rtcp(ByteBuffer in, int at, int length, long arrivalNanos) {
            // The clock of a camera is looked at while it is recorded.
        }

        @Override
        public boolean goesOn(long now) {
            return now < end;
        }

        @Override
        public long restNanos(long now) {
            return 0;
        }
    }
}
