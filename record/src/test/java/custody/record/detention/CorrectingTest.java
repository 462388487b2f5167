package custody.record.detention;

import static custody.record.detention.Story.T0;
import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.detention.Situation.Status;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.CareFact.Meal;
import custody.record.events.CareFact.Taken;
import custody.record.events.ComplaintFact.Complaint;
import custody.record.events.ComplaintFact.ComplaintAnswered;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.BasisAdded;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.CustodyFact.RecordClosed;
import custody.record.events.CustodyFact.Released;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.PropertyFact.Searched;
import custody.record.events.RoomCode;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.Value;
import custody.record.events.VideoFact.FootageHeld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A correction")
class CorrectingTest {
    private static final String WHY = "помилка під час внесення";
    private static final Fact MEAL = new Meal(Meal.Service.LUNCH, Taken.TAKEN, "без м’яса");

    @Test
    @DisplayName("stands beside the original, which stays as it was")
    void standsBeside() {
        Story story = Story.delivered();
        EventId meal = story.add(MEAL, minutes(60));
        EventId correction = story.add(rewording(meal, "taken", "refused"), minutes(70));
        Entry entry = entry(story, meal);
        assertEquals(MEAL, entry.original().fact());
        assertEquals(
                new Meal(Meal.Service.LUNCH, Taken.REFUSED, "без м’яса"),
                entry.standing().fact());
        assertEquals(
                List.of(correction), entry.corrections().stream().map(Event::id).toList());
        assertFalse(entry.withdrawn());
        assertEquals(5, story.record().version());
        assertEquals(4, story.record().entries().size());
    }

    @Test
    @DisplayName("can follow another, and each adds to those before")
    void canFollowAnother() {
        Story story = Story.delivered();
        EventId meal = story.add(MEAL, minutes(60));
        story.add(rewording(meal, "taken", "refused"), minutes(70));
        story.add(rewording(meal, "diet", ""), minutes(71));
        story.add(Correction.moving(meal, WHY, minutes(58)), minutes(72));
        Event standing = entry(story, meal).standing();
        assertEquals(new Meal(Meal.Service.LUNCH, Taken.REFUSED, null), standing.fact());
        assertEquals(minutes(58), standing.occurredAt());
        assertEquals(minutes(60), standing.recordedAt());
        assertEquals(3, entry(story, meal).corrections().size());
    }

    @Test
    @DisplayName("can withdraw an event and give it back")
    void canWithdrawAndGiveBack() {
        Story story = Story.delivered();
        EventId released = story.add(new Released(null, null, null, null), minutes(60));
        story.add(Correction.withdrawing(released, WHY), minutes(61));
        assertTrue(entry(story, released).withdrawn());
        assertEquals(Status.IN_CUSTODY, story.now().status());
        story.add(MEAL, minutes(62));
        Correction back = new Correction(
                released, WHY, false, minutes(63), null, List.of(), List.of(), null, new LinkedHashMap<>());
        story.add(back, minutes(64));
        assertEquals(Status.RELEASED, story.now().status());
        assertEquals(minutes(63), story.now().statusSince());
    }

    @Test
    @DisplayName("cannot give back a release that the record has overtaken")
    void cannotGiveBackAnOvertakenRelease() {
        Story story = Story.delivered();
        EventId released = story.add(new Released(null, null, null, null), minutes(60));
        story.add(Correction.withdrawing(released, WHY), minutes(61));
        EventId meal = story.add(MEAL, minutes(62));
        Correction back =
                new Correction(released, WHY, false, null, null, List.of(), List.of(), null, new LinkedHashMap<>());
        assertEquals(new Refusal.CustodyWentOn("meal", minutes(62), meal), story.refusal(back, minutes(64)));
    }

    @Test
    @DisplayName("can put people and place right, and leaves those alone that it does not name")
    void canPutPeopleRight() {
        Story story = Story.delivered();
        EventId meal = story.take(story.decide(
                new Draft(
                        MEAL,
                        new Occurrence(minutes(60), null, Occurrence.Source.LIVE),
                        List.of(new Badge("1000010")),
                        List.of("Іван Мельник"),
                        new RoomCode("CELL-1"),
                        null,
                        null),
                minutes(60)));
        Correction correction = new Correction(
                meal,
                WHY,
                null,
                null,
                null,
                List.of(new Badge("1000011")),
                List.of(),
                new RoomCode("CELL-2"),
                new LinkedHashMap<>());
        story.add(correction, minutes(61));
        Event standing = entry(story, meal).standing();
        assertEquals(List.of(new Badge("1000011")), standing.performedBy());
        assertEquals(List.of("Іван Мельник"), standing.present());
        assertEquals(new RoomCode("CELL-2"), standing.place());
    }

    @Test
    @DisplayName("can be made in a closed record: truth has no deadline")
    void canBeMadeInAClosedRecord() {
        Story story = Story.delivered();
        EventId meal = story.add(MEAL, minutes(60));
        story.add(new Released(null, null, null, null), minutes(120));
        story.add(new RecordClosed(null), minutes(121));
        story.add(rewording(meal, "taken", "partly"), minutes(100_000));
        assertEquals(Status.CLOSED, story.now().status());
    }

    @Test
    @DisplayName(
            "of a closed record cannot take away the end of custody, nor put it behind the closing, while that stands")
    void cannotLeaveAClosedRecordWithoutAnEnd() {
        Story story = Story.delivered();
        EventId released = story.add(new Released(null, null, null, null), minutes(120));
        EventId closed = story.add(new RecordClosed(null), minutes(121));
        Refusal refusal = new Refusal.StillInCustody();
        assertEquals(refusal, story.refusal(Correction.withdrawing(released, WHY), minutes(130)));
        assertEquals(refusal, story.refusal(Correction.moving(released, WHY, minutes(122)), minutes(130)));
        assertEquals(refusal, story.refusal(Correction.moving(closed, WHY, minutes(119)), minutes(130)));
        story.add(Correction.moving(released, WHY, minutes(121)), minutes(130));
        assertEquals(Status.CLOSED, story.now().status());
        story.add(Correction.withdrawing(closed, WHY), minutes(131));
        story.add(Correction.withdrawing(released, WHY), minutes(132));
        assertEquals(Status.IN_CUSTODY, story.now().status());
    }

    @Test
    @DisplayName("moves T0 where the apprehension was mistimed, and the clocks with it")
    void movesT0() {
        Story story = Story.delivered();
        EventId apprehended = story.record().events().getFirst().id();
        story.add(Correction.moving(apprehended, WHY, T0.minusSeconds(3_600)), minutes(60));
        assertEquals(T0.minusSeconds(3_600), story.now().apprehendedAt());
        assertEquals(Status.IN_CUSTODY, story.now().status());
    }

    @Test
    @DisplayName("can move T0 up to the first thing that followed, cannot move it beyond")
    void cannotMoveT0Beyond() {
        Story story = Story.delivered();
        EventId apprehended = story.record().events().getFirst().id();
        assertInstanceOf(
                Decision.Accepted.class, story.decide(Correction.moving(apprehended, WHY, minutes(47)), minutes(60)));
        Instant beyond = minutes(47).plusMillis(1);
        assertEquals(
                new Refusal.BeforeApprehension(beyond),
                story.refusal(Correction.moving(apprehended, WHY, beyond), minutes(60)));
    }

    @Test
    @DisplayName("can move an event to T0, cannot move it before")
    void cannotMoveAnEventBeforeT0() {
        Story story = Story.delivered();
        EventId delivered = story.record().events().get(1).id();
        assertInstanceOf(Decision.Accepted.class, story.decide(Correction.moving(delivered, WHY, T0), minutes(60)));
        assertEquals(
                new Refusal.BeforeApprehension(T0),
                story.refusal(Correction.moving(delivered, WHY, T0.minusMillis(1)), minutes(60)));
    }

    @Test
    @DisplayName("cannot take back the apprehension, a correction, a flag")
    void cannotTakeBackWhatIsNotCorrected() {
        Story story = Story.delivered();
        EventId apprehended = story.record().events().getFirst().id();
        EventId meal = story.add(MEAL, minutes(60));
        EventId correction = story.add(rewording(meal, "taken", "refused"), minutes(61));
        EventId flag = story.take(Keeping.addBySystem(
                story.record(),
                Draft.of(
                        new FlagRaised(Flag.BATCH_ENTRY, List.of(meal), null),
                        new Occurrence(minutes(62), null, Occurrence.Source.LIVE)),
                story.moment(minutes(62))));
        assertEquals(
                new Refusal.NotCorrectable("apprehended"),
                story.refusal(Correction.withdrawing(apprehended, WHY), minutes(63)));
        assertEquals(
                new Refusal.NotCorrectable("correction"),
                story.refusal(Correction.withdrawing(correction, WHY), minutes(63)));
        assertEquals(
                new Refusal.NotCorrectable("flag-raised"),
                story.refusal(Correction.withdrawing(flag, WHY), minutes(63)));
    }

    @Test
    @DisplayName("cannot change nothing")
    void cannotChangeNothing() {
        Story story = Story.delivered();
        EventId meal = story.add(MEAL, minutes(60));
        assertEquals(new Refusal.NothingCorrected(), story.refusal(rewording(meal, "taken", "taken"), minutes(61)));
        assertEquals(
                new Refusal.NothingCorrected(), story.refusal(Correction.moving(meal, WHY, minutes(60)), minutes(61)));
        story.add(Correction.withdrawing(meal, WHY), minutes(62));
        assertEquals(new Refusal.NothingCorrected(), story.refusal(Correction.withdrawing(meal, WHY), minutes(63)));
    }

    @Test
    @DisplayName("cannot correct what is not in the record")
    void cannotCorrectNothing() {
        EventId nowhere = new EventId(new UUID(9, 9));
        assertEquals(
                new Refusal.UnknownEvent(nowhere),
                Story.delivered().refusal(Correction.withdrawing(nowhere, WHY), minutes(60)));
    }

    @Test
    @DisplayName("cannot bring values that the corrected kind would not take, and says where")
    void cannotBringWrongValues() {
        Story story = Story.delivered();
        EventId meal = story.add(MEAL, minutes(60));
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("taken", new Value.Text("eaten"));
        fields.put("colour", new Value.Text("red"));
        assertEquals(
                List.of("/fields/fields/colour", "/fields/fields/taken"),
                errors(story.decide(Correction.rewording(meal, WHY, fields), minutes(61))).stream()
                        .map(FieldError::pointer)
                        .toList());
    }

    @Test
    @DisplayName(
            "cannot turn the span of held footage round; what an earlier version took backwards can be withdrawn or put right")
    void cannotTurnASpanRound() {
        Story story = Story.delivered();
        Fact right = new FootageHeld(List.of("cam-1"), minutes(50), minutes(60), "скарга");
        EventId held = story.add(right, minutes(60));
        List<FieldError> wrong = List.of(FieldError.of("/fields/fields/to", Code.ORDER));
        for (Instant to : List.of(minutes(50), minutes(40))) {
            Correction turned = rewording(held, "to", to.toString());
            assertEquals(new Decision.Invalid(wrong), story.decide(turned, minutes(61)));
        }
        Event sealed = story.record().event(held).orElseThrow();
        Fact backwards = new FootageHeld(List.of("cam-1"), minutes(60), minutes(50), "скарга");
        List<Event> events = new ArrayList<>(story.record().events());
        events.set(events.size() - 1, Corrections.with(sealed, backwards, Correction.withdrawing(held, WHY)));
        CustodyRecord earlier = new CustodyRecord(Story.ID, Story.NUMBER, events);
        for (Correction mended : List.of(
                Correction.withdrawing(held, WHY),
                Correction.moving(held, WHY, minutes(59)),
                rewording(held, "to", minutes(70).toString()))) {
            Draft draft = Draft.of(mended, new Occurrence(minutes(61), null, Occurrence.Source.LIVE));
            assertInstanceOf(Decision.Accepted.class, Keeping.add(earlier, draft, story.moment(minutes(61))));
        }
    }

    @Test
    @DisplayName("cannot leave somebody with neither name nor description, nor unborn")
    void cannotLeaveNobody() {
        Story story = Story.delivered();
        EventId apprehended = story.record().events().getFirst().id();
        assertEquals(
                new Decision.Invalid(List.of(FieldError.of("/fields/fields/person", Code.REQUIRED))),
                story.decide(rewording(apprehended, "person.surname", ""), minutes(60)));
        assertEquals(
                new Decision.Invalid(List.of(FieldError.of("/fields/fields/person/birthDate", Code.FUTURE))),
                story.decide(rewording(apprehended, "person.birthDate", "2150-01-01"), minutes(60)));
        EventId identified = story.add(new Identified(Story.person("Бондаренко"), "паспорт"), minutes(60));
        assertEquals(
                new Decision.Invalid(List.of(FieldError.of("/fields/fields/person", Code.REQUIRED))),
                story.decide(rewording(identified, "person.surname", ""), minutes(61)));
        story.add(rewording(identified, "person.birthDate", "2008-11-24"), minutes(61));
    }

    @Test
    @DisplayName("cannot bring a search into the time before there was a basis for it")
    void cannotBringASearchIntoPoliceCare() {
        Story story = Story.delivered(Basis.POLICE_CARE);
        story.add(new BasisAdded(Basis.CPC_208, null, null, null), minutes(60));
        EventId search = story.add(new Searched(null, null, null, List.of(), null, null, null), minutes(70));
        assertEquals(
                new Refusal.SearchUnderPoliceCare(),
                story.refusal(Correction.moving(search, WHY, minutes(55)), minutes(71)));
        story.add(Correction.moving(search, WHY, minutes(65)), minutes(71));
    }

    @Test
    @DisplayName("cannot end before it begins, and lets an overtaken end fall away")
    void cannotEndBeforeItBegins() {
        Story story = Story.delivered();
        EventId meal = story.take(story.decide(
                Draft.of(MEAL, new Occurrence(minutes(60), minutes(70), Occurrence.Source.LIVE)), minutes(70)));
        assertEquals(
                List.of(FieldError.of("/fields/until", Code.ORDER)),
                errors(story.decide(
                        new Correction(
                                meal,
                                WHY,
                                null,
                                minutes(75),
                                minutes(74),
                                List.of(),
                                List.of(),
                                null,
                                new LinkedHashMap<>()),
                        minutes(80))));
        story.add(Correction.moving(meal, WHY, minutes(75)), minutes(80));
        assertEquals(
                new Occurrence(minutes(75), null, Occurrence.Source.LIVE),
                entry(story, meal).standing().occurrence());
    }

    @Test
    @DisplayName("can move an event 60 s ahead of its writing, cannot move it further")
    void cannotMoveIntoTheFuture() {
        Story story = Story.delivered();
        EventId meal = story.add(MEAL, minutes(60));
        Instant latest = minutes(61).plusSeconds(60);
        assertInstanceOf(Decision.Accepted.class, story.decide(Correction.moving(meal, WHY, latest), minutes(61)));
        assertEquals(
                new Refusal.OccursInFuture(latest),
                story.refusal(Correction.moving(meal, WHY, latest.plusMillis(1)), minutes(61)));
    }

    @Test
    @DisplayName("cannot move a check past the release, nor the release before the check")
    void cannotMoveACheckPastTheRelease() {
        Story story = Story.delivered();
        EventId check = story.add(new CheckMade(null, null, null, null), minutes(90));
        EventId released = story.add(new Released(null, null, null, null), minutes(120));
        assertEquals(
                new Refusal.CustodyEnded(Status.RELEASED, minutes(120)),
                story.refusal(Correction.moving(check, WHY, minutes(121)), minutes(130)));
        assertEquals(
                new Refusal.CustodyWentOn("check-made", minutes(90), check),
                story.refusal(Correction.moving(released, WHY, minutes(89)), minutes(130)));
        story.add(Correction.moving(released, WHY, minutes(90)), minutes(130));
    }

    @Test
    @DisplayName("cannot point an answer to nothing")
    void cannotPointToNothing() {
        Story story = Story.delivered();
        EventId complaint = story.add(new Complaint("холодно", null, List.of(), null), minutes(60));
        EventId answer = story.add(new ComplaintAnswered(complaint, "видано ковдру"), minutes(70));
        EventId nowhere = new EventId(new UUID(9, 9));
        assertEquals(
                new Refusal.UnknownEvent(nowhere),
                story.refusal(rewording(answer, "complaint", nowhere.toString()), minutes(71)));
    }

    @Test
    @DisplayName("keeps its values clean, as any other text is kept")
    void keepsItsValuesClean() {
        Story story = Story.delivered();
        EventId meal = story.add(MEAL, minutes(60));
        SequencedMap<String, Value> typed = new LinkedHashMap<>();
        typed.put("diet", new Value.Text("  і\u0308жа без солі "));
        typed.put("service", new Value.Text(" "));
        EventId correction = story.add(Correction.rewording(meal, WHY, typed), minutes(61));
        Correction kept =
                (Correction) story.record().event(correction).orElseThrow().fact();
        SequencedMap<String, Value> clean = new LinkedHashMap<>();
        clean.put("diet", new Value.Text("їжа без солі"));
        clean.put("service", new Value.Text(""));
        assertEquals(clean, kept.fields());
        assertEquals(
                new Meal(null, Taken.TAKEN, "їжа без солі"),
                entry(story, meal).standing().fact());
    }

    @Test
    @DisplayName("can name the person right inside the apprehension")
    void canNameThePersonRight() {
        Story story = Story.delivered();
        EventId apprehended = story.record().events().getFirst().id();
        story.add(rewording(apprehended, "person.surname", "Бондаренко"), minutes(60));
        assertEquals("Бондаренко", story.now().person().surname());
        assertEquals(
                "Бондар",
                ((Apprehended) story.record().events().getFirst().fact())
                        .person()
                        .surname());
    }

    private static Correction rewording(EventId corrects, String field, String value) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put(field, new Value.Text(value));
        return Correction.rewording(corrects, WHY, fields);
    }

    private static Entry entry(Story story, EventId id) {
        return story.record().entries().stream()
                .filter(entry -> entry.original().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<FieldError> errors(Decision decision) {
        if (decision instanceof Decision.Invalid(List<FieldError> errors)) {
            return errors;
        }
        throw new AssertionError(decision);
    }
}
