package custody.node.alarms;

import static custody.node.alarms.AlarmHouse.comes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.Basis;
import custody.record.events.RecordId;
import custody.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The alarm clock")
final class TimeTroubleTest {
    private static final Pattern BACK = Pattern.compile("\"alarm\":\"went-back\",\"milliseconds\":([0-9]+)");
    private static final Pattern LATE = Pattern.compile("\"alarm\":\"woke-late\",\"milliseconds\":([0-9]+)");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T10:00:00Z"));
    private final AlarmHouse house = AlarmHouse.open(clock);
    private final AlarmClock alarms = AlarmClock.start(house.store(), house.law(), clock, () -> {});

    @AfterEach
    void close() {
        alarms.close();
        house.close();
    }

    @Test
    @DisplayName("writes an entry when the time goes back, with how far, and rings on")
    void writesThatTheTimeWentBack() {
        RecordId record = house.book(Duration.ofMinutes(20), Basis.CPC_208);
        assertTrue(comes(() -> house.store().dueRecords().behind(1).isEmpty()));
        clock.pass(Duration.ofMinutes(-3));
        alarms.wake();
        assertTrue(comes(() -> said(BACK) > 0));
        assertEquals(Duration.ofMinutes(3).toMillis(), said(BACK));
        clock.pass(Duration.ofMinutes(13).plusSeconds(1));
        alarms.wake();
        assertTrue(comes(() -> house.breaches(record, "relatives").size() == 1));
    }

    @Test
    @DisplayName("writes an entry when it woke more than a minute late, and rings for what it slept through once")
    void writesThatItWokeLate() {
        RecordId record = house.book(Duration.ofMinutes(20), Basis.CPC_208);
        assertTrue(comes(() -> house.store().dueRecords().behind(1).isEmpty()));
        clock.pass(Duration.ofHours(2));
        alarms.wake();
        assertTrue(comes(() -> house.breaches(record, "relatives").size() == 1));
        assertTrue(comes(() -> said(LATE) > 0));
        assertTrue(said(LATE) > Duration.ofMinutes(90).toMillis());
        assertEquals(1, house.breaches(record, "relatives").size());
    }

    @Test
    @DisplayName("cannot be put out of step by a correction of a second or two")
    void saysNothingOfALittleStep() {
        var _ = house.book(Duration.ofMinutes(20), Basis.CPC_208);
        assertTrue(comes(() -> house.store().dueRecords().behind(1).isEmpty()));
        clock.pass(Duration.ofSeconds(-2));
        alarms.wake();
        var _ = house.book(Duration.ofMinutes(20), Basis.CPC_208);
        assertTrue(comes(() -> house.store().dueRecords().behind(1).isEmpty()));
        assertEquals(0, said(BACK));
    }

    /** The milliseconds that an entry of the ledger says; 0 where none does. */
    private long said(Pattern pattern) {
        Matcher found = pattern.matcher(entries(house.store()));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String entries(Store store) {
        try {
            store.awaitSealed(5_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        int size = Integer.parseInt(store.ledger()
                .checkpoint()
                .orElseThrow()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
        return new String(store.ledger().tile("entries/000.p/" + size).orElseThrow(), StandardCharsets.UTF_8);
    }
}
