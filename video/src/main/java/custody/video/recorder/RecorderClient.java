package custody.video.recorder;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The node's end of the control channel. It connects again by itself whenever the recorder was away, asks for everything behind
 * the last event it handed over, and hands over each journalled event once and in order.
 */
public final class RecorderClient implements AutoCloseable {
    /** Takes events on the client's own thread. {@code number} is 0 for what is of the moment and not in the journal. */
    @FunctionalInterface
    public interface Events {
        void event(long number, Line line);
    }

    private static final long RETRY_NANOS = Duration.ofMillis(250).toNanos();

    private final Path socket;
    private final Events events;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile @Nullable SocketChannel channel;
    private volatile boolean closed;
    private long handedOver;

    /** {@code lastSeen} is the number of the last event the node has stored, 0 for none. */
    public RecorderClient(Path socket, long lastSeen, Events events) {
        this.socket = socket;
        this.handedOver = lastSeen;
        this.events = events;
        this.thread = Thread.ofPlatform().name("recorder-client").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (SocketChannel connected = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                connected.connect(UnixDomainSocketAddress.of(socket));
                answers.clear();
                send(connected, Line.of("events").with("from", handedOver + 1).toString());
                channel = connected;
                readAll(connected);
            } catch (IOException away) {
                LockSupport.parkNanos(this, RETRY_NANOS);
            } finally {
                channel = null;
            }
        }
    }

    private void readAll(SocketChannel connected) throws IOException {
        var lines = new BufferedReader(Channels.newReader(connected, StandardCharsets.UTF_8));
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            int space = text.indexOf(' ');
            if (space > 0 && Character.isDigit(text.charAt(0))) {
                // -1, and so passed over, where it makes no sense: this thread must live as long as the node.
                long number = JournalFile.number(text);
                if (number == 0 || number > handedOver) {
                    handedOver = Math.max(handedOver, number);
                    Line.parse(text.substring(space + 1)).ifPresent(line -> events.event(number, line));
                }
            } else {
                answers.add(text);
            }
        }
    }

    /** Whether the recorder is there. */
    public boolean connected() {
        return channel != null;
    }

    /** Sends a command and answers the recorder's lines; the last of them is {@code ok}, {@code refused} or {@code status}. */
    public synchronized List<Line> ask(Line.Builder command) throws IOException {
        SocketChannel to = channel;
        if (to == null) {
            throw new IOException("the recorder is away");
        }
        answers.clear();
        send(to, command.toString());
        var lines = new ArrayList<Line>();
        try {
            while (true) {
                String text = answers.poll(10, TimeUnit.SECONDS);
                if (text == null) {
                    // An answer that comes later would be taken for that to the next question.
                    to.close();
                    throw new IOException("the recorder does not answer");
                }
                Line.parse(text).ifPresent(lines::add);
                if (!text.startsWith("camera-status")) {
                    return lines;
                }
            }
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted", interrupted);
        }
    }

    private static void send(SocketChannel to, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        SocketChannel open = channel;
        if (open != null) {
            open.close();
        }
        LockSupport.unpark(thread);
    }
}
