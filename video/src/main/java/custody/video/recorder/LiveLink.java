package custody.video.recorder;

import custody.video.camera.CameraId;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The node's end of one camera's live pictures. Frames on the socket: length of what follows (4 bytes), kind (1 byte), content:
 * 1 coding as a {@link Line}, 2 initialisation, 3 fragment that begins with a key frame, 4 other fragment.
 */
public final class LiveLink implements AutoCloseable {
    static final int CODING = 1;
    static final int INITIALISATION = 2;
    static final int KEY = 3;
    static final int OTHER = 4;
    private static final int LARGEST = 32 * 1024 * 1024;

    /** Takes frames on the link's own thread. */
    public interface Frames {
        void coding(String codec, int width, int height);

        void initialisation(ByteBuffer bytes);

        void fragment(ByteBuffer bytes, boolean key);

        /** The recorder or the camera is gone. */
        void ended();
    }

    private final SocketChannel channel;
    private volatile boolean connected = true;

    private LiveLink(SocketChannel channel) {
        this.channel = channel;
    }

    public static LiveLink open(Path socket, CameraId camera, Frames frames) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer request =
                    ByteBuffer.wrap((Line.of("live").with("camera", camera) + "\n").getBytes(StandardCharsets.UTF_8));
            while (request.hasRemaining()) {
                channel.write(request);
            }
        } catch (IOException away) {
            channel.close();
            throw away;
        }
        var link = new LiveLink(channel);
        Thread.ofPlatform().name("live-" + camera).daemon().start(() -> link.readAll(frames));
        return link;
    }

    private void readAll(Frames frames) {
        try (DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
            while (true) {
                int length = in.readInt();
                if (length < 1 || length > LARGEST) {
                    throw new IOException("frame of " + length + " bytes");
                }
                int kind = in.read();
                var bytes = new byte[length - 1];
                in.readFully(bytes);
                hand(frames, kind, bytes);
            }
        } catch (IOException gone) {
            connected = false;
        } finally {
            connected = false;
            frames.ended();
        }
    }

    private static void hand(Frames frames, int kind, byte[] bytes) {
        switch (kind) {
            case CODING ->
                Line.parse(new String(bytes, StandardCharsets.UTF_8))
                        .ifPresent(line -> frames.coding(
                                line.field("codec"), (int) line.number("width"), (int) line.number("height")));
            case INITIALISATION -> frames.initialisation(ByteBuffer.wrap(bytes));
            case KEY, OTHER -> frames.fragment(ByteBuffer.wrap(bytes), kind == KEY);
            default -> {
                // A newer recorder may send more than an older node knows.
            }
        }
    }

    public boolean connected() {
        return connected;
    }

    @Override
    public void close() {
        connected = false;
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }
}
