package custody.video.rtsp;

import custody.video.camera.Credentials;
import custody.video.camera.StreamAddress;
import custody.video.media.Codec;
import custody.video.media.ParameterSets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dialogue with one camera: OPTIONS, DESCRIBE, SETUP over TCP, PLAY, then packets with a keep-alive at half the time-out
 * (RFC 2326, RTP/AVP/TCP). Owned by one session thread.
 */
public final class RtspClient {
    /** Receives packets while playing. */
    public interface Packets {
        /** An RTP packet of the video stream, read at {@code arrivalNanos}. */
        void rtp(ByteBuffer in, int at, int length, long arrivalNanos) throws IOException;

        /** An RTCP packet of the video stream. */
        void rtcp(ByteBuffer in, int at, int length, long arrivalNanos) throws IOException;

        /** Called after each read, whatever came; false ends the session. */
        boolean goesOn(long nowNanos) throws IOException;

        /** How long from now to let bytes gather before the next read, nanoseconds; fewer and larger reads cost less. */
        long restNanos(long nowNanos);
    }

    /** What was agreed with the camera. */
    public record Stream(
            Codec codec, int payloadType, ParameterSets sets, int rtpChannel, int rtcpChannel, long keepAliveNanos) {}

    private static final Pattern INTERLEAVED =
            Pattern.compile("interleaved\\s*=\\s*(\\d{1,3})(?:\\s*-\\s*(\\d{1,3}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMEOUT = Pattern.compile("timeout\\s*=\\s*(\\d{1,5})", Pattern.CASE_INSENSITIVE);
    private static final int MOST_TRIES = 4;
    private static final int MOST_PACKETS_BEFORE_ANSWER = 10_000;

    private final RtspConnection connection;
    private final StreamAddress address;
    private final SignIn signIn;
    private int sequence;
    private String session = "";
    private boolean getParameter = true;
    private long timeoutSeconds = 60;
    private String aggregate;

    public RtspClient(
            RtspConnection connection,
            StreamAddress address,
            Optional<Credentials> credentials,
            Supplier<String> clientNonces) {
        this.connection = connection;
        this.address = address;
        this.signIn = new SignIn(credentials, clientNonces);
        this.aggregate = address.url();
    }

    /** Opens the stream over a connected connection; every refusal of the camera is an {@link RtspFailure}. */
    public Stream play() throws IOException {
        RtspMessage options = ask("OPTIONS", address.url(), "");
        options.header("public")
                .ifPresent(methods ->
                        getParameter = methods.toUpperCase(Locale.ROOT).contains("GET_PARAMETER"));
        RtspMessage described = accepted(ask("DESCRIBE", address.url(), "Accept: application/sdp\r\n"));
        SessionDescription description = SessionDescription.parse(described.body());
        SessionDescription.Media video = description
                .video()
                .orElseThrow(() -> new RtspFailure(RtspFailure.Kind.UNSUPPORTED, "no H.264 or H.265 stream offered"));
        Codec codec = video.codec().orElseThrow();
        Optional<String> base = described.header("content-base").or(() -> described.header("content-location"));
        RtspMessage setUp = firstAccepted(
                "SETUP",
                ControlUrls.candidates(address, base, video.control()),
                "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n");
        Channels channels = Channels.of(setUp.header("transport").orElse(""));
        takeSession(setUp);
        List<String> aggregates = ControlUrls.candidates(address, base, description.control());
        firstAccepted("PLAY", aggregates, "Range: npt=0.000-\r\n");
        return new Stream(
                codec,
                video.payloadType(),
                video.parameterSets(codec),
                channels.rtp(),
                channels.rtcp(),
                timeoutSeconds * 500_000_000L);
    }

    /** The channels the camera chose; 0 and 1 when it leaves them out. */
    private record Channels(int rtp, int rtcp) {
        static Channels of(String transport) {
            Matcher chosen = INTERLEAVED.matcher(transport);
            if (!chosen.find()) {
                return new Channels(0, 1);
            }
            int rtp = Integer.parseInt(chosen.group(1));
            String second = chosen.group(2);
            return new Channels(rtp, second == null ? rtp + 1 : Integer.parseInt(second));
        }
    }

    private void takeSession(RtspMessage setUp) {
        String header = setUp.header("session").orElse("");
        String id = header.split(";", 2)[0].strip();
        if (id.matches("[\\x21-\\x7e]{1,256}")) {
            session = id;
        }
        Matcher timeout = TIMEOUT.matcher(header);
        if (timeout.find()) {
            timeoutSeconds = Math.clamp(Integer.parseInt(timeout.group(1)), 4, 3_600);
        }
    }

    /** Reads until {@link Packets#goesOn} says no or the connection ends. {@code nanos} is the monotonic clock. */
    public void receive(Stream stream, Packets packets, LongSupplier nanos) throws IOException {
        long keepAliveDue = nanos.getAsLong() + stream.keepAliveNanos();
        while (true) {
            long now = nanos.getAsLong();
            RtspParser.Step step;
            while ((step = connection.nextBuffered()) != RtspParser.Step.MORE_NEEDED) {
                if (step == RtspParser.Step.PACKET) {
                    deliver(stream, packets, now);
                } else {
                    answered(connection.parser().message());
                }
            }
            if (!packets.goesOn(now)) {
                return;
            }
            if (now >= keepAliveDue) {
                keepAliveDue = now + stream.keepAliveNanos();
                send(getParameter ? "GET_PARAMETER" : "OPTIONS", aggregate, "");
            }
            // A camera that sends more than a buffer in a rest would otherwise be held back to that.
            long rest = connection.more() ? 0 : packets.restNanos(now);
            if (rest > 0) {
                LockSupport.parkNanos(this, rest);
            }
            connection.read();
        }
    }

    private void deliver(Stream stream, Packets packets, long now) throws IOException {
        RtspParser parser = connection.parser();
        if (parser.channel() == stream.rtpChannel()) {
            packets.rtp(connection.buffer(), parser.packetAt(), parser.packetLength(), now);
        } else if (parser.channel() == stream.rtcpChannel()) {
            packets.rtcp(connection.buffer(), parser.packetAt(), parser.packetLength(), now);
        }
    }

    /** An answer to a keep-alive, or a request of the camera's. */
    private void answered(RtspMessage message) throws IOException {
        switch (message.status()) {
            case 0 ->
                connection.send("RTSP/1.0 501 Not Implemented\r\nCSeq: "
                        + message.header("cseq")
                                .filter(c -> c.matches("\\d{1,9}"))
                                .orElse("0") + "\r\n\r\n");
            case 401 -> signIn.challenged(message.all("www-authenticate"));
            case 405, 501, 551 -> getParameter = false;
            case 454 -> throw new RtspFailure(RtspFailure.Kind.REFUSED, "camera forgot the session");
            default -> {
                // Some cameras answer a keep-alive with an error and go on sending; their pictures are what counts.
            }
        }
    }

    /** Tells the camera that we go; best effort. */
    public void tearDown() throws IOException {
        send("TEARDOWN", aggregate, "");
    }

    private RtspMessage firstAccepted(String method, List<String> urls, String headers) throws IOException {
        RtspMessage last = null;
        for (String url : urls) {
            last = ask(method, url, headers);
            if (last.status() == 200) {
                if (method.equals("PLAY")) {
                    aggregate = url;
                }
                return last;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("no url to try");
        }
        return accepted(last);
    }

    private static RtspMessage accepted(RtspMessage answer) throws RtspFailure {
        int status = answer.status();
        if (status == 200) {
            return answer;
        }
        RtspFailure.Kind kind = switch (status) {
            case 401, 403 -> RtspFailure.Kind.SIGN_IN_REFUSED;
            case 404, 410, 454 -> RtspFailure.Kind.NO_SUCH_STREAM;
            case 461, 415 -> RtspFailure.Kind.UNSUPPORTED;
            // Redirects included: an address that was checked must not lead to one that was not.
            default -> RtspFailure.Kind.REFUSED;
        };
        throw new RtspFailure(kind, "camera answered " + status);
    }

    private RtspMessage ask(String method, String url, String headers) throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            send(method, url, headers);
            RtspMessage answer = awaitAnswer();
            if (answer.status() != 401 || !signIn.challenged(answer.all("www-authenticate"))) {
                return answer;
            }
        }
        throw new RtspFailure(RtspFailure.Kind.SIGN_IN_REFUSED, "camera refuses the account");
    }

    private RtspMessage awaitAnswer() throws IOException {
        for (int i = 0; i < MOST_PACKETS_BEFORE_ANSWER; i++) {
            if (connection.next() == RtspParser.Step.MESSAGE) {
                RtspMessage message = connection.parser().message();
                boolean ours = message.header("cseq")
                        .map(c -> c.equals(String.valueOf(sequence)))
                        .orElse(true);
                if (message.status() >= 200 && ours) {
                    return message;
                }
            }
        }
        throw new RtspFailure(RtspFailure.Kind.MALFORMED, "no answer among the packets");
    }

    private void send(String method, String url, String headers) throws IOException {
        var request = new StringBuilder(method)
                .append(' ')
                .append(url)
                .append(" RTSP/1.0\r\nCSeq: ")
                .append(++sequence)
                .append("\r\nUser-Agent: custody-records\r\n")
                .append(headers);
        if (!session.isEmpty()) {
            request.append("Session: ").append(session).append("\r\n");
        }
        signIn.answer(method, url)
                .ifPresent(a -> request.append("Authorization: ").append(a).append("\r\n"));
        connection.send(request.append("\r\n").toString());
    }
}
