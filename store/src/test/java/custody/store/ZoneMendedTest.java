package custody.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.Outcome;
import custody.record.events.RecordId;
import custody.record.law.Board;
import custody.record.places.Facility;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When a record's clocks change next")
class ZoneMendedTest {
    private static final Board.Under UNDER = new Board.Under("ua", "2026.11", "0".repeat(64));

    private static Facility at(String zone, int norm) {
        Facility was = Samples.facility();
        return new Facility(
                was.code(),
                was.nameUk(),
                was.nameEn(),
                was.region(),
                was.kind(),
                was.state(),
                ZoneId.of(zone),
                norm,
                was.serving(),
                was.rooms());
    }

    @Test
    @DisplayName("is asked anew once the facility's time zone is mended, and not for any other change of the facility")
    void isAskedAnew() {
        try (Store store = Store.open(TestStores.settings(TestStores.prepared("zone")))) {
            store.facilities().put(at("Europe/Warsaw", 400));
            RecordId record = assertInstanceOf(
                            Outcome.Stored.class,
                            store.records().open(Samples.HOME, Samples.booking("Зона", Instant.now()), Samples.WRITER))
                    .record()
                    .id();
            Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
            store.dueRecords().put(record, 3, tomorrow, UNDER);
            store.facilities().put(at("Europe/Warsaw", 250));
            Optional<Instant> before = store.dueRecords().soonest();
            assertTrue(before.orElseThrow().isAfter(Instant.now()), "the norm says nothing of the time");
            store.facilities().put(at("Europe/Kyiv", 250));
            assertEquals(List.of(record), store.dueRecords().dueBy(Instant.now(), 10));
        }
    }
}
