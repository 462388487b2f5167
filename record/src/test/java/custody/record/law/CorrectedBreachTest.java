package custody.record.law;

import static custody.record.detention.Story.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.Story;
import custody.record.events.Badge;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.CustodyFact.Released;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.law.Clock.State;
import custody.record.law.honesty.Honesty;
import custody.record.law.rules.Pack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A breach that a correction made undone")
class CorrectedBreachTest {
    private static final Instant DUE = T0.plus(Duration.ofDays(3));
    private static final Instant LATE = DUE.plus(Duration.ofMinutes(10));
    private static final Instant CORRECTED = DUE.plus(Duration.ofDays(5));
    private static final EventId ALERT = new EventId(new UUID(5, 5));
    private static final Pack LAW = SmallLaw.pack("1", T0.minus(Duration.ofDays(1)), null, "1");

    private final Story story = Story.delivered();
    private final EventId released = story.add(new Released(null, null, null, null), LATE);

    @Test
    @DisplayName("is asked about, and so is the lateness of who says it only now")
    void isAskedAbout() {
        EventId correction = correct(DUE.minus(Duration.ofHours(9)));
        List<FlagRaised> flags =
                Honesty.flags(story.record().events(), story.record().standing(), board(), _ -> board(), CORRECTED);
        assertEquals(
                List.of(List.of(released, correction), List.of(released)),
                flags.stream().map(FlagRaised::about).toList());
        assertEquals(
                List.of(Flag.JUST_BEFORE_DEADLINE, Flag.LATE_ENTRY),
                flags.stream().map(FlagRaised::flag).toList());
    }

    @Test
    @DisplayName("is told on until somebody takes note of it, although nothing is open any more")
    void isToldOn() {
        correct(DUE.minus(Duration.ofMinutes(1)));
        assertEquals(State.MET, board().of("maximum").getFirst().state());
        Lasting lasting = Lasting.of(board(), written());
        assertTrue(lasting.open().isEmpty());
        assertTrue(lasting.urging().contains(ALERT));
    }

    @Test
    @DisplayName("is neither where the correction leaves the event behind its deadline")
    void staysLate() {
        correct(LATE.minus(Duration.ofMinutes(1)));
        assertEquals(State.MET_LATE, board().of("maximum").getFirst().state());
        List<FlagRaised> flags =
                Honesty.flags(story.record().events(), story.record().standing(), board(), _ -> board(), CORRECTED);
        assertEquals(
                List.of(Flag.LATE_ENTRY), flags.stream().map(FlagRaised::flag).toList());
    }

    @Test
    @DisplayName("leaves in time what is corrected at once")
    void isNotLateAtOnce() {
        story.add(Correction.moving(released, "помилка", LATE.plusSeconds(60)), LATE.plusSeconds(300));
        assertEquals(
                List.of(),
                Honesty.flags(story.record().events(), story.record().standing(), board(), _ -> board(), CORRECTED));
    }

    private EventId correct(Instant to) {
        return story.add(Correction.moving(released, "помилка", to), CORRECTED);
    }

    private Board board() {
        Circumstances here = new Circumstances(SmallLaw.KYIV, List.of());
        return Judging.board(story.record().standing(), here, LAW, CORRECTED);
    }

    /** With the alert that rang before the correction was written. */
    private List<Event> written() {
        List<Event> events = new ArrayList<>(story.record().events());
        Fact breach = Alerts.of(late(), List.of()).getLast().fact();
        events.add(
                events.size() - 1,
                Event.plain(
                        ALERT,
                        events.getFirst().record(),
                        events.size(),
                        new Occurrence(DUE, null, Occurrence.Source.LIVE),
                        DUE,
                        Badge.SYSTEM,
                        breach));
        return events;
    }

    private Board late() {
        List<Event> before = story.record().events().stream()
                .filter(event -> !(event.fact() instanceof Correction))
                .toList();
        return Judging.board(before, new Circumstances(SmallLaw.KYIV, List.of()), LAW, CORRECTED);
    }
}
