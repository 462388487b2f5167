package custody.video.recorder;

import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes events as lines: what must not be missed into the journal and to the listeners, what is of the moment only to the listeners. */
final class JournalledEvents implements RecorderEvents {
    private static final int MOST_WAITING = 10_000;

    private final Journal journal;
    private final Clocks clocks;
    private final WaitingLines waiting = new WaitingLines(MOST_WAITING);
    private volatile @Nullable ControlServer control;

    JournalledEvents(Journal journal, Clocks clocks) {
        this.journal = journal;
        this.clocks = clocks;
    }

    void tellTo(ControlServer server) {
        control = server;
    }

    /**
     * Journals and tells a line. A journal that cannot be written (full disk) does not stop recording: its lines wait, bounded, and
     * are written in order with the first that can be, the holes among them whatever happens.
     */
    synchronized void write(Line.Builder line) {
        waiting.add(line.toString());
        writeWaiting();
    }

    /** Tries again what could not be written. */
    synchronized void writeWaiting() {
        try {
            while (!waiting.isEmpty()) {
                String numbered = journal.append(waiting.first());
                waiting.removeFirst();
                ControlServer to = control;
                if (to != null) {
                    to.tell(Long.parseLong(numbered.substring(0, numbered.indexOf(' '))), numbered);
                }
            }
        } catch (IOException stillFull) {
            tellOnly(Line.of("disk").with("state", "journal-waits").with("detail", waiting.size() + " lines"));
        }
    }

    private void tellOnly(Line.Builder line) {
        ControlServer to = control;
        if (to != null) {
            to.tell(0, "0 " + line);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void state(CameraId camera, CameraState state, String detail) {
        Line.Builder line = Line.of("camera-state")
                .with("camera", camera)
                .with("state", word(state))
                .with("detail", detail);
        switch (state) {
            // The journal lies on the disk that takes nothing: a line in it would come when all is well again.
            case CONNECTING, WAITING, NOT_WRITTEN -> tellOnly(line);
            case RECORDING, STALE, NO_KEY_FRAME -> write(line);
        }
    }

    @Override
    public void opened(SegmentWriter segment) {
        write(Line.of("segment-opened")
                .with("camera", segment.header().camera())
                .with("sequence", segment.header().sequence())
                .with("start", segment.header().wallStart())
                .with("path", segment.open())
                .with("codec", segment.format().pictures().codecString())
                .with("width", segment.format().pictures().width())
                .with("height", segment.format().pictures().height()));
    }

    @Override
    public void synced(SegmentWriter segment, SegmentWriter.Progress progress) {
        ControlServer to = control;
        if (to != null && to.hasListeners()) {
            tellOnly(Line.of("fragment-synced")
                    .with("camera", segment.header().camera())
                    .with("sequence", segment.header().sequence())
                    .with("fragments", progress.fragments())
                    .with("bytes", progress.bytes())
                    .with("root", progress.root())
                    .with("at", clocks.wall()));
        }
    }

    @Override
    public void sealed(Segment segment) {
        write(Line.of("segment-sealed")
                .with("camera", segment.camera())
                .with("sequence", segment.sequence())
                .with("path", segment.path())
                .with("start", segment.start())
                .with("end", segment.end())
                .with("bytes", segment.bytes())
                .with("frames", segment.frames())
                .with("ticks", segment.durationTicks())
                .with("root", segment.seal().root())
                .with("previous", segment.header().previousRoot())
                .with("salvaged", segment.seal().salvaged()));
    }

    @Override
    public void notSealed(CameraId camera, Path open, String why) {
        write(Line.of("segment-not-sealed")
                .with("camera", camera)
                .with("path", open)
                .with("detail", why));
    }

    @Override
    public void gapOpened(CameraId camera, Instant from, GapCause cause, String detail) {
        write(Line.of("gap-opened")
                .with("camera", camera)
                .with("from", from)
                .with("cause", cause.word())
                .with("detail", detail));
    }

    @Override
    public void gap(Gap gap) {
        write(Line.of("gap")
                .with("camera", gap.camera())
                .with("from", gap.from())
                .with("to", gap.to())
                .with("cause", gap.cause().word())
                .with("detail", gap.detail()));
    }

    @Override
    public void disk(String state, String detail) {
        write(Line.of("disk").with("state", state).with("detail", detail));
    }
}
