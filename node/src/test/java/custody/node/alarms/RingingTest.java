package custody.node.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.ContactFact;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.record.law.Circumstances;
import custody.record.law.Lawbook;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ringing for a record")
final class RingingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    @DisplayName("heeds martial law that is declared after it has read what was declared")
    void heedsWhatIsDeclaredMeanwhile() {
        try (AlarmHouse house = AlarmHouse.open(new MovingClock(NOW))) {
            RecordId record = house.book(Duration.ofMinutes(5), Basis.CPC_208);
            house.add(record, new ContactFact.InterviewStarted(null, null, null, null, null, null));
            AtomicBoolean declared = new AtomicBoolean();
            Lawbook racing = new Lawbook(house.law().packs(), LawInForce.HOME_PACK, facility -> {
                Circumstances read = house.law().circumstances().apply(facility);
                if (declared.compareAndSet(false, true)) {
                    declare(house);
                }
                return read;
            });
            new Ringing(house.store(), racing).ring(record, NOW);
            assertEquals(1, house.breaches(record, "martial-interview").size());
        }
    }

    private static void declare(AlarmHouse house) {
        house.store()
                .martialLaw()
                .declare(
                        AlarmHouse.HOME,
                        new FacilityMartialLaw(true, Instant.parse("2022-02-24T03:30:00Z"), null, "Указ № 64/2022"),
                        new Badge("1000009"));
    }
}
