package custody.record.law.honesty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Badge;
import custody.record.events.CareFact.Level;
import custody.record.events.CareFact.ObservationLevelSet;
import custody.record.events.CareFact.RiskAssessed;
import custody.record.events.CustodyFact.Delivered;
import custody.record.events.CustodyFact.Escaped;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MedicalFact.Hospital;
import custody.record.events.Occurrence;
import custody.record.events.QuestioningFact.DetaineeQuestioned;
import custody.record.events.RecordId;
import custody.record.events.Risk;
import custody.record.events.SystemFact.FlagRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Half an hour to set a level, a quarter to write it. */
@DisplayName("An observation level and the answers")
class LevelsTest {
    private static final Instant ZERO = Instant.parse("2026-11-24T06:00:00Z");
    private static final Duration SETTLED = Duration.ofMinutes(45).plusMillis(1);

    private final List<Event> events = new ArrayList<>();

    private LevelsTest at(int minute, Fact fact) {
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

    private static Fact assessed(Risk... risks) {
        return new RiskAssessed(List.of(risks), List.of(), null);
    }

    private static Fact questioned(Risk... risks) {
        return new DetaineeQuestioned(null, null, null, null, null, null, null, null, null, List.of(risks), null);
    }

    private static Fact set(Level level, @Nullable String reason) {
        return new ObservationLevelSet(level, reason);
    }

    private static Fact hospital(Hospital.Stage stage) {
        return new Hospital(stage, null, null, List.of());
    }

    /** What is asked after so many minutes: the version asked about, and what was measured. */
    private List<String> asked(Duration after) {
        List<String> asked = new ArrayList<>();
        Levels.flags(events, ZERO.plus(after), flag -> asked.add(said(flag)));
        return asked;
    }

    private List<String> asked() {
        return asked(Duration.ofHours(10));
    }

    private static String said(FlagRaised flag) {
        return flag.about().getFirst().value().getLeastSignificantBits() + " " + flag.detail();
    }

    @Test
    @DisplayName("cannot be too lax when it is set after them")
    void setAfterThem() {
        at(0, questioned(Risk.SUICIDE_OR_SELF_HARM)).at(10, set(Level.EVERY_60_MIN, null));
        assertEquals(List.of("2 wanted=every-15-min"), asked(Duration.ofMinutes(10)));
        assertEquals(List.of("2 wanted=every-15-min"), asked());
    }

    @Test
    @DisplayName("cannot stay as lax as it was set before them")
    void setBeforeThem() {
        at(-10, set(Level.EVERY_60_MIN, null)).at(0, questioned(Risk.SUICIDE_OR_SELF_HARM));
        assertEquals(List.of(ZERO.plus(SETTLED)), Levels.deadlines(events).toList());
        assertEquals(List.of(), asked(SETTLED.minusMillis(1)));
        assertEquals(List.of("2 wanted=every-15-min, within=PT30M"), asked(SETTLED));
    }

    @Test
    @DisplayName("cannot be missing where they show a danger, and can be where they show none")
    void neverSet() {
        at(0, assessed(Risk.HEAD_INJURY));
        assertEquals(List.of("1 wanted=every-30-min, within=PT30M"), asked(SETTLED));
        events.clear();
        at(0, assessed()).at(5, questioned(Risk.PREGNANCY));
        assertEquals(List.of(), asked());
        assertEquals(List.of(), Levels.deadlines(events).toList());
    }

    @Test
    @DisplayName("can follow them within half an hour, and is asked about though it follows later")
    void followsThem() {
        at(0, assessed(Risk.SUICIDE_OR_SELF_HARM)).at(30, set(Level.EVERY_15_MIN, null));
        assertEquals(List.of(), asked());
        events.clear();
        at(0, assessed(Risk.SUICIDE_OR_SELF_HARM)).at(31, set(Level.EVERY_15_MIN, null));
        assertEquals(List.of("1 wanted=every-15-min, within=PT30M"), asked());
    }

    @Test
    @DisplayName("are asked about once, however often they are repeated, and again when they become worse")
    void askedOnce() {
        at(0, questioned(Risk.HEAD_INJURY)).at(5, assessed(Risk.HEAD_INJURY)).at(60, assessed(Risk.HEAD_INJURY));
        assertEquals(List.of("1 wanted=every-30-min, within=PT30M"), asked());
        at(100, assessed(Risk.HEAD_INJURY, Risk.SUICIDE_OR_SELF_HARM));
        assertEquals(List.of("1 wanted=every-30-min, within=PT30M", "4 wanted=every-15-min, within=PT30M"), asked());
    }

    @Test
    @DisplayName("go together where a reason is written, until they have asked for less and then for more")
    void reasoned() {
        at(0, assessed(Risk.SUICIDE_OR_SELF_HARM)).at(5, set(Level.EVERY_30_MIN, "лікар оглянув"));
        at(60, assessed(Risk.SUICIDE_OR_SELF_HARM));
        assertEquals(List.of(), asked());
        at(120, assessed()).at(180, assessed(Risk.SUICIDE_OR_SELF_HARM));
        assertEquals(List.of("5 wanted=every-15-min, within=PT30M"), asked());
    }

    @Test
    @DisplayName("are asked about after the delivery of whoever was brought from hospital")
    void broughtFromHospital() {
        at(0, hospital(Hospital.Stage.LEFT_FOR)).at(10, assessed(Risk.SUICIDE_OR_SELF_HARM));
        assertEquals(List.of(), asked());
        at(200, new Delivered(List.of(), null));
        assertEquals(
                List.of("2 wanted=every-15-min, within=PT30M"),
                asked(Duration.ofMinutes(200).plus(SETTLED)));
    }

    @Test
    @DisplayName("are asked about from the answers on, and not from the delivery, where nobody was elsewhere")
    void deliveredMeanwhile() {
        at(0, assessed(Risk.SUICIDE_OR_SELF_HARM)).at(20, new Delivered(List.of(), null));
        assertEquals(List.of("1 wanted=every-15-min, within=PT30M"), asked(SETTLED));
    }

    @Test
    @DisplayName("are not asked about while the person is elsewhere or has gone, and are after the return")
    void elsewhere() {
        at(0, assessed(Risk.SUICIDE_OR_SELF_HARM)).at(20, hospital(Hospital.Stage.LEFT_FOR));
        assertEquals(List.of(), asked());
        at(200, hospital(Hospital.Stage.RETURNED));
        assertEquals(List.of(), asked(Duration.ofMinutes(200).plus(SETTLED).minusMillis(1)));
        assertEquals(
                List.of("1 wanted=every-15-min, within=PT30M"),
                asked(Duration.ofMinutes(200).plus(SETTLED)));
        events.clear();
        at(0, assessed(Risk.SUICIDE_OR_SELF_HARM)).at(20, new Escaped(null));
        assertEquals(List.of(), asked());
    }
}
