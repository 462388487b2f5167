package custody.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.places.Room;
import custody.store.FolderCheck;
import custody.store.Samples;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.TestStores;
import custody.store.check.CheckReport;
import custody.store.check.Discovery;
import custody.store.check.FootagePlan;
import custody.store.keys.Passphrase;
import custody.video.archive.Segment;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentRoot;
import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody changes footage on disk; the check must name it. Each test breaks one thing, and all agrees again when it is put back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FootageCheckTest {
    private static final String HOME = Samples.HOME.code();
    private static final CameraId ONE = new CameraId("cam-1");
    private static final CameraId TWO = new CameraId("cam-2");
    private static final int SEGMENTS = 4;

    private final Path folder = TestStores.prepared("footage");
    private final Path video = folder.resolve("video");
    private final Map<Path, byte[]> honest = new HashMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Path> added = new ArrayList<>();
    private Store store;
    private Footage footage;

    @BeforeAll
    void record() throws Exception {
        store = Store.open(TestStores.settings(folder));
        store.facilities().put(FilmedCell.facility(Room.Privacy.MASKED));
        VideoArchive archive = store.video(new Volumes(video, Optional.empty()), InstantSource.system());
        archive.cameras().baseRetention(90, 90);
        footage = new Footage(video);
        for (CameraId camera : List.of(ONE, TWO)) {
            archive.cameras().put(FilmedCell.camera(camera), new Person("1000009"));
        }
        Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(SEGMENTS + 1, ChronoUnit.MINUTES);
        for (int i = 0; i < SEGMENTS; i++) {
            Instant minute = start.plus(i, ChronoUnit.MINUTES);
            List<CameraAt> open = new ArrayList<>();
            for (CameraId camera : List.of(ONE, TWO)) {
                Segment segment = footage.next(camera, minute.plusSeconds(50));
                segments.add(segment);
                archive.index().sealed(0, segment);
                open.add(beginning(segment, 2));
            }
            // The segment of this minute is said to be open, those before it are said to be finished.
            archive.minutes()
                    .write(HOME, minute.minus(1, ChronoUnit.MINUTES), Set.of(ONE, TWO), open, Set.of(), Instant.now());
        }
        archive.minutes()
                .write(
                        HOME,
                        start.plus(SEGMENTS - 1, ChronoUnit.MINUTES),
                        Set.of(ONE, TWO),
                        List.of(),
                        Set.of(),
                        Instant.now());
        assertTrue(store.awaitSealed(5_000));
        for (Segment segment : segments) {
            Path file = video.resolve(segment.path());
            honest.put(file, Files.readAllBytes(file));
        }
        CheckReport report = check(Optional.empty());
        assertEquals(List.of(), report.discoveries());
        assertEquals(2 * SEGMENTS, report.segments());
    }

    private static CameraAt beginning(Segment segment, int fragments) {
        var root = new SegmentRoot();
        root.add(segment.initialisationHash());
        segment.fragments().stream().limit(fragments).forEach(one -> root.add(one.hash()));
        return new CameraAt(segment.camera(), segment.sequence(), fragments, root.root(), false);
    }

    @AfterEach
    void putBack() throws IOException {
        for (Path file : added) {
            Files.deleteIfExists(file);
        }
        added.clear();
        for (Map.Entry<Path, byte[]> file : honest.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    @AfterAll
    void close() {
        assertEquals(List.of(), check(Optional.empty()).discoveries(), "put back, all agrees again");
        store.close();
    }

    private CheckReport check(Optional<String> nonce) {
        return FolderCheck.of(
                folder,
                new StoreSettings.Server.Embedded(),
                new Passphrase.BesideKeystore(),
                new FootagePlan(new Volumes(video, Optional.empty()), nonce, false));
    }

    private void finds(String where) {
        CheckReport report = check(Optional.empty());
        assertFalse(report.agrees(), where);
        assertTrue(
                report.discoveries().stream()
                        .anyMatch(found -> found.what().equals("FOOTAGE_DIFFERS")
                                && found.where().contains(where)),
                () -> where + " is not in " + report.lines());
    }

    private static String name(Segment segment) {
        return "camera " + segment.camera() + " segment " + segment.sequence();
    }

    private byte[] honest(int index) {
        return java.util.Objects.requireNonNull(honest.get(file(index)));
    }

    private Path file(int index) {
        return video.resolve(segments.get(index).path());
    }

    @Test
    void aRemovedFileIsNamed() throws IOException {
        Files.delete(file(2));
        finds(name(segments.get(2)));
    }

    @Test
    void filesOfTwoCamerasThatAreSwappedAreNamed() throws IOException {
        Files.write(file(2), honest(3));
        Files.write(file(3), honest(2));
        finds(name(segments.get(2)));
        finds(name(segments.get(3)));
    }

    @Test
    void filesOfOneCameraInAnotherOrderAreNamed() throws IOException {
        Files.write(file(2), honest(4));
        Files.write(file(4), honest(2));
        finds(name(segments.get(2)));
    }

    @Test
    void aSegmentMadeAnewWithTheSameNumberIsNamed() throws IOException {
        Segment before = segments.get(2);
        Path there = file(2);
        Files.delete(there);
        footage.write(before.camera(), before.sequence(), before.header().previousRoot(), before.start(), 99);
        assertEquals(Optional.empty(), SegmentFile.check(there), "whole in itself");
        finds(name(before));
    }

    @Test
    void aFileThatNoEntryNamesIsNamed() throws IOException {
        Path copy = file(0).resolveSibling("000001-1.mp4");
        added.add(copy);
        Files.copy(file(0), copy, StandardCopyOption.REPLACE_EXISTING);
        finds(video.relativize(copy).toString());
    }

    @Test
    void picturesOfThePastUnderANewNumberAreNamed() throws IOException {
        Segment newest = segments.getLast();
        Segment late = footage.write(
                newest.camera(),
                newest.sequence() + 1,
                newest.seal().root(),
                newest.start().minusSeconds(90),
                7);
        added.add(video.resolve(late.path()));
        finds(late.path().toString());
    }

    /** 10,000 changes of every kind in the long run, each put back and the next made; honest footage is looked at between them. */
    @Test
    void whateverIsDoneToFootageIsFoundAndNothingInHonestFootage() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Mutation> mutations = List.copyOf(EnumSet.allOf(Mutation.class));
        int times = Boolean.getBoolean("custody.long") ? 10_000 : 3 * mutations.size();
        var scene = new Mutation.Scene(video, segments, footage);
        int honestLooks = 0;
        for (int i = 0; i < times; i++) {
            Mutation mutation = mutations.get(i % mutations.size());
            mutation.apply(scene, random);
            assertFalse(check(Optional.empty()).agrees(), mutation + " " + i + ", seed " + seed);
            restore();
            if (i % 20 == 0) {
                assertEquals(List.of(), check(Optional.empty()).discoveries(), "after " + i + ", seed " + seed);
                honestLooks++;
            }
        }
        System.out.println(
                times + " changes of footage, all found; none in " + honestLooks + " looks at honest footage");
    }

    /** Takes away what does not belong here and writes what does. */
    private void restore() throws IOException {
        List<Path> strange;
        try (Stream<Path> all = Files.walk(video)) {
            strange = all.filter(file -> Files.isRegularFile(file)
                            && !honest.containsKey(file)
                            && file.toString().endsWith(".mp4"))
                    .toList();
        }
        for (Path file : strange) {
            Files.delete(file);
        }
        putBack();
    }

    @Test
    void aCameraThatNobodyEverHadIsNamed() throws IOException {
        Segment early = segments.getFirst();
        Segment invented = footage.write(
                new CameraId("cam-9"),
                1,
                early.header().previousRoot(),
                early.start().minusSeconds(7_200),
                3);
        added.add(video.resolve(invented.path()));
        finds(invented.path().toString());
    }

    @Test
    void anAuditReadsWhatItsWordChoosesAndTheSameForEverybody() {
        var plan = new FootagePlan(new Volumes(video, Optional.empty()), Optional.of("word"), false);
        long of = 100_000;
        List<Long> chosen = java.util.stream.LongStream.range(0, of)
                .filter(sequence -> reads(plan, sequence, of))
                .boxed()
                .toList();
        assertTrue(chosen.size() > 120 && chosen.size() < 300, chosen.size() + " of " + of);
        assertEquals(2 * SEGMENTS, check(Optional.of("word")).segments(), "few are all read");
    }

    private static boolean reads(FootagePlan plan, long sequence, long of) {
        return plan.reads("cam-1", sequence, of);
    }

    @Test
    void discoveriesNeverSayMoreThanWhatAndWhere() {
        assertTrue(check(Optional.empty()).discoveries().stream()
                .map(Discovery::line)
                .noneMatch(line -> line.contains("rtsp")));
    }
}
