package custody.video.live;

import custody.video.ffmpeg.BundledFfmpeg;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

    private final BundledFfmpeg ffmpeg;
    private final List<Mask> masks;
    private final LiveCamera painted = new LiveCamera();
    private Optional<LiveMessage.Coding> coding = Optional.empty();
    private Optional<Process> process = Optional.empty();
    private boolean begun;
    private boolean over;

    public MaskedCamera(BundledFfmpeg ffmpeg, List<Mask> masks) {
        this.ffmpeg = ffmpeg;
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
    public synchronized void send(LiveMessage message) throws IOException {
        if (over) {
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

    private void restart() throws IOException {
        process.ifPresent(Process::destroyForcibly);
        begun = false;
        Process started = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = Optional.of(started);
        Thread.ofVirtual().name("masking").start(() -> readAll(started));
    }

    private List<String> command() {
        String paint = masks.stream().map(Mask::filter).collect(Collectors.joining(","));
        var command = new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-v", "quiet", "-threads", "1"));
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
        if (process.isEmpty()) {
            return;
        }
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        OutputStream out = process.get().getOutputStream();
        out.write(copy);
        out.flush();
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
        } catch (IOException ended) {
            goDark(from);
        }
    }

    /** Ends all views unless a new process has already taken over. */
    private synchronized void goDark(Process from) {
        if (process.filter(from::equals).isPresent()) {
            over = true;
            painted.end();
        }
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
    public synchronized void close() {
        over = true;
        process.ifPresent(Process::destroyForcibly);
        painted.end();
    }
}
