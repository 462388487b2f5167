package custody.video.recorder;

import custody.video.archive.GapCause;
import custody.video.camera.CameraAddresses;
import custody.video.camera.CameraId;
import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.media.Depacketiser;
import custody.video.media.MalformedMedia;
import custody.video.media.SenderReport;
import custody.video.recorder.RecorderEvents.CameraState;
import custody.video.rtsp.RtspClient;
import custody.video.rtsp.RtspConnection;
import custody.video.rtsp.RtspFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One camera's thread: connect, record, and after a loss wait and connect again, for as long as the camera is configured. The
 * {@link Watchdog} looks at it from outside and closes a connection that does not deliver.
 */
final class CameraSession {
    /** Connecting, signing in and setting up together may take this long; the connection alone the first part. */
    private static final long CONNECT_NANOS = Duration.ofSeconds(2).toNanos();

    private static final long SET_UP_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long STALE_NANOS = Duration.ofSeconds(3).toNanos();

    /** With the watchdog's round and the journal's it is told as a hole before five seconds are over. */
    private static final long LOST_NANOS = Duration.ofSeconds(4).toNanos();

    private static final long KEY_FRAME_NANOS = Duration.ofSeconds(10).toNanos();

    /** Why a session ended, when it was by a fault of ours. */
    private static final String FAULT = "fault";

    private static final long LEAST_BEFORE_RETRY = Duration.ofSeconds(1).toNanos();

    /** While nobody watches, several pictures are read at a time; inside a fragment the arrival clock is that much coarser. */
    private static final long LONGEST_REST = Duration.ofMillis(140).toNanos();

    /** Towards the end of a fragment: its time, and what a sudden end costs, are as exact as this. */
    private static final long SHORTEST_REST = Duration.ofMillis(40).toNanos();

    private final CameraId camera;
    private final StreamAddress address;
    private final CameraAddresses allowed;
    private final Optional<Credentials> credentials;
    private final Clocks clocks;
    private final ConnectGate gate;
    private final RecorderEvents events;
    private final Fragmenter fragmenter;
    private final CameraCounters counters;
    private final ByteBuffer readBuffer = RtspConnection.newBuffer();
    private final LastingThread thread;

    private volatile @Nullable RtspConnection connection;
    private volatile long closeAfter = Long.MAX_VALUE;
    private volatile long lastData;
    private volatile boolean playing;
    private volatile boolean stale;
    private volatile boolean stopping;
    private Backoff backoff = Backoff.NONE;

    CameraSession(
            CameraId camera,
            StreamAddress address,
            CameraAddresses allowed,
            Optional<Credentials> credentials,
            Clocks clocks,
            ConnectGate gate,
            RecorderEvents events,
            Fragmenter fragmenter,
            CameraCounters counters) {
        this.camera = camera;
        this.address = address;
        this.allowed = allowed;
        this.credentials = credentials;
        this.clocks = clocks;
        this.gate = gate;
        this.events = events;
        this.fragmenter = fragmenter;
        this.counters = counters;
        // A small stack: hundreds of cameras are hundreds of threads, and the deepest call here is shallow.
        this.thread = new LastingThread(
                Thread.ofPlatform().name("camera-" + camera).stackSize(256 * 1024), this::run, this::runAgain);
    }

    void start() {
        thread.start();
    }

    /** Ends the session; {@link #join} waits for it. */
    void stop() {
        stopping = true;
        thread.ending();
        closeConnection();
        gate.found();
        fragmenter.endTap();
    }

    void join() throws InterruptedException {
        thread.join();
    }

    private void run() {
        record(false);
    }

    /** In the place of a thread that died: like after a lost connection. */
    private void runAgain() {
        backoff = backoff.failed(false, clocks.nanos());
        record(true);
    }

    private void record(boolean waits) {
        try {
            if (waits) {
                waitForNextTry(FAULT);
            }
            while (!stopping) {
                String why = attempt();
                if (!stopping) {
                    waitForNextTry(why);
                }
            }
        } catch (InterruptedException ended) {
            stopping = true;
        } finally {
            fragmenter.sessionEnded(
                    stopping ? GapCause.POLICY : GapCause.OFFLINE, stopping ? "recorder-stopped" : FAULT);
        }
    }

    private void waitForNextTry(String why) throws InterruptedException {
        long now = clocks.nanos();
        Duration delay = backoff.delay(now, ThreadLocalRandom.current().nextDouble());
        events.state(camera, CameraState.WAITING, why);
        boolean heedsFinds = !backoff.accountRefused() && !backoff.longLost(now);
        long least = LEAST_BEFORE_RETRY / 2 + ThreadLocalRandom.current().nextLong(LEAST_BEFORE_RETRY / 4);
        gate.await(delay.toNanos(), least, () -> stopping, heedsFinds);
    }

    /** One connection from beginning to end; answers why it ended. */
    private String attempt() throws InterruptedException {
        boolean longLost = backoff.longLost(clocks.nanos());
        events.state(camera, CameraState.CONNECTING, "");
        gate.enter(longLost);
        boolean inGate = true;
        String why = "closed";
        boolean accountRefused = false;
        try (RtspConnection opened = RtspConnection.unconnected(readBuffer)) {
            watch(opened);
            opened.connect(resolve());
            closeAfter = clocks.nanos() + SET_UP_NANOS;
            var client = new RtspClient(opened, address, credentials, CameraSession::clientNonce);
            RtspClient.Stream stream = client.play();
            gate.leave(longLost);
            inGate = false;
            receive(client, stream);
            if (stopping) {
                client.tearDown();
            }
        } catch (RtspFailure refused) {
            why = refused.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            accountRefused = refused.kind() == RtspFailure.Kind.SIGN_IN_REFUSED;
        } catch (MalformedMedia malformed) {
            why = "malformed";
        } catch (IOException lost) {
            why = playing ? "no-data" : "unreachable";
        } catch (RuntimeException | Error fault) {
            // Whatever it is, the camera is tried again: nobody else would begin to record it.
            LastingThread.say(fault);
            why = FAULT;
        } finally {
            unwatch();
            if (inGate) {
                gate.leave(longLost);
            }
        }
        backoff = backoff.failed(accountRefused, clocks.nanos());
        fragmenter.sessionEnded(stopping ? GapCause.POLICY : GapCause.OFFLINE, stopping ? "recorder-stopped" : why);
        return why;
    }

    private void watch(RtspConnection opened) {
        stale = false;
        closeAfter = clocks.nanos() + CONNECT_NANOS;
        connection = opened;
        if (stopping) {
            closeConnection();
        }
    }

    private void unwatch() {
        connection = null;
        playing = false;
        closeAfter = Long.MAX_VALUE;
    }

    private static String clientNonce() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    private InetSocketAddress resolve() throws RtspFailure {
        return switch (allowed.check(address, InetAddress::getAllByName)) {
            case CameraAddresses.Checked.Allowed(var to) -> to;
            case CameraAddresses.Checked.Refused(var reason) ->
                throw new RtspFailure(RtspFailure.Kind.UNREACHABLE, reason.name());
        };
    }

    private void receive(RtspClient client, RtspClient.Stream stream) throws IOException {
        counters.sessionBegun();
        var reception = new Reception(stream);
        lastData = clocks.nanos();
        closeAfter = Long.MAX_VALUE;
        playing = true;
        try {
            client.receive(stream, reception, clocks::nanos);
        } finally {
            counters.sessionEnded(reception.depacketiser);
        }
    }

    /** Takes the packets of one connection. */
    private final class Reception implements RtspClient.Packets {
        private final Depacketiser depacketiser;
        private final long begun = clocks.nanos();
        private boolean recording;
        private boolean keyFrameMissed;

        Reception(RtspClient.Stream stream) {
            depacketiser = new Depacketiser(stream.sets(), stream.payloadType(), unit -> {
                fragmenter.lostPackets(depacketiserLoss());
                if (fragmenter.picture(unit, stream.sets())) {
                    recorded();
                }
            });
        }

        private long depacketiserLoss() {
            return depacketiser.lostPackets();
        }

        private void recorded() {
            if (!recording) {
                recording = true;
                if (backoff.failures() > 0) {
                    gate.found();
                }
                backoff = Backoff.NONE;
                events.state(camera, receiving(), "");
            }
        }

        private CameraState receiving() {
            return fragmenter.notWritten() ? CameraState.NOT_WRITTEN : CameraState.RECORDING;
        }

        @Override
        public void rtp(ByteBuffer in, int at, int length, long arrivalNanos) throws IOException {
            lastData = arrivalNanos;
            if (stale) {
                stale = false;
                events.state(camera, recording ? receiving() : CameraState.CONNECTING, "");
            }
            depacketiser.take(in, at, length, arrivalNanos);
        }

        @Override
        public void rtcp(ByteBuffer in, int at, int length, long arrivalNanos) {
            SenderReport.find(in, at, length)
                    .flatMap(SenderReport::wall)
                    .ifPresent(theirs -> fragmenter.clockOffset(Duration.between(clocks.wall(), theirs)));
        }

        @Override
        public boolean goesOn(long now) {
            if (!recording && !keyFrameMissed && now - begun > KEY_FRAME_NANOS) {
                keyFrameMissed = true;
                events.state(camera, CameraState.NO_KEY_FRAME, "");
            }
            return !stopping;
        }

        @Override
        public long restNanos(long now) {
            return recording && !fragmenter.watched()
                    ? Math.clamp(fragmenter.untilDue(now), SHORTEST_REST, LONGEST_REST)
                    : 0;
        }
    }

    /** Called by the watchdog: closes a connection that takes too long or delivers nothing, and begins a dead thread again. */
    void look(long now) {
        thread.revive();
        if (now > closeAfter) {
            closeConnection();
        } else if (playing && now - lastData > LOST_NANOS) {
            closeConnection();
        } else if (playing && !stale && now - lastData > STALE_NANOS) {
            stale = true;
            events.state(camera, CameraState.STALE, "");
        }
    }

    private void closeConnection() {
        RtspConnection open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                // The session thread sees the same failure on its next read.
                return;
            }
        }
    }

    /** Somebody begins to watch: what gathers meanwhile is read at once. */
    void watch(LiveTap tap) {
        fragmenter.tap(tap);
        if (stopping) {
            fragmenter.endTap();
        }
        thread.unpark();
    }

    /** Whether it records this stream with this account already. */
    boolean records(@Nullable StreamAddress wanted, Optional<Credentials> account) {
        return address.equals(wanted) && credentials.equals(account);
    }

    CameraId camera() {
        return camera;
    }

    CameraCounters counters() {
        return counters;
    }

    Fragmenter fragmenter() {
        return fragmenter;
    }
}
