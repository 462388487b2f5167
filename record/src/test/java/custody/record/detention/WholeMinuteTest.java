package custody.record.detention;

import static custody.record.detention.Story.CUSTODY_OFFICER;
import static custody.record.detention.Story.T0;
import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.AnyFact;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Group;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.CareFact.Walk;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.CustodyFact.RecordClosed;
import custody.record.events.CustodyFact.Released;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MovementFact.EscortIn;
import custody.record.events.MovementFact.EscortOut;
import custody.record.events.Occurrence;
import custody.record.events.RightsFact.RightsExplained;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A time typed to the minute")
class WholeMinuteTest {
    private static final Fact CHECK = new CheckMade(null, null, "читає", null);
    private static final Fact RELEASED = new Released(null, null, null, null);
    private static final Fact OUT = new EscortOut("суд", null, List.of(), null);
    private static final Fact IN = new EscortIn(null, List.of(), null);
    private static final List<EventKind> KINDS = Catalogue.kinds().stream()
            .filter(kind ->
                    kind.group() == Group.CUSTODY || kind.group() == Group.CARE || kind.group() == Group.MOVEMENT)
            .toList();
    private static final String WHY = "помилка під час внесення";

    private final Story story = Story.delivered();

    private Draft typed(Fact fact, Instant minute, Instant now) {
        return typed(fact, minute, null, now);
    }

    private Draft typed(Fact fact, Instant minute, @Nullable Instant until, Instant now) {
        Draft draft = Draft.of(fact, new Occurrence(minute, until, Occurrence.Source.LIVE));
        return WholeMinute.placed(story.record(), draft, now, CUSTODY_OFFICER);
    }

    private Instant taken(Fact fact, Instant minute, Instant now) {
        Draft placed = typed(fact, minute, now);
        story.take(story.decide(placed, now));
        return placed.occurrence().at();
    }

    @Test
    @DisplayName("is its beginning where nothing else is in the minute")
    void isItsBeginning() {
        assertEquals(minutes(60), taken(CHECK, minutes(60), minutes(60).plusSeconds(42)));
    }

    @Test
    @DisplayName("of a release can be that of the last check")
    void ofARelease() {
        Instant check = minutes(60).plusSeconds(37);
        story.add(CHECK, check);
        assertInstanceOf(Refusal.CustodyWentOn.class, story.refusal(RELEASED, minutes(60)));
        assertEquals(check, taken(RELEASED, minutes(60), check.plusSeconds(5)));
    }

    @Test
    @DisplayName("of a check can be that of a release, and of a closing too")
    void ofACheckAndOfAClosing() {
        Instant released = minutes(60).plusSeconds(37);
        story.add(RELEASED, released);
        assertEquals(minutes(60), taken(CHECK, minutes(60), released.plusSeconds(5)));
        assertEquals(released, taken(new RecordClosed(null), minutes(60), released.plusSeconds(9)));
    }

    @Test
    @DisplayName("can be that of the apprehension")
    void canBeThatOfTheApprehension() {
        EventId apprehension = story.record().events().getFirst().id();
        Instant exact = T0.plusSeconds(20).plusMillis(5);
        story.add(Correction.moving(apprehension, WHY, exact), minutes(51));
        assertEquals(exact, taken(rights(), T0, minutes(52)));
    }

    @Test
    @DisplayName("follows what is already written of the same group, so that a return comes after its departure")
    void followsItsGroup() {
        Instant out = minutes(60).plusSeconds(20);
        story.add(OUT, out);
        assertEquals(out, taken(IN, minutes(60), out.plusSeconds(20)));
        assertEquals(Situation.Status.IN_CUSTODY, story.now().status());
        assertEquals(minutes(60), taken(rights(), minutes(60), out.plusSeconds(30)));
    }

    @Test
    @DisplayName("of a check is before the person left or after the return, whichever fits")
    void fitsBetween() {
        story.add(OUT, minutes(60).plusSeconds(20));
        assertEquals(minutes(60), taken(CHECK, minutes(60), minutes(61)));
        Instant back = minutes(70).plusSeconds(20);
        story.add(IN, back);
        assertEquals(back, taken(CHECK, minutes(70), minutes(71)));
    }

    @Test
    @DisplayName("is never later than now, and never in another minute")
    void isNeverLaterThanNow() {
        Instant now = minutes(60).plusSeconds(10);
        story.add(CHECK, minutes(60).plusSeconds(40), now);
        assertEquals(minutes(60), typed(RELEASED, minutes(60), now).occurrence().at());
        assertEquals(
                minutes(59),
                typed(RELEASED, minutes(59), minutes(61)).occurrence().at());
        assertInstanceOf(
                Refusal.CustodyWentOn.class,
                Story.refusal(story.decide(typed(RELEASED, minutes(59), minutes(61)), minutes(61))));
    }

    @Test
    @DisplayName("takes an end in the same minute along")
    void takesTheEndAlong() {
        Instant back = minutes(60).plusSeconds(20);
        story.add(OUT, minutes(58));
        story.add(IN, back);
        Draft walk = typed(new Walk(null), minutes(60), minutes(60), minutes(61));
        assertEquals(back, walk.occurrence().until());
        assertInstanceOf(Decision.Accepted.class, story.decide(walk, minutes(61)));
        Draft longer = typed(CHECK, minutes(60), minutes(61), minutes(62));
        assertEquals(minutes(61), longer.occurrence().until());
    }

    @Test
    @DisplayName("of a correction can be that of another entry")
    void ofACorrection() {
        Instant check = minutes(60).plusSeconds(37);
        story.add(CHECK, check);
        EventId released = story.add(RELEASED, minutes(65));
        Correction earlier = Correction.moving(released, WHY, minutes(60));
        assertInstanceOf(Refusal.CustodyWentOn.class, story.refusal(earlier, minutes(66)));
        story.take(story.decide(typed(earlier, minutes(66), minutes(66)), minutes(66)));
        assertEquals(check, story.now().statusSince());
    }

    @Test
    @DisplayName("of a corrected end can be that of the beginning")
    void ofACorrectedEnd() {
        Instant begin = minutes(60).plusSeconds(37);
        EventId walk = story.add(new Walk(null), begin);
        Correction ends = Correction.moving(walk, WHY, begin).at(null, minutes(60));
        assertInstanceOf(Decision.Invalid.class, story.decide(ends, minutes(66)));
        story.take(story.decide(typed(ends, minutes(66), minutes(66)), minutes(66)));
        assertEquals(
                begin,
                story.record().entry(walk).orElseThrow().standing().occurrence().until());
    }

    @Test
    @DisplayName("of a corrected beginning does not lose the end that stands in the same minute")
    void keepsTheEnd() {
        Instant back = minutes(60).plusSeconds(20);
        story.add(OUT, minutes(58));
        story.add(IN, back);
        Occurrence brief = new Occurrence(minutes(55), minutes(60).plusSeconds(10), Occurrence.Source.STATED);
        EventId walk = story.take(story.decide(Draft.of(new Walk(null), brief), minutes(61)));
        story.take(
                story.decide(typed(Correction.moving(walk, WHY, minutes(60)), minutes(66), minutes(66)), minutes(66)));
        Occurrence stands = story.record().entry(walk).orElseThrow().standing().occurrence();
        assertEquals(back, stands.at());
        assertEquals(back, stands.until());
    }

    @Test
    @DisplayName("is as it was typed where the correction is of nothing known")
    void ofNothingKnown() {
        Correction nowhere = Correction.moving(new EventId(new java.util.UUID(9, 9)), WHY, minutes(60));
        assertEquals(nowhere, typed(nowhere, minutes(66), minutes(66)).fact());
    }

    @Test
    @DisplayName("is refused only where every moment of it that is known is refused, whatever the record")
    void isRefusedOnlyWhereNothingFits() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            Story any = Story.delivered();
            AnyFact facts = new AnyFact(random);
            for (int wish = 0; wish < 120; wish++) {
                Instant now = minutes(50).plusSeconds(random.nextInt(600));
                Instant at = minutes(50).plusSeconds(random.nextInt(600));
                EventKind kind = KINDS.get(random.nextInt(KINDS.size()));
                Draft draft = Draft.of(facts.some(kind), new Occurrence(at, null, Occurrence.Source.STATED));
                Draft minute =
                        draft.at(new Occurrence(at.truncatedTo(ChronoUnit.MINUTES), null, Occurrence.Source.STATED));
                Draft placed = WholeMinute.placed(any.record(), minute, now, CUSTODY_OFFICER);
                boolean asTyped = any.decide(minute, now) instanceof Decision.Accepted;
                boolean asPlaced = any.decide(placed, now) instanceof Decision.Accepted;
                assertTrue(asPlaced || !asTyped, "seed " + seed + " " + minute);
                assertEquals(
                        minute.occurrence().at(),
                        placed.occurrence().at().truncatedTo(ChronoUnit.MINUTES),
                        "seed " + seed);
                assertTrue(
                        !placed.occurrence().at().isAfter(now)
                                || placed.occurrence()
                                        .at()
                                        .equals(minute.occurrence().at()),
                        "seed " + seed);
                if (any.decide(draft, now) instanceof Decision.Accepted accepted) {
                    any.take(accepted);
                }
            }
        }
    }

    private static Fact rights() {
        return new RightsExplained(List.of(), null, null, null, null);
    }

    @Test
    @DisplayName("gives back a withdrawn entry at a minute too")
    void givesBack() {
        Instant check = minutes(60).plusSeconds(37);
        EventId released = story.add(RELEASED, minutes(60));
        story.add(Correction.withdrawing(released, WHY), minutes(61));
        story.add(CHECK, check, minutes(62));
        Correction back = new Correction(
                released, WHY, false, minutes(60), null, List.of(), List.of(), null, new LinkedHashMap<>());
        story.take(story.decide(typed(back, minutes(63), minutes(63)), minutes(63)));
        assertEquals(check, story.now().statusSince());
    }
}
