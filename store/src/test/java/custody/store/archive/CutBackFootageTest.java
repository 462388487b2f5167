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
import custody.video.archive.Seal;
import custody.video.archive.Segment;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.media.Octets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows a segment that the disk did not keep whole names a root that nobody has. */
class CutBackFootageTest {
    private static final CameraId ONE = new CameraId("cam-1");

    private final Path folder = TestStores.prepared("cut-back");
    private final Path video = folder.resolve("video");

    /** Two segments, of which the second names more of the first than is there. */
    private CheckReport check(boolean saysSo) throws Exception {
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(FilmedCell.facility(Room.Privacy.MASKED));
            VideoArchive archive = store.video(new Volumes(video, Optional.empty()), InstantSource.system());
            archive.cameras().baseRetention(90, 90);
            archive.cameras().put(FilmedCell.camera(ONE), new Person("1000009"));
            var footage = new Footage(video);
            Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(3, ChronoUnit.MINUTES);
            Segment first = footage.next(ONE, minute);
            Octets more = Octets.of(new byte[32]);
            Segment second = footage.write(ONE, 2, more, minute.plusSeconds(20), 1);
            archive.index().sealed(0, saysSo ? first : notCutBack(first));
            archive.index().sealed(0, second);
            archive.minutes().write(Samples.HOME.code(), minute, Set.of(ONE), List.of(), Set.of(), Instant.now());
            assertTrue(store.awaitSealed(5_000));
            return FolderCheck.of(
                    folder,
                    new StoreSettings.Server.Embedded(),
                    new Passphrase.BesideKeystore(),
                    new FootagePlan(new Volumes(video, Optional.empty()), Optional.empty(), false));
        }
    }

    private static Segment notCutBack(Segment segment) {
        Seal seal = segment.seal();
        return new Segment(
                segment.header(),
                segment.path(),
                segment.bytes(),
                segment.codec(),
                segment.width(),
                segment.height(),
                segment.initialisationHash(),
                segment.initialisationLength(),
                new Seal(seal.root(), false, seal.lostPackets(), seal.clockOffsetMicros(), seal.fragments()));
    }

    private static List<String> aboutTheSecond(CheckReport report) {
        return report.discoveries().stream()
                .filter(found -> found.where().endsWith("segment 2"))
                .map(Discovery::what)
                .toList();
    }

    @Test
    @DisplayName("Where a segment says that it was cut back, the next that names more of it is a warning and no fault")
    void cutBack() throws Exception {
        CheckReport report = check(true);
        assertEquals(List.of("FOOTAGE_CUT_BACK"), aboutTheSecond(report));
        assertTrue(report.agrees(), () -> String.join("\n", report.lines()));
    }

    @Test
    @DisplayName("Where it does not say so, the broken chain is a fault")
    void broken() throws Exception {
        CheckReport report = check(false);
        assertEquals(List.of("FOOTAGE_DIFFERS"), aboutTheSecond(report));
        assertFalse(report.agrees());
    }
}
