package custody.store.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.EventId;
import custody.record.events.Occurrence;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.law.Lasting;
import custody.store.Samples;
import custody.store.Store;
import custody.store.TestStores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An alert")
final class AlertsTest {
    @Test
    @DisplayName("that nobody was to be told of any more, and is told of again, climbs again")
    void climbsAgain() {
        try (Store store = Store.open(TestStores.settings(TestStores.prepared("alerts")))) {
            store.facilities().put(Samples.facility());
            store.officers().put(Samples.officer());
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            CustodyRecord record =
                    stored(store.records().open(Samples.HOME, Samples.booking("Перший", now), Samples.WRITER));
            EventId breach = raise(store, record, now);
            Lasting untold = new Lasting(Set.of(), Set.of());
            Lasting putRightLate = new Lasting(Set.of(), Set.of(breach));
            assertTrue(store.alerts().settle(record.id(), untold, now));
            assertEquals(Optional.empty(), store.alerts().soonest());
            assertTrue(store.alerts().settle(record.id(), putRightLate, now.plusSeconds(1)));
            assertEquals(Optional.of(now.plusSeconds(1)), store.alerts().soonest());
        }
    }

    private static EventId raise(Store store, CustodyRecord record, Instant due) {
        Draft breached = Draft.of(
                new ClockBreached("relatives", "208(4)", due, null, "ua 1"),
                new Occurrence(due, null, Occurrence.Source.LIVE));
        return stored(store.records().addBySystem(record.id(), breached, Samples.WRITER))
                .events()
                .getLast()
                .id();
    }

    private static CustodyRecord stored(Outcome outcome) {
        return assertInstanceOf(Outcome.Stored.class, outcome).record();
    }
}
