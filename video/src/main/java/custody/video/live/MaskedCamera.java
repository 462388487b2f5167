package custody.video.live;

import custody.video.ffmpeg.BundledFfmpeg;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One camera with parts of its picture painted over, for everyone who may see it only so. The pictures are decoded, painted,
 * scaled down and encoded again in a process of its own, once for all these viewers. It fails dark: when the process ends or is not there,
 * viewers see nothing; the camera's own pictures never reach them.
 */
public final class MaskedCamera implements LiveViewer, AutoCloseable {
    private static final int LARGEST_BOX = 16 * 1024 * 1024;
    private static final int WIDTH = 640;

    /** A process that takes nothing for so long is ended; what comes after it would be too late anyway. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(5);

    private final Path ffmpeg;
    private final Duration longestWrite;
    private final List<Mask> masks;
    private final LiveCamera painted = new LiveCamera();

    /** These two belong to the thread that sends. */
    private Optional<LiveMessage.Coding> coding = Optional.empty();

    private boolean begun;

    /** Guarded by this, which is never held while something is written or ended: a process may take nothing for ever. */
    private Optional<Process> process = Optional.empty();

    private boolean over;

    /** When the write that lasts was begun, nanoseconds; 0 while none does. */
    private volatile long writing;

    public MaskedCamera(BundledFfmpeg ffmpeg, List<Mask> masks) {
        this(ffmpeg.ffmpeg(), LONGEST_WRITE, masks);
    }

    MaskedCamera(Path ffmpeg, Duration longestWrite, List<Mask> masks) {
        this.ffmpeg = ffmpeg;
        this.longestWrite = longestWrite;
        this.masks = List.copyOf(masks);
        if (masks.isEmpty()) {
            throw new IllegalArgumentException("a masked camera needs a mask");
        }
    }

    /** What the viewers are to be joined to. */
    public LiveCamera painted() {
        return painted;
    }

    /** Takes the camera's own pictures; bind this, and nothing else, to the camera. */
    @Override
    public void send(LiveMessage message) throws IOException {
        if (over()) {
            throw new IOException("masking is over");
        }
        switch (message) {
            case LiveMessage.Coding next -> {
                if (!coding.equals(Optional.of(next))) {
                    coding = Optional.of(next);
                    restart();
                }
            }
            case LiveMessage.Initialisation(var bytes) -> {
                if (!begun) {
                    begun = true;
                    write(bytes);
                }
            }
            case LiveMessage.Fragment(var bytes, var key) -> {
                if (begun) {
                    write(bytes);
                }
            }
        }
    }

    /** Whether nothing will ever be painted here again. */
    synchronized boolean over() {
        return over;
    }

    private void restart() throws IOException {
        begun = false;
        Process started = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Optional<Process> before;
        synchronized (this) {
            before = over ? Optional.of(started) : process;
            process = over ? process : Optional.of(started);
        }
        before.ifPresent(MaskedCamera::end);
        // Not virtual: writes that hang may hold all threads that carry those.
        Thread.ofPlatform().name("masking").daemon().start(() -> readAll(started));
        Thread.ofPlatform().name("masking-limit").daemon().start(() -> limit(started));
    }

    /** Only a signal: the process's own method closes its streams too, and waits for a write that lasts. */
    private static void end(Process process) {
        process.toHandle().destroyForcibly();
    }

    private void limit(Process watched) {
        try {
            while (!watched.waitFor(longestWrite.dividedBy(5))) {
                long begin = writing;
                if (begin != 0 && System.nanoTime() - begin > longestWrite.toNanos()) {
                    end(watched);
                }
            }
        } catch (InterruptedException stopped) {
            end(watched);
        }
    }

    private List<String> command() {
        String paint = masks.stream().map(Mask::filter).collect(Collectors.joining(","));
        var command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "quiet", "-threads", "1"));
        command.addAll(
                List.of("-fflags", "nobuffer", "-flags", "low_delay", "-probesize", "4096", "-analyzeduration", "0"));
        command.addAll(List.of("-f", "mp4", "-i", "-", "-vf", "fps=12.5," + paint + ",scale=" + WIDTH + ":-2"));
        command.addAll(
                List.of("-c:v", "libopenh264", "-b:v", "700k", "-g", "12", "-pix_fmt", "yuv420p", "-threads", "1"));
        command.addAll(List.of(
                "-f", "mp4", "-movflags", "empty_moov+default_base_moof+frag_every_frame", "-flush_packets", "1", "-"));
        return command;
    }

    private void write(ByteBuffer bytes) throws IOException {
        Optional<Process> to;
        synchronized (this) {
            to = process;
        }
        if (to.isEmpty()) {
            return;
        }
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        OutputStream out = to.get().getOutputStream();
        writing = Math.max(1, System.nanoTime());
        try {
            out.write(copy);
            out.flush();
        } finally {
            writing = 0;
        }
    }

    /** From the process's boxes to messages; a box is handed on only when it is whole. */
    private void readAll(Process from) {
        try (var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16))) {
            ByteBuffer before = ByteBuffer.allocate(0);
            while (true) {
                ByteBuffer box = readBox(in);
                switch (type(box)) {
                    case "moov" -> {
                        painted.take(PaintedBoxes.coding(box));
                        painted.take(new LiveMessage.Initialisation(join(before, box)));
                        before = ByteBuffer.allocate(0);
                    }
                    case "mdat" -> {
                        painted.take(new LiveMessage.Fragment(join(before, box), PaintedBoxes.key(before)));
                        before = ByteBuffer.allocate(0);
                    }
                    default -> before = join(before, box);
                }
            }
        } catch (IOException | RuntimeException ended) {
            goDark(from);
        }
    }

    /** Ends all views unless a new process has already taken over. */
    private void goDark(Process from) {
        synchronized (this) {
            if (process.filter(from::equals).isEmpty()) {
                return;
            }
            over = true;
        }
        painted.end();
        end(from);
    }

    private static ByteBuffer readBox(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 8 || length > LARGEST_BOX) {
            throw new IOException("box of " + length + " bytes");
        }
        var bytes = new byte[length - 4];
        in.readFully(bytes);
        return ByteBuffer.allocate(length).putInt(length).put(bytes).flip();
    }

    private static String type(ByteBuffer box) {
        var type = new StringBuilder();
        for (int i = 4; i < 8; i++) {
            type.append((char) box.get(i));
        }
        return type.toString();
    }

    private static ByteBuffer join(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first.duplicate())
                .put(second.duplicate())
                .flip();
    }

    @Override
    public void ended(String why) {
        close();
    }

    @Override
    public void close() {
        Optional<Process> last;
        synchronized (this) {
            over = true;
            last = process;
        }
        last.ifPresent(MaskedCamera::end);
        painted.end();
    }
}
