package custody.video.rtsp;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One TCP connection to a camera: blocking reads into one buffer, requests out. A session thread owns it; only {@link #close}
 * may be called from another thread (the watchdog), which ends a blocked read or connect at once.
 */
public final class RtspConnection implements AutoCloseable {
    private static final int BUFFER = 96 * 1024;
    private static final int RECEIVE_WINDOW = 512 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer in;
    private final RtspParser parser = new RtspParser();
    private boolean more;

    private RtspConnection(SocketChannel channel, ByteBuffer buffer) {
        this.channel = channel;
        this.in = buffer.clear().flip();
    }

    /** A read buffer for {@link #unconnected}; a session keeps it over its reconnections. */
    public static ByteBuffer newBuffer() {
        return ByteBuffer.allocateDirect(BUFFER);
    }

    /** A connection that the watchdog may already close while {@link #connect} runs. */
    public static RtspConnection unconnected(ByteBuffer buffer) throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_WINDOW);
        return new RtspConnection(channel, buffer);
    }

    public void connect(InetSocketAddress address) throws IOException {
        channel.connect(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** The next message or packet, waiting for it. */
    RtspParser.Step next() throws IOException {
        while (true) {
            RtspParser.Step step = parser.next(in);
            if (step != RtspParser.Step.MORE_NEEDED) {
                return step;
            }
            read();
        }
    }

    /** The next message or packet that is already here, else {@code MORE_NEEDED}. */
    RtspParser.Step nextBuffered() throws IOException {
        return parser.next(in);
    }

    /** Waits for bytes. */
    void read() throws IOException {
        in.compact();
        int count = channel.read(in);
        more = !in.hasRemaining();
        in.flip();
        if (count < 0) {
            throw new EOFException("camera closed the connection");
        }
    }

    /** Whether the last read filled the buffer, so that more lies waiting in the socket. */
    boolean more() {
        return more;
    }

    RtspParser parser() {
        return parser;
    }

    ByteBuffer buffer() {
        return in;
    }

    void send(String request) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
