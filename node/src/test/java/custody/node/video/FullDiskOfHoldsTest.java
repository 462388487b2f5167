package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.configuration.Settings;
import custody.node.demo.DemoFacility;
import custody.store.FolderCheck;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.archive.VideoArchive;
import custody.store.archive.Volumes;
import custody.store.check.FootagePlan;
import custody.store.keys.Passphrase;
import custody.video.archive.FootageGaps;
import custody.video.archive.GapCause;
import custody.video.archive.Hold;
import custody.video.archive.Holds;
import custody.video.archive.Retention.Measure;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.health.Condition.State;
import custody.video.recorder.Line;
import custody.video.recorder.RecorderClient;
import custody.video.simulator.CameraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorder, index, holds and retention on a disk that is full of what must be kept. */
class FullDiskOfHoldsTest {
    private static final long MEGABYTE = 1024 * 1024;
    private static final CameraId ONE = FilmedRooms.CAMERAS.getFirst();
    private static final CameraId TWO = FilmedRooms.CAMERAS.getLast();
    private static final int SEGMENTS = 4;

    private final Path folder =
            Path.of("target", "fd-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final Map<String, Segment> known = new TreeMap<>();
    private Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private SmallDisk disk;
    private CameraSimulator simulator;
    private Settings settings;
    private Store store;
    private VideoArchive archive;
    private Conditions conditions;
    private RecorderLink link;

    @BeforeEach
    void open() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("video"));
        Assumptions.assumeTrue(mounted.isPresent(), "a small disk cannot be mounted here");
        disk = mounted.get();
        simulator = FilmedRooms.plainCameras();
        settings = FilmedRooms.settings(folder, simulator, "video.reserve-megabytes = 4\n");
        store = Store.open(StoreSettings.of(folder, settings.facility(), FilmedRooms.TIME));
        store.facilities().put(DemoFacility.facility());
        archive = store.video(new Volumes(disk.folder(), Optional.empty()), FilmedRooms.TIME);
        archive.cameras().baseRetention(30, 365);
        FilmedRooms.setUp(archive, simulator);
        conditions = new Conditions(archive.cameras(), archive.gaps(), FilmedRooms.TIME);
        var journal = new JournalTaking(disk.folder(), archive.index(), new OpenStates(), conditions, FilmedRooms.TIME);
        var wanted = new WantedCameras(archive.cameras()::all, archive.cameras()::account, archive.index()::last);
        link = new RecorderLink(settings.video(), false, wanted, archive.gaps(), journal, conditions);
    }

    @AfterEach
    void close() throws IOException {
        if (store != null) {
            link.close(false);
            store.close();
            simulator.close();
            disk.close();
        }
    }

    private void until(BooleanSupplier holds, int seconds, String what) throws InterruptedException {
        FilmedRooms.until(
                () -> {
                    link.turn();
                    return holds.getAsBoolean();
                },
                seconds,
                () -> what);
    }

    private boolean both(State state) {
        return FilmedRooms.CAMERAS.stream()
                .allMatch(camera -> conditions.of(camera).state() == state);
    }

    /** Some seconds of both cameras, of which each is a finished segment. */
    private void recordSegments() throws Exception {
        for (int i = 0; i < SEGMENTS; i++) {
            until(() -> both(State.RECORDING), 20, "both record");
            long sent = simulator.cameras().getFirst().framesSent();
            until(() -> simulator.cameras().getFirst().framesSent() > sent + 75, 20, "three seconds are sent");
            simulator.goAway();
            until(() -> !conditions.of(ONE).state().equals(State.RECORDING), 10, "one is lost");
            until(() -> !conditions.of(TWO).state().equals(State.RECORDING), 10, "the other is lost");
            simulator.comeBack();
        }
        until(() -> both(State.RECORDING), 20, "both record again");
        until(() -> learn() >= 2 * SEGMENTS, 20, "all segments are in the index");
        nameInLedger();
        // Whatever was named may go: a minute may have ended in between.
        var _ = learn();
    }

    /** The ledger's next minute, before its time: retention touches only what the ledger names. */
    private void nameInLedger() {
        minute = minute.plus(1, ChronoUnit.MINUTES);
        archive.minutes()
                .write(
                        DemoFacility.CODE.code(),
                        minute,
                        Set.copyOf(FilmedRooms.CAMERAS),
                        List.of(),
                        Set.of(),
                        Instant.now());
    }

    /** Every segment that was ever in the index, also those that go later. */
    private int learn() {
        for (CameraId camera : FilmedRooms.CAMERAS) {
            archive.segments()
                    .in(camera, Instant.EPOCH, Instant.now(), 1_000)
                    .forEach(segment -> known.put("%s %06d".formatted(camera, segment.sequence()), segment));
        }
        return known.size();
    }

    private Segment segment(CameraId camera, int sequence) {
        return Objects.requireNonNull(known.get("%s %06d".formatted(camera, sequence)));
    }

    private void hold(CameraId camera, Instant from, Instant to) {
        var wanted = new Holds.Wanted(
                DemoFacility.CODE.code(),
                Set.of(camera),
                from,
                to,
                Hold.Ground.PROSECUTOR_REQUEST,
                "запит № 14",
                Optional.empty());
        var id = new Hold.HoldId(UUID.randomUUID());
        archive.holds().place(id, wanted, new Person("1000001"), Instant.now());
    }

    private boolean there(Segment segment) {
        return Files.exists(disk.folder().resolve(segment.path()));
    }

    private boolean told(String words) {
        try (var files = Files.list(disk.folder().resolve("journal"))) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains(words)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private long skipped(RecorderClient client) {
        try {
            return client.ask(Line.of("status")).stream()
                    .filter(line -> line.verb().equals("camera-status"))
                    .mapToLong(line -> line.number("skipped"))
                    .sum();
        } catch (IOException away) {
            return 0;
        }
    }

    /** Retention as it would be forty days later, when the disk fills at three gigabytes an hour. */
    private Set<Measure> retain() throws IOException {
        var measures = EnumSet.noneOf(Measure.class);
        var troubles = new ArchiveTroubles();
        var pressed = new AtomicBoolean();
        var later = new AtomicReference<>(Instant.now().plus(Duration.ofDays(40)));
        var housekeeping = new Housekeeping(
                disk.folder(),
                archive.deleting(),
                archive.spilling(),
                new BelievedTime(later::get, () -> later.get().toEpochMilli() * 1_000_000, Optional::empty),
                measures::add,
                pressed::get,
                troubles);
        housekeeping.turn(0);
        later.updateAndGet(at -> at.plus(Duration.ofMinutes(20)));
        housekeeping.turn(1L << 30);
        pressed.set(true);
        later.updateAndGet(at -> at.plus(Duration.ofMinutes(40)));
        housekeeping.turn(1L << 30);
        assertTrue(housekeeping.exportsStopped(), "a full disk, to which nothing is written, does not last for ever");
        assertTrue(troubles.since(ArchiveTroubles.Word.DISK_FILLING).isPresent());
        return measures;
    }

    @Test
    void aDiskFullOfHoldsLosesNothingHeldAndNoSecondUntold() throws Exception {
        recordSegments();
        List<Segment> held = List.of(segment(ONE, 2), segment(TWO, 1), segment(TWO, 2), segment(TWO, 3));
        hold(ONE, segment(ONE, 2).start(), segment(ONE, 2).end());
        hold(TWO, segment(TWO, 1).start(), segment(TWO, 3).end());
        disk.fill(10 * MEGABYTE);
        until(() -> told("state=key-frames-only"), 20, "key frames only");
        assertTrue(told("state=reserve-released"), "the reserve went first");
        assertTrue(retain().containsAll(Set.of(Measure.ALARM, Measure.STOP_EXPORTS, Measure.KEY_FRAMES_ONLY)));
        List<Segment> free = List.of(segment(ONE, 1), segment(ONE, 3), segment(ONE, 4), segment(TWO, 4));
        assertEquals(List.of(), free.stream().filter(this::there).toList(), "what may go for room is gone");
        try (var client = new RecorderClient(link.socket(), Long.MAX_VALUE - 1, (number, line) -> {})) {
            client.start();
            until(client::connected, 10, "a second client");
            until(
                    () -> {
                        disk.fill(0);
                        return skipped(client) > 200;
                    },
                    30,
                    "nothing fits any more");
            until(
                    () -> {
                        disk.fill(0);
                        return conditions.of(ONE).state() == State.NOT_WRITTEN
                                || conditions.of(TWO).state() == State.NOT_WRITTEN;
                    },
                    20,
                    "the wall says that pictures are not written");
        }
        assertEquals(Set.of(), retainedWrongly(held));
        disk.empty();
        until(() -> told("state=normal"), 20, "all pictures again");
        long sent = simulator.cameras().getFirst().framesSent();
        until(() -> simulator.cameras().getFirst().framesSent() > sent + 75, 20, "three seconds more");
        until(() -> both(State.RECORDING), 20, "the wall says that all is well");
        link.close(false);
        closeTheBooks(held);
    }

    /** Held footage that is not there byte for byte. */
    private Set<Path> retainedWrongly(List<Segment> held) throws IOException {
        var wrong = new TreeSet<Path>();
        for (Segment segment : held) {
            if (!there(segment)
                    || SegmentFile.check(disk.folder().resolve(segment.path())).isPresent()) {
                wrong.add(segment.path());
            }
        }
        return wrong;
    }

    private void closeTheBooks(List<Segment> held) throws Exception {
        assertEquals(List.of(), openSegments(), "what found no room for its seal was sealed later");
        var _ = archive.reconciling().run();
        learn();
        assertEquals(Set.of(), retainedWrongly(held));
        assertEquals(List.of(), untold());
        tell(held);
        for (CameraId camera : FilmedRooms.CAMERAS) {
            Set<GapCause> causes = EnumSet.noneOf(GapCause.class);
            archive.gaps().in(camera, Instant.EPOCH, Instant.now()).forEach(gap -> causes.add(gap.cause()));
            assertEquals(
                    EnumSet.of(GapCause.OFFLINE, GapCause.DISK, GapCause.DEGRADED, GapCause.POLICY),
                    causes,
                    "lost for a moment, no room, key frames only, ended in order");
        }
        nameInLedger();
        // Otherwise the check names the clip that is played again and again.
        Files.writeString(folder.resolve("node.properties"), "kind=demo\nfacility=" + DemoFacility.CODE + "\n");
        assertTrue(store.awaitSealed(5_000));
        assertEquals(
                List.of(),
                FolderCheck.of(
                                folder,
                                new StoreSettings.Server.Embedded(),
                                new Passphrase.BesideKeystore(),
                                new FootagePlan(new Volumes(disk.folder(), Optional.empty()), Optional.empty(), true))
                        .discoveries()
                        .stream()
                        // Retention was told that it is forty days later, the ledger was not: it rightly names what
                        // went.
                        .filter(found -> !found.expected().equals("a segment that was kept for its least time"))
                        .toList());
    }

    /** What was there to be lost, for whoever reads the run. */
    private void tell(List<Segment> held) throws IOException {
        var store = Files.getFileStore(disk.folder());
        long holes = FilmedRooms.CAMERAS.stream()
                .mapToLong(camera ->
                        archive.gaps().in(camera, Instant.EPOCH, Instant.now()).size())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s of %d MB, which was full: %d segments of %d are there, %d of them held (%d bytes), %d holes have a row%n",
                store.type(),
                store.getTotalSpace() / MEGABYTE,
                known.values().stream().filter(this::there).count(),
                known.size(),
                held.size(),
                held.stream().mapToLong(Segment::bytes).sum(),
                holes);
    }

    private List<Path> openSegments() throws IOException {
        try (var files = Files.walk(disk.folder())) {
            return files.filter(file -> file.toString().endsWith(".open.mp4")).toList();
        }
    }

    /** Times between two segments that no row of a hole tells of. */
    private List<String> untold() {
        List<String> untold = new ArrayList<>();
        Segment before = null;
        for (Segment segment : known.values()) {
            if (before != null && before.camera().equals(segment.camera())) {
                Instant from = before.end();
                Instant to = segment.start();
                assertEquals(before.sequence() + 1, segment.sequence(), "no number is missing");
                boolean whole = Duration.between(from, to).toMillis() < 200;
                if (!whole
                        && archive.gaps().in(segment.camera(), from, to).stream()
                                .noneMatch(gap -> covers(gap, from, to))) {
                    untold.add(segment.camera() + " from " + from + " to " + to);
                }
            }
            before = segment;
        }
        return untold;
    }

    private static boolean covers(FootageGaps.Known gap, Instant from, Instant to) {
        return !gap.from().isAfter(from.plusMillis(100))
                && gap.to().filter(end -> end.isBefore(to.minusMillis(100))).isEmpty();
    }
}
