package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.node.video.ArchiveTroubles.Word;
import custody.record.desk.StorageUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether anybody looks at the cameras' pictures. */
class JudgingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:15:00Z");

    private final ArchiveTroubles troubles = new ArchiveTroubles();
    private final AtomicReference<Judging.Look> look = new AtomicReference<>(() -> true);
    private final Judging judging = new Judging(() -> look.get().turn(), troubles, () -> NOW);

    private void fails(Judging.Look how, int times) {
        look.set(how);
        for (int i = 0; i < times; i++) {
            assertThrows(Exception.class, judging::turn);
        }
    }

    private static boolean noProgram() throws IOException {
        throw new IOException("Cannot run program");
    }

    @Test
    @DisplayName("is told from the third look in a row that fails, until one succeeds")
    void told() throws Exception {
        judging.turn();
        assertTrue(troubles.well(Word.NOT_JUDGED));
        fails(JudgingTest::noProgram, 2);
        assertEquals(Optional.empty(), troubles.since(Word.NOT_JUDGED));
        fails(JudgingTest::noProgram, 1);
        assertEquals(Optional.of(NOW), troubles.since(Word.NOT_JUDGED));
        look.set(() -> true);
        judging.turn();
        assertTrue(troubles.well(Word.NOT_JUDGED));
        fails(JudgingTest::noProgram, 2);
        assertEquals(Optional.empty(), troubles.since(Word.NOT_JUDGED), "it counts anew");
    }

    @Test
    @DisplayName(
            "is told though looks that found no new picture lie between those that fail, and is not settled by one")
    void foundNothing() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), troubles.since(Word.NOT_JUDGED));
            fails(JudgingTest::noProgram, 1);
            look.set(() -> false);
            judging.turn();
        }
        assertEquals(Optional.of(NOW), troubles.since(Word.NOT_JUDGED));
    }

    @Test
    @DisplayName("is no trouble of its own while the database is away")
    void databaseAway() {
        fails(
                () -> {
                    throw new StorageUnavailable("away", new IOException("away"));
                },
                5);
        assertEquals(Optional.empty(), troubles.since(Word.NOT_JUDGED));
    }
}
