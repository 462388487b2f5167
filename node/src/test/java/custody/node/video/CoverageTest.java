package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import custody.node.demo.DemoFacility;
import custody.node.running.Detained;
import custody.record.desk.Outcome;
import custody.record.desk.Writer;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.MovementFact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.video.archive.FootageGaps;
import custody.video.archive.GapCause;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.PrivacyClass;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import custody.video.health.Condition.State;
import custody.video.health.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person whom no camera sees. */
class CoverageTest {
    private static final Instant BEGUN = Instant.parse("2026-11-24T10:00:00Z");
    private static final CameraId ONE = new CameraId("cam-1");
    private static final CameraId TWO = new CameraId("cam-2");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGUN);
    private final List<Camera> cameras = new ArrayList<>();
    private final List<FootageGaps.Known> holes = new ArrayList<>();
    private final Set<String> ought = new HashSet<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private Store store;
    private Conditions conditions;
    private Coverage coverage;
    private RecordId record;

    @BeforeEach
    void open() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "co");
        store = Store.open(StoreSettings.of(
                PreparedCluster.into(folder.resolve("data").toAbsolutePath()), DemoFacility.CODE, now::get));
        store.facilities().put(DemoFacility.facility());
        cameras.add(camera(ONE, "CELL-1"));
        conditions = new Conditions(new TheseCameras(cameras), new Holes(holes), now::get);
        conditions.told(ONE, State.RECORDING, "");
        coverage = coverage();
        record = Detained.book(store, BEGUN.minusSeconds(7200));
        allocated("CELL-1", BEGUN.minusSeconds(3600));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Coverage coverage() {
        return new Coverage(
                new House(),
                () -> cameras,
                conditions,
                new Holes(holes),
                () -> List.of(record),
                store.own()::of,
                store.records(),
                now::get);
    }

    private static Camera camera(CameraId id, String room) {
        return new Camera(
                id,
                DemoFacility.CODE.code(),
                room,
                id.value(),
                Camera.Aim.ROOM,
                "",
                PrivacyClass.NORMAL,
                Map.of(StreamKind.MAIN, new StreamAddress("127.0.0.1", 554, "/" + id)),
                false,
                true);
    }

    private void allocated(String cell, Instant at) {
        var fact = new MovementFact.CellAllocated(new RoomCode(cell), null);
        assertInstanceOf(
                Outcome.Stored.class,
                store.records()
                        .add(
                                record,
                                Draft.of(fact, new Occurrence(at, null, Occurrence.Source.LIVE)),
                                null,
                                new Writer(new Badge("1000001"), null)));
    }

    /** Looks every ten seconds for that long. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i += 10) {
            now.updateAndGet(at -> at.plusSeconds(10));
            coverage.turn();
        }
    }

    /** Since when nobody saw the person, by the flags in the record. */
    private List<Instant> flags() {
        return store.own().of(record).orElseThrow().events().stream()
                .filter(event -> event.fact() instanceof FlagRaised flag && flag.flag() == Flag.NO_CAMERA_COVERAGE)
                .map(Event::occurredAt)
                .toList();
    }

    @Test
    void isFlaggedOnceForEachStretch() {
        conditions.told(ONE, State.OFFLINE, "");
        pass(60);
        assertEquals(List.of(BEGUN), flags());
        conditions.told(ONE, State.RECORDING, "");
        pass(20);
        conditions.told(ONE, State.RECORDING, "");
        conditions.judged(ONE, Set.of(Trouble.COVERED));
        pass(60);
        assertEquals(List.of(BEGUN, BEGUN.plusSeconds(80)), flags());
    }

    @Test
    void isNotFlaggedWhileAnotherCameraSeesTheRoomOrTheTroubleIsShort() {
        cameras.add(camera(TWO, "CELL-1"));
        conditions.told(TWO, State.RECORDING, "");
        conditions.told(ONE, State.OFFLINE, "");
        pass(60);
        conditions.told(TWO, State.STALE, "");
        pass(10);
        conditions.told(TWO, State.RECORDING, "");
        pass(60);
        assertEquals(List.of(), flags());
    }

    @Test
    void isFlaggedThoughTheCameraTriesToConnectAgainAndAgain() {
        for (int i = 0; i < 6; i++) {
            conditions.told(ONE, i % 2 == 0 ? State.OFFLINE : State.CONNECTING, "");
            pass(10);
        }
        assertEquals(List.of(BEGUN), flags());
    }

    @Test
    void isFlaggedFromTheLastPictureOnAlsoByANodeThatComesBack() {
        Instant last = BEGUN.minusSeconds(5);
        holes.add(new FootageGaps.Known(ONE, last, Optional.empty(), GapCause.OFFLINE, "no-data"));
        conditions.told(ONE, State.OFFLINE, "");
        pass(60);
        conditions.recorderAway();
        coverage = coverage();
        pass(60);
        assertEquals(List.of(last), flags());
    }

    @Test
    void isFlaggedFromTheirComingOnInARoomThatHasBeenDarkForLong() {
        cameras.add(camera(TWO, "CELL-2"));
        now.set(BEGUN.minusSeconds(86_400));
        conditions.told(TWO, State.OFFLINE, "");
        now.set(BEGUN);
        pass(60);
        assertEquals(List.of(), flags());
        Instant moved = now.get();
        allocated("CELL-2", moved);
        pass(60);
        assertEquals(List.of(moved), flags());
    }

    @Test
    void isFlaggedWhenTheOnlyCameraIsTakenOutFromTheEndOfItsFootageOnAlsoByANodeThatComesBack() {
        ought.add("CELL-1");
        pass(60);
        cameras.clear();
        ended.put("CELL-1", now.get().plusSeconds(1));
        pass(60);
        assertEquals(List.of(ended.get("CELL-1")), flags());
        coverage = coverage();
        pass(60);
        assertEquals(List.of(ended.get("CELL-1")), flags());
    }

    @Test
    void isFlaggedFromTheirComingOnInARoomThatNeverHadACamera() {
        ought.add("CELL-2");
        pass(60);
        Instant moved = now.get();
        allocated("CELL-2", moved);
        pass(60);
        assertEquals(List.of(moved), flags());
    }

    @Test
    void isNotFlaggedWithoutACameraWhereNoneOughtToBe() {
        cameras.clear();
        pass(60);
        assertEquals(List.of(), flags());
    }

    private final class House implements Coverage.Rooms {
        @Override
        public Set<String> ought() {
            return ought;
        }

        @Override
        public Map<String, Instant> lastRecorded() {
            return ended;
        }
    }

    /** Footage with these holes. */
    private record Holes(List<Known> open) implements FootageGaps {
        @Override
        public List<Known> in(CameraId camera, Instant from, Instant to) {
            return List.of();
        }
    }
}
