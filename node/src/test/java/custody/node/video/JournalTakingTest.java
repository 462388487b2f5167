package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.demo.DemoFacility;
import custody.store.PreparedCluster;
import custody.store.Store;
import custody.store.StoreSettings;
import custody.store.archive.VideoArchive;
import custody.store.archive.Volumes;
import custody.video.recorder.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTakingTest {
    private static final InstantSource TIME = () -> Instant.parse("2026-11-24T10:00:00Z");

    private static Line line(String text) {
        return Line.parse(text).orElseThrow();
    }

    @Test
    void thatOnlyKeyFramesAreRecordedIsKnownOfARecorderThatSaidSoBeforeTheNodeWasStarted() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "jt")
                .toAbsolutePath();
        try (Store store =
                Store.open(StoreSettings.of(PreparedCluster.into(folder.resolve("data")), DemoFacility.CODE, TIME))) {
            VideoArchive archive = store.video(new Volumes(folder.resolve("video"), Optional.empty()), TIME);
            var journal = new JournalTaking(
                    folder.resolve("video"),
                    archive.index(),
                    new OpenStates(),
                    new Conditions(new TheseCameras(List.of()), new NoGaps(), TIME),
                    TIME);
            assertFalse(journal.keyFramesOnly());
            journal.recorderIs(line("status cameras=1 next=9 key-frames-only=true"));
            assertTrue(journal.keyFramesOnly());
            journal.recorderIs(line("status cameras=1 next=9"));
            assertTrue(journal.keyFramesOnly(), "a recorder of an earlier version does not say");
            journal.event(9, line("disk state=normal"));
            assertFalse(journal.keyFramesOnly());
        }
    }
}
