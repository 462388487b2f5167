package custody.web.video;

import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Reading.Purpose;
import custody.record.desk.Writer;
import custody.record.detention.Draft;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageViewed;
import custody.video.archive.Uploads.Upload;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody looks at footage for, and which ten minutes of which camera are written down for it. Said once for a session and
 * changeable; without it nothing is played. A look of ten minutes is one leaf; further bytes of the same ten minutes need none, unless
 * they are asked for ten minutes after the last: whoever comes back to them looks again.
 */
@Component
final class Looks {
    private static final String KEPT = Looks.class.getName();
    private static final long WINDOW_SECONDS = 600;

    /** What a session knows. The record is the one whose event led here; null where none did. */
    private record Said(Purpose purpose, @Nullable RecordId record, Map<String, Instant> last) {}

    private final Watcher watcher;
    private final CustodyRecords records;

    Looks(Watcher watcher, CustodyRecords records) {
        this.watcher = watcher;
        this.records = records;
    }

    /** What this session looks at footage for; empty until it was said. */
    Optional<Purpose> purpose(HttpSession session) {
        return said(session).map(Said::purpose);
    }

    /** From now on this session looks for that. */
    void say(HttpSession session, Purpose purpose) {
        @Nullable RecordId record = said(session).map(Said::record).orElse(null);
        session.setAttribute(KEPT, new Said(purpose, record, new ConcurrentHashMap<>()));
    }

    /** An event of that record led here: what is looked at now is written into it too. */
    void about(HttpSession session, @Nullable RecordId record) {
        said(session).ifPresent(said -> {
            if (record != null && !record.equals(said.record())) {
                session.setAttribute(KEPT, new Said(said.purpose(), record, new ConcurrentHashMap<>()));
            }
        });
    }

    /** Writes the looks down that a stretch needs and that are not written yet; false where no purpose was said. */
    boolean before(HttpSession session, Visit visit, Camera camera, Instant from, Instant to) {
        Optional<Said> known = said(session);
        if (known.isEmpty()) {
            return false;
        }
        Said said = known.get();
        Instant now = visit.now();
        said.last().values().removeIf(last -> over(last, now));
        for (long window = from.getEpochSecond() / WINDOW_SECONDS;
                window <= to.getEpochSecond() / WINDOW_SECONDS;
                window++) {
            Instant begin = Instant.ofEpochSecond(window * WINDOW_SECONDS);
            // Two requests of one page come at once: the other waits, and finds that it is written.
            said.last().compute(camera.id() + " " + window, (_, last) -> {
                if (last == null || over(last, now)) {
                    write(visit, said, camera, begin);
                }
                return now;
            });
        }
        return true;
    }

    /** The same of a film: a player asks for it in many pieces; false where no purpose was said. */
    boolean before(HttpSession session, Visit visit, Upload film) {
        Optional<Said> known = said(session);
        known.ifPresent(said -> said.last().compute("film " + film.id(), (_, last) -> {
            if (last == null || over(last, visit.now())) {
                watcher.looks(visit, Kind.PLAYBACK, said.purpose(), film);
                film.wanted()
                        .record()
                        .ifPresent(record -> intoRecord(
                                visit,
                                new RecordId(record),
                                said.purpose(),
                                film.camera(),
                                film.wanted().trueBeginning(),
                                film.trueEnd()));
            }
            return visit.now();
        }));
        return known.isPresent();
    }

    private static boolean over(Instant last, Instant now) {
        return !now.isBefore(last.plusSeconds(WINDOW_SECONDS));
    }

    private void write(Visit visit, Said said, Camera camera, Instant begin) {
        Instant end = begin.plusSeconds(WINDOW_SECONDS);
        watcher.looks(visit, Kind.PLAYBACK, said.purpose(), camera, begin, end);
        if (said.record() != null) {
            intoRecord(visit, said.record(), said.purpose(), camera.id(), begin, end);
        }
    }

    /** The detained person sees in the record who looked; where the record takes nothing more, the leaf above stands alone. */
    private void intoRecord(
            Visit visit, RecordId record, Purpose purpose, CameraId camera, Instant begin, Instant end) {
        var fact = new FootageViewed(List.of(camera.value()), begin, end, Wire.name(purpose));
        var now = new Occurrence(visit.now(), null, Occurrence.Source.LIVE);
        var _ = records.addBySystem(
                record, Draft.of(fact, now), new Writer(visit.officer().badge(), null));
    }

    /** The purpose of that name. */
    static Optional<Purpose> named(String name) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> Wire.name(purpose).equals(name))
                .findFirst();
    }

    private static Optional<Said> said(HttpSession session) {
        return session.getAttribute(KEPT) instanceof Said said ? Optional.of(said) : Optional.empty();
    }
}
