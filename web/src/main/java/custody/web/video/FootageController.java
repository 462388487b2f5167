package custody.web.video;

import custody.record.access.Action.General;
import custody.video.archive.Fragment;
import custody.video.archive.Segment;
import custody.video.archive.Viewings.Kind;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.live.Mask;
import custody.video.playback.Seek;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Recorded pictures for the page that plays them: where a moment lies, and the bytes of whole fragments. */
@Controller
final class FootageController {
    private static final int MOST_FRAGMENTS = 60;
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final MediaType MP4 = MediaType.parseMediaType("video/mp4");

    private final Watcher watcher;
    private final Looks looks;
    private final Footage footage;
    private final RefusedLooks refused;
    private final Involved involved;

    FootageController(Watcher watcher, Looks looks, Footage footage, RefusedLooks refused, Involved involved) {
        this.involved = involved;
        this.watcher = watcher;
        this.looks = looks;
        this.footage = footage;
        this.refused = refused;
    }

    /**
     * A segment for a player. Times are milliseconds since 1970.
     *
     * @param fragment number of the fragment to begin with
     * @param shown the moment its player goes to: the one asked for, or the next on record
     * @param ends for each fragment the media time in milliseconds at which it ends
     * @param arrivals for each fragment when its first picture arrived
     * @param keys for each fragment whether one can begin there
     * @param masked whether the pictures come painted over, each answer beginning at media time 0
     */
    record Playable(
            long sequence,
            long start,
            long end,
            String codec,
            int fragment,
            long shown,
            List<Long> ends,
            List<Long> arrivals,
            List<Boolean> keys,
            boolean masked) {}

    /** Where a moment lies, or what follows a segment; 404 where nothing on record follows. */
    @Needs(General.VIEW_FOOTAGE)
    @GetMapping("/live/footage/{name}")
    ResponseEntity<Playable> find(
            Visit visit,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(name = "after", defaultValue = "") String behind) {
        Camera camera = watcher.past(visit, name);
        long after = number(behind, -1);
        Instant moment = Moments.read(at, visit);
        Optional<Segment> segment = after >= 0
                ? footage.segments().after(camera.id(), after)
                : footage.segments().at(camera.id(), moment);
        boolean masked = segment.filter(found -> !watcher.masks(visit, camera, found.start(), found.end())
                        .isEmpty())
                .isPresent();
        segment.ifPresent(found -> involved.refuse(visit, camera, found.start(), found.end()));
        return segment.flatMap(found -> Seek.in(found, after >= 0 ? found.start() : moment))
                .map(place ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(playable(place, masked)))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private static Playable playable(Seek.Place place, boolean masked) {
        Segment segment = place.segment();
        List<Fragment> fragments = segment.fragments();
        return new Playable(
                segment.sequence(),
                segment.start().toEpochMilli(),
                segment.end().toEpochMilli(),
                masked ? "avc1.42c01f" : segment.codec(),
                place.fragment(),
                place.shown().toEpochMilli(),
                fragments.stream().map(one -> one.endTicks() / 90).toList(),
                fragments.stream().map(one -> segment.wall(one).toEpochMilli()).toList(),
                fragments.stream().map(Fragment::key).toList(),
                masked);
    }

    /** The initialisation and whole fragments, as they lie in the file; painted over where something must not be seen. */
    @Needs(General.VIEW_FOOTAGE)
    @GetMapping("/live/footage/{name}/{sequence}")
    ResponseEntity<byte[]> pictures(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String name,
            @PathVariable String sequence,
            @RequestParam(name = "from", defaultValue = "0") String first,
            @RequestParam(name = "count", defaultValue = "1") String many)
            throws IOException {
        Camera camera = watcher.past(visit, name);
        Segment segment = segment(camera.id(), number(sequence, -1));
        List<Mask> masks = watcher.masks(visit, camera, segment.start(), segment.end());
        if (camera.mode() == Camera.Mode.NOT_RECORDED || Watcher.nothingLeft(masks)) {
            throw refused.notPermitted(visit, camera.id());
        }
        List<Fragment> asked = stretch(segment.fragments(), number(first, -1), number(many, -1));
        Instant begins = segment.wall(asked.getFirst());
        involved.refuse(visit, camera, segment.start(), segment.end());
        if (!looks.before(request.getSession(), visit, camera, begins, segment.wall(asked.getLast()))) {
            throw new ProblemFound(ProblemName.NOT_PERMITTED);
        }
        byte[] bytes = bytes(segment, asked.getFirst(), asked.getLast());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MP4)
                .body(masks.isEmpty() ? bytes : footage.painted().paint(bytes, masks));
    }

    /** The fragments asked for, as far as there are any; nothing outside the segment. */
    private static List<Fragment> stretch(List<Fragment> fragments, long from, long count) {
        if (from < 0 || from >= fragments.size() || count < 1 || count > MOST_FRAGMENTS) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        return fragments.subList((int) from, (int) Math.min(from + count, fragments.size()));
    }

    private static long number(String text, long otherwise) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private Segment segment(CameraId camera, long sequence) {
        return footage.segments()
                .after(camera, sequence - 1)
                .filter(segment -> segment.sequence() == sequence)
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private byte[] bytes(Segment segment, Fragment first, Fragment last) throws IOException {
        long length = last.end() - first.offset();
        if (length > MOST_BYTES) {
            throw new ProblemFound(ProblemName.TOO_LARGE);
        }
        var bytes = ByteBuffer.allocate(segment.initialisationLength() + (int) length);
        try (FileChannel file =
                FileChannel.open(footage.segments().folder(segment).resolve(segment.path()), StandardOpenOption.READ)) {
            read(file, bytes.limit(segment.initialisationLength()), 0);
            read(file, bytes.limit(bytes.capacity()), first.offset());
        }
        return bytes.array();
    }

    private static void read(FileChannel file, ByteBuffer into, long at) throws IOException {
        long from = at - into.position();
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                throw new IOException("a segment ends early");
            }
        }
    }

    /** The page is about to keep one picture: that is written down first. */
    @Needs(General.VIEW_FOOTAGE)
    @PostMapping("/footage/{name}/snapshot")
    ResponseEntity<Void> snapshot(
            HttpServletRequest request, Visit visit, @PathVariable String name, @RequestParam String at) {
        Camera camera = watcher.past(visit, name);
        Instant moment = Moments.read(at, visit);
        involved.refuse(visit, camera, moment, moment);
        watcher.looks(
                visit,
                Kind.SNAPSHOT,
                looks.purpose(request.getSession()).orElseThrow(() -> new ProblemFound(ProblemName.NOT_PERMITTED)),
                camera,
                moment,
                moment);
        return ResponseEntity.noContent().build();
    }
}
