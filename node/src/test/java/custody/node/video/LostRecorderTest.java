package custody.node.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import custody.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A recorder that hangs, and one that is killed, shortly before a minute ends: the ledger does not say that all was recorded. It
 * waits for four minutes of the real clock; what is counted as present is tested without it in {@link MinuteClerkTest}.
 */
@EnabledIfSystemProperty(named = "custody.long", matches = "true")
class LostRecorderTest {
    private record Said(String causes, int expected, int present) {}

    @Test
    void theMinuteOfARecorderThatHangsOrIsKilledIsNotPresent() throws Exception {
        try (FilmedRooms house = FilmedRooms.open("lr-")) {
            FilmedRooms.until(house::allRecord, 20);
            Thread.sleep(5_000);
            Instant hung = shortlyBeforeTheEndOfAMinute();
            long pid = house.room().recorder().orElseThrow().pid();
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-STOP", String.valueOf(pid))
                            .start()
                            .waitFor());
            isAbsent(house, hung);
            FilmedRooms.until(house::allRecord, 30);
            Thread.sleep(5_000);
            Instant killed = shortlyBeforeTheEndOfAMinute();
            house.room().recorder().orElseThrow().destroyForcibly();
            isAbsent(house, killed);
        }
    }

    private static void isAbsent(FilmedRooms house, Instant minute) throws InterruptedException {
        FilmedRooms.until(() -> said(house.store(), minute).isPresent(), 100);
        Said said = said(house.store(), minute).orElseThrow();
        assertEquals(2, said.expected());
        assertEquals(0, said.present());
        assertFalse(said.causes().isEmpty());
    }

    /** Five seconds before one ends that both cameras were set up before. */
    private static Instant shortlyBeforeTheEndOfAMinute() throws InterruptedException {
        Instant next = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Thread.sleep(ChronoUnit.MILLIS.between(Instant.now(), next.plusSeconds(55)));
        return next;
    }

    /** What the entry of that minute says in clear, as it lies in the newest tile, of which a small ledger has one. */
    private static Optional<Said> said(Store store, Instant minute) {
        Pattern entry = Pattern.compile(
                "\"causes\":\"([a-z,]*)\",\"expected\":(\\d+),[^{}]*\"minute\":\"" + minute + "\",\"present\":(\\d+)");
        return store.ledger()
                .checkpoint()
                .flatMap(note -> note.lines().skip(1).findFirst())
                .flatMap(size -> store.ledger().tile("entries/000.p/" + size))
                .map(bytes -> entry.matcher(new String(bytes, StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .map(found ->
                        new Said(found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
    }
}
