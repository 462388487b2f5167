package custody.record.law.honesty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Badge;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.CustodyFact.Delivered;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MedicalFact.Hospital;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A check of somebody who was taken to hospital")
class AbsentPersonTest {
    private static final Instant ZERO = Instant.parse("2026-11-24T06:00:00Z");
    private static final Fact CHECK = new CheckMade(null, null, null, null);

    private final List<Event> events = new ArrayList<>();

    private AbsentPersonTest at(int minute, Fact fact) {
        Instant at = ZERO.plus(Duration.ofMinutes(minute));
        int version = events.size() + 1;
        events.add(Event.plain(
                new EventId(new UUID(0, version)),
                new RecordId(new UUID(0, 0)),
                version,
                new Occurrence(at, null, Occurrence.Source.LIVE),
                at,
                new Badge("1000001"),
                fact));
        return this;
    }

    private AbsentPersonTest hospital(int minute, Hospital.Stage stage) {
        return at(minute, new Hospital(stage, null, null, List.of()));
    }

    /** Which events are asked about, by their versions. */
    private List<List<Long>> asked() {
        List<List<Long>> asked = new ArrayList<>();
        Mismatches.absent(
                events,
                ZERO.plus(Duration.ofDays(1)),
                flag -> asked.add(flag.about().stream()
                        .map(event -> event.value().getLeastSignificantBits())
                        .toList()));
        return asked;
    }

    @Test
    @DisplayName("is asked about until the return, and until the delivery of whoever had not been here yet")
    void isAskedAboutUntilTheDelivery() {
        hospital(0, Hospital.Stage.LEFT_FOR).at(10, CHECK);
        assertEquals(List.of(List.of(2L, 1L)), asked());
        hospital(60, Hospital.Stage.RETURNED).at(70, CHECK);
        assertEquals(List.of(List.of(2L, 1L)), asked());
        events.clear();
        hospital(0, Hospital.Stage.LEFT_FOR).at(10, CHECK);
        at(60, new Delivered(List.of(), null)).at(70, CHECK);
        assertEquals(List.of(List.of(2L, 1L)), asked());
    }
}
