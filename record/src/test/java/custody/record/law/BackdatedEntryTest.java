package custody.record.law;

import static custody.record.detention.Story.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.detention.Story;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CareFact.Meal;
import custody.record.events.CustodyFact.BasisChanged;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.CustodyFact.Released;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.SystemFact.ClockBreached;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.Value;
import custody.record.law.Clock.State;
import custody.record.law.honesty.Honesty;
import custody.record.law.rules.Pack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A breach that rang, and that an entry written afterwards made undone")
class BackdatedEntryTest {
    private static final Instant DUE = T0.plus(Duration.ofDays(3));
    private static final Instant RANG = DUE.plusMillis(1);
    private static final Instant WRITTEN = DUE.plus(Duration.ofMinutes(8));
    private static final EventId ALERT = new EventId(new UUID(5, 5));
    private static final Circumstances HERE = new Circumstances(SmallLaw.KYIV, List.of());
    private static final Pack LAW = SmallLaw.pack("1", T0.minus(Duration.ofDays(1)), null, "1");
    private static final Fact RELEASED = new Released(null, null, null, null);
    private static final Fact ELSEWISE = new BasisChanged(Basis.COURT_PERMISSION, null, null, null, null);

    private final Story story = Story.delivered();

    @Test
    @DisplayName("is told on until somebody takes note of it, although nothing is open any more")
    void isToldOn() {
        write(RELEASED, DUE.minus(Duration.ofMinutes(20)), WRITTEN);
        assertEquals(State.MET, board(WRITTEN).of("maximum").getFirst().state());
        Lasting lasting = Lasting.of(board(WRITTEN), withAlert());
        assertTrue(lasting.open().isEmpty());
        assertTrue(lasting.urging().contains(ALERT));
    }

    @Test
    @DisplayName("is told on also where by the entry the rule asks nothing any more")
    void isToldOnWhereNothingIsAsked() {
        write(ELSEWISE, DUE.minus(Duration.ofMinutes(20)), WRITTEN);
        assertEquals(
                State.NOT_APPLICABLE, board(WRITTEN).of("maximum").getFirst().state());
        assertTrue(Lasting.of(board(WRITTEN), withAlert()).urging().contains(ALERT));
    }

    @Test
    @DisplayName(
            "is asked about however long before the deadline the entry says it was, and nothing else written then is")
    void isAskedAbout() {
        EventId meal = write(new Meal(null, null, null), DUE.minus(Duration.ofHours(2)), WRITTEN);
        EventId released = write(RELEASED, DUE.minus(Duration.ofHours(1)), WRITTEN);
        List<FlagRaised> flags = flags(withAlert());
        assertEquals(List.of(List.of(released)), about(flags, Flag.JUST_BEFORE_DEADLINE));
        assertEquals(List.of(List.of(meal), List.of(released)), about(flags, Flag.LATE_ENTRY));
    }

    @Test
    @DisplayName("is asked about also where the entry meets nothing, but takes the clock away")
    void isAskedAboutWhereNothingIsMet() {
        EventId changed = write(ELSEWISE, DUE.minus(Duration.ofMinutes(30)), WRITTEN);
        assertEquals(List.of(List.of(changed)), about(flags(withAlert()), Flag.JUST_BEFORE_DEADLINE));
    }

    @Test
    @DisplayName("is asked about with the entry that did it first, where two would each have done it")
    void isAskedAboutOnce() {
        EventId changed = write(ELSEWISE, DUE.minus(Duration.ofMinutes(50)), WRITTEN);
        write(RELEASED, DUE.minus(Duration.ofMinutes(30)), WRITTEN.plusSeconds(20));
        assertEquals(List.of(List.of(changed)), about(flags(withAlert()), Flag.JUST_BEFORE_DEADLINE));
    }

    @Test
    @DisplayName("is asked about with the correction that did it, where the entry alone did not")
    void isAskedAboutWithTheCorrection() {
        EventId changed = write(ELSEWISE, DUE.plus(Duration.ofMinutes(1)), WRITTEN);
        EventId moved = story.add(
                Correction.moving(changed, "помилка", DUE.minus(Duration.ofMinutes(30))), WRITTEN.plusSeconds(20));
        assertEquals(List.of(List.of(changed, moved)), about(flags(withAlert()), Flag.JUST_BEFORE_DEADLINE));
    }

    @Test
    @DisplayName("is asked about with the correction of another field that did it, at the time that always stood")
    void isAskedAboutWithTheField() {
        EventId changed = write(
                new BasisChanged(Basis.CPC_208, null, null, null, null),
                DUE.minus(Duration.ofHours(2)),
                DUE.minus(Duration.ofHours(2)));
        EventId corrected = story.add(reworded(changed, "basis", "court-permission"), WRITTEN.plusSeconds(20));
        assertEquals(
                State.NOT_APPLICABLE, board(WRITTEN).of("maximum").getFirst().state());
        assertEquals(List.of(List.of(changed, corrected)), about(flags(withAlert()), Flag.JUST_BEFORE_DEADLINE));
    }

    @Test
    @DisplayName("is asked about with the correction that moved what the clock counts from")
    void isAskedAboutWithTheBeginning() {
        EventId apprehended = story.record().events().getFirst().id();
        EventId moved = story.add(
                Correction.moving(apprehended, "помилка", T0.plus(Duration.ofMinutes(40))), WRITTEN.plusSeconds(20));
        assertEquals(List.of(List.of(apprehended, moved)), about(flags(withAlert()), Flag.JUST_BEFORE_DEADLINE));
    }

    @Test
    @DisplayName("is not asked about where a correction puts something else right")
    void isNotAskedAboutElse() {
        EventId meal =
                write(new Meal(null, null, null), DUE.minus(Duration.ofHours(2)), DUE.minus(Duration.ofHours(2)));
        write(RELEASED, DUE.minus(Duration.ofMinutes(2)), WRITTEN);
        story.add(reworded(meal, "diet", "без глютену"), WRITTEN.plusSeconds(20));
        assertEquals(1, about(flags(withAlert()), Flag.JUST_BEFORE_DEADLINE).size());
    }

    @Test
    @DisplayName("is not asked about where by the entry it is broken all the same")
    void isNotAskedAboutOtherwise() {
        write(RELEASED, DUE.plus(Duration.ofMinutes(1)), WRITTEN);
        assertEquals(State.MET_LATE, board(WRITTEN).of("maximum").getFirst().state());
        assertEquals(List.of(), about(flags(withAlert()), Flag.JUST_BEFORE_DEADLINE));
    }

    @Test
    @DisplayName("is not asked about where it never rang")
    void isNotAskedAboutWhereItNeverRang() {
        write(RELEASED, DUE.minus(Duration.ofHours(1)), WRITTEN);
        assertEquals(List.of(), about(flags(story.record().events()), Flag.JUST_BEFORE_DEADLINE));
    }

    private EventId write(Fact fact, Instant at, Instant now) {
        return story.add(fact, at, now);
    }

    private static Correction reworded(EventId event, String field, String value) {
        return Correction.rewording(event, "помилка", new LinkedHashMap<>(Map.of(field, new Value.Text(value))));
    }

    private Board board(Instant now) {
        return Judging.board(story.record().standing(), HERE, LAW, now);
    }

    private List<FlagRaised> flags(List<Event> written) {
        return Honesty.flags(
                written,
                story.record().standing(),
                board(WRITTEN),
                standing -> Judging.board(standing, HERE, LAW, WRITTEN),
                WRITTEN);
    }

    private static List<List<EventId>> about(List<FlagRaised> flags, Flag wanted) {
        return flags.stream()
                .filter(flag -> flag.flag() == wanted)
                .map(FlagRaised::about)
                .toList();
    }

    /** As the record reads where the alert rang before the entries were written. */
    private List<Event> withAlert() {
        List<Event> events = new ArrayList<>(story.record().events());
        int before = (int) events.stream()
                .filter(event -> event.recordedAt().isBefore(RANG))
                .count();
        events.add(
                before,
                Event.plain(
                        ALERT,
                        events.getFirst().record(),
                        before + 1,
                        new Occurrence(RANG, null, Occurrence.Source.LIVE),
                        RANG,
                        Badge.SYSTEM,
                        new ClockBreached("maximum", "ст. 1", DUE, "release", "ua 1")));
        return events;
    }
}
