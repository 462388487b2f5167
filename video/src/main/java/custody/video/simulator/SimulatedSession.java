package custody.video.simulator;

import custody.video.media.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One viewer of one simulated camera. */
final class SimulatedSession {
    private static final int LARGEST_HEAD = 16 * 1024;
    private static final int BUFFER = 4 * 1024 * 1024;
    private static final long REPORT_NANOS = 5_000_000_000L;

    private final CameraSimulator simulator;
    private final SocketChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final int source = ThreadLocalRandom.current().nextInt();
    private final long periodNanos;
    private @Nullable ByteBuffer buffer;
    private @Nullable SimulatedCamera camera;
    private int position;
    private int sequence = ThreadLocalRandom.current().nextInt(65_536);
    private long nextNanos;
    private long lastReport;
    private long begun;
    private long sentPackets;

    SimulatedSession(CameraSimulator simulator, SocketChannel channel) {
        this.simulator = simulator;
        this.channel = channel;
        this.periodNanos = (long) (1_000_000_000L / simulator.settings().framesPerSecond());
    }

    void serve() {
        try (channel) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            InputStream in = channel.socket().getInputStream();
            while (answerNext(in)) {
                begun = System.nanoTime();
            }
        } catch (IOException gone) {
            return;
        } finally {
            simulator.gone(this);
        }
    }

    private boolean answerNext(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() > LARGEST_HEAD) {
                return false;
            }
            head.append((char) next);
        }
        String[] lines = head.toString().split("\r\n", -1);
        String[] request = lines[0].split(" ", 3);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        Optional<SimulatedCamera> wanted =
                simulator.camera(URI.create(request[1]).getPath());
        Fault fault = wanted.map(SimulatedCamera::fault).orElse(Fault.NO_STREAM);
        if (fault == Fault.DEAD || request[0].equals("TEARDOWN")) {
            return false;
        }
        if (fault != Fault.HALF_OPEN) {
            answer(request[0], request[1], headers, wanted, fault);
        }
        return true;
    }

    private void answer(
            String method, String url, Map<String, String> headers, Optional<SimulatedCamera> wanted, Fault fault)
            throws IOException {
        String sequenceLine = "CSeq: " + headers.getOrDefault("CSeq", "0") + "\r\n";
        if (fault == Fault.REFUSE_ACCOUNT
                || !SignedIn.check(simulator.settings().account(), method, headers)) {
            String challenge = simulator.settings().challenge().isEmpty()
                    ? "Basic realm=\"camera\""
                    : simulator.settings().challenge();
            send("RTSP/1.0 401 Unauthorized\r\n" + sequenceLine + "WWW-Authenticate: " + challenge + "\r\n\r\n");
            return;
        }
        if (wanted.isEmpty() || fault == Fault.NO_STREAM) {
            send("RTSP/1.0 404 Not Found\r\n" + sequenceLine + "\r\n");
            return;
        }
        String ok = "RTSP/1.0 200 OK\r\n" + sequenceLine;
        switch (method) {
            case "OPTIONS" -> send(ok + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n\r\n");
            case "DESCRIBE" -> describe(ok, url, wanted.get().clip());
            case "SETUP" -> {
                boolean tcp = headers.getOrDefault("Transport", "").contains("TCP");
                send(
                        tcp
                                ? ok + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 1;timeout=60\r\n\r\n"
                                : "RTSP/1.0 461 Unsupported Transport\r\n" + sequenceLine + "\r\n");
            }
            case "PLAY" -> {
                send(ok + "Session: 1\r\nRange: npt=0.000-\r\n\r\n");
                play(wanted.get());
            }
            default -> send(ok + "Session: 1\r\n\r\n");
        }
    }

    private void describe(String ok, String url, Clip clip) throws IOException {
        String description =
                "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=simulated\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\n"
                        + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 " + clip.codec().rtpName() + "/90000\r\na=fmtp:96 "
                        + clip.format()
                        + "\r\na=control:track1\r\n";
        send(ok + "Content-Base: " + url + "/\r\nContent-Type: application/sdp\r\nContent-Length: "
                + description.length() + "\r\n\r\n" + description);
    }

    private void play(SimulatedCamera wanted) {
        Clip clip = wanted.clip();
        int size = clip.frames().size();
        boolean inStep = simulator.settings().inStep();
        position = inStep
                ? (int) (Math.floorMod(System.currentTimeMillis() * 1_000_000, periodNanos * size) / periodNanos)
                : ThreadLocalRandom.current().nextInt(size);
        // Back to the key frame before: a viewer should not wait for one.
        while (!clip.frames().get(position).key()) {
            position = Math.floorMod(position - 1, size);
        }
        camera = wanted;
        wanted.connected();
        nextNanos = System.nanoTime() + ThreadLocalRandom.current().nextLong(periodNanos);
        begun = nextNanos;
        buffer = ByteBuffer.allocateDirect(BUFFER / 8);
        simulator.playing(this);
    }

    /** Sends a picture when it is time; answers when the next one is. */
    long sendDue(long now) {
        SimulatedCamera playing = camera;
        if (playing == null || now < nextNanos) {
            return nextNanos;
        }
        long due = nextNanos;
        nextNanos += periodNanos;
        switch (playing.fault()) {
            case SILENT, HALF_OPEN -> {
                return nextNanos;
            }
            case DEAD -> {
                close();
                return nextNanos;
            }
            case FLAPPING -> {
                if (now - begun > 1_000_000_000L) {
                    close();
                    return nextNanos;
                }
            }
            case NONE, FREEZE, REFUSE_ACCOUNT, NO_STREAM, OTHER_CLIP, NO_KEY_FRAME, LOSE_PACKETS -> {
                // These still send.
            }
        }
        try {
            sendFrame(playing, due);
        } catch (IOException viewerGone) {
            close();
        }
        return nextNanos;
    }

    private void sendFrame(SimulatedCamera playing, long due) throws IOException {
        Clip clip = playing.clip();
        position %= clip.frames().size();
        int place = position;
        Clip.Frame frame = clip.frames().get(place);
        if (playing.fault() != Fault.FREEZE || !frame.key()) {
            position = (position + 1) % clip.frames().size();
        }
        if (frame.key() && playing.fault() == Fault.NO_KEY_FRAME) {
            return;
        }
        long wallMillis = System.currentTimeMillis() - (System.nanoTime() - due) / 1_000_000;
        int timestamp = (int) (wallMillis * 90 + playing.clockTicks());
        lock.lock();
        try {
            if (due - lastReport > REPORT_NANOS) {
                lastReport = due;
                write(report(wallMillis, timestamp));
            }
            sendPackets(playing, frame, timestamp);
        } finally {
            lock.unlock();
        }
        playing.sent(place);
    }

    private void sendPackets(SimulatedCamera playing, Clip.Frame frame, int timestamp) throws IOException {
        ByteBuffer out = bufferOf(frame);
        int last = frame.payloads().size() - 1;
        for (int i = 0; i <= last; i++) {
            Octets payload = frame.payloads().get(i);
            int number = sequence++;
            if (playing.fault() == Fault.LOSE_PACKETS && ++sentPackets % 10 == 0) {
                continue;
            }
            out.put((byte) '$').put((byte) 0).putShort((short) (payload.length() + 12));
            out.put((byte) 0x80).put((byte) (96 | (i == last ? 0x80 : 0))).putShort((short) number);
            out.putInt(timestamp).putInt(source);
            payload.putInto(out);
            if (simulator.settings().writePerPacket()) {
                write(out.flip());
                out.clear();
            }
        }
        write(out.flip());
    }

    private ByteBuffer bufferOf(Clip.Frame frame) {
        int needed = frame.payloads().stream().mapToInt(p -> p.length() + 16).sum();
        ByteBuffer out = buffer;
        if (out == null || out.capacity() < needed) {
            out = ByteBuffer.allocateDirect(needed * 2);
            buffer = out;
        }
        return out.clear();
    }

    private ByteBuffer report(long wallMillis, int timestamp) {
        return ByteBuffer.allocate(32)
                .put((byte) '$')
                .put((byte) 1)
                .putShort((short) 28)
                .put((byte) 0x80)
                .put((byte) 200)
                .putShort((short) 6)
                .putInt(source)
                .putInt((int) (wallMillis / 1000 + 2_208_988_800L))
                .putInt((int) ((wallMillis % 1000) * 4_294_967L))
                .putInt(timestamp)
                .putInt(0)
                .putInt(0)
                .flip();
    }

    private void send(String text) throws IOException {
        lock.lock();
        try {
            write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
        } finally {
            lock.unlock();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void close() {
        simulator.gone(this);
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
