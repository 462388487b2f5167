package custody.record.detention;

import static custody.record.detention.Story.T0;
import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import custody.record.catalogue.Canonical;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.Parsed;
import custody.record.detention.Situation.Status;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CareFact.CheckMade;
import custody.record.events.CareFact.Drink;
import custody.record.events.CareFact.Walk;
import custody.record.events.CoercionFact.ForceStatement;
import custody.record.events.CoercionFact.ForceUsed;
import custody.record.events.CoercionFact.Handcuffs;
import custody.record.events.ComplaintFact.Complaint;
import custody.record.events.ComplaintFact.ComplaintAnswered;
import custody.record.events.CustodyFact.Addendum;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.BasisAdded;
import custody.record.events.CustodyFact.BasisChanged;
import custody.record.events.CustodyFact.BroughtToCourt;
import custody.record.events.CustodyFact.Delivered;
import custody.record.events.CustodyFact.Died;
import custody.record.events.CustodyFact.Escaped;
import custody.record.events.CustodyFact.Identified;
import custody.record.events.CustodyFact.RecordClosed;
import custody.record.events.CustodyFact.Registered;
import custody.record.events.CustodyFact.Released;
import custody.record.events.CustodyFact.Transferred;
import custody.record.events.CustodyFact.Transferred.Destination;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.MedicalFact.Hospital;
import custody.record.events.MedicalFact.Hospital.Stage;
import custody.record.events.MovementFact.EscortIn;
import custody.record.events.MovementFact.EscortOut;
import custody.record.events.NoticeFact.Addressee;
import custody.record.events.NoticeFact.Notice;
import custody.record.events.NoticeFact.Outcome;
import custody.record.events.Occurrence;
import custody.record.events.PropertyFact.ItemReturned;
import custody.record.events.PropertyFact.Searched;
import custody.record.events.SystemFact.AlertAcknowledged;
import custody.record.events.SystemFact.Flag;
import custody.record.events.SystemFact.FlagAnswered;
import custody.record.events.SystemFact.FlagRaised;
import custody.record.events.Value;
import custody.record.events.VideoFact.FootageExported;
import custody.record.events.VideoFact.FootageHeld;
import custody.record.events.VideoFact.FootageViewed;
import custody.record.events.VideoFact.HoldReleased;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Adding an event")
class AddingTest {
    private static final Fact CHECK = new CheckMade(null, null, "читає", null);
    private static final Fact RELEASED = new Released(null, null, null, null);
    private static final Fact TRANSFERRED = new Transferred(Destination.TEMPORARY_DETENTION_FACILITY, null, null);
    private static final Fact SEARCHED = new Searched(null, null, null, List.of(), null, null, null);
    private static final EventId NOWHERE = new EventId(new UUID(9, 9));

    @Nested
    @DisplayName("has its time, and so it")
    class Times {
        @Test
        @DisplayName("can occur 60 s after it is written, cannot occur a millisecond later")
        void cannotOccurInTheFuture() {
            Story story = Story.delivered();
            Instant now = minutes(60);
            assertInstanceOf(Decision.Accepted.class, story.decide(CHECK, now.plusSeconds(60), now));
            assertEquals(
                    new Refusal.OccursInFuture(now.plusSeconds(60)),
                    Story.refusal(story.decide(CHECK, now.plusSeconds(60).plusMillis(1), now)));
        }

        @Test
        @DisplayName("can end 60 s after it is written, cannot end a millisecond later")
        void cannotEndInTheFuture() {
            Story story = Story.delivered();
            Instant now = minutes(60);
            assertInstanceOf(Decision.Accepted.class, story.decide(walk(minutes(55), now.plusSeconds(60)), now));
            assertEquals(
                    new Refusal.OccursInFuture(now.plusSeconds(60)),
                    Story.refusal(
                            story.decide(walk(minutes(55), now.plusSeconds(60).plusMillis(1)), now)));
        }

        @Test
        @DisplayName("can occur at the apprehension, cannot occur a millisecond before")
        void cannotOccurBeforeApprehension() {
            Story story = Story.delivered();
            Fact handcuffs = new Handcuffs(Handcuffs.State.ON, null, null);
            assertInstanceOf(Decision.Accepted.class, story.decide(handcuffs, T0, minutes(60)));
            assertEquals(
                    new Refusal.BeforeApprehension(T0),
                    Story.refusal(story.decide(handcuffs, T0.minusMillis(1), minutes(60))));
        }

        @Test
        @DisplayName("can be written days after it occurred: late is marked, never refused")
        void canBeLate() {
            Story story = Story.delivered();
            assertInstanceOf(
                    Decision.Accepted.class,
                    story.decide(CHECK, minutes(60), minutes(60).plusSeconds(10 * 86_400L)));
        }

        private Draft walk(Instant at, @Nullable Instant until) {
            return Draft.of(new Walk(null), new Occurrence(at, until, Occurrence.Source.LIVE));
        }
    }

    @Nested
    @DisplayName("follows the course of custody, and so")
    class OfCustody {
        @Test
        @DisplayName("a person can be released once, cannot be released, transferred, lost or dead after that")
        void cannotEndTwice() {
            Story story = Story.delivered();
            EventId released = story.add(RELEASED, minutes(120));
            Refusal already = new Refusal.AlreadyRecorded("released", released);
            assertEquals(already, story.refusal(RELEASED, minutes(180)));
            assertEquals(already, story.refusal(new Transferred(Destination.HOSPITAL, null, null), minutes(180)));
            assertEquals(already, story.refusal(new Escaped(null), minutes(180)));
            assertEquals(already, story.refusal(new Died(null, null), minutes(180)));
        }

        @Test
        @DisplayName("whoever was handed over can be released elsewhere once, and not before the hand-over")
        void canBeReleasedElsewhere() {
            Story story = Story.delivered();
            EventId transferred = story.add(TRANSFERRED, minutes(120));
            assertEquals(
                    new Refusal.AlreadyRecorded("transferred", transferred),
                    Story.refusal(story.decide(RELEASED, minutes(119), minutes(130))));
            EventId released = story.add(RELEASED, minutes(500));
            assertEquals(Status.RELEASED, story.now().status());
            Refusal already = new Refusal.AlreadyRecorded("released", released);
            assertEquals(already, story.refusal(RELEASED, minutes(600)));
            assertEquals(already, Story.refusal(story.decide(new Died(null, null), minutes(400), minutes(600))));
        }

        @Test
        @DisplayName("a record closed after a hand-over takes one release and nothing more")
        void isReleasedElsewhereAfterClosing() {
            Story story = Story.delivered();
            story.add(TRANSFERRED, minutes(120));
            story.add(new RecordClosed(null), minutes(130));
            story.add(new BroughtToCourt(null), minutes(200));
            story.add(RELEASED, minutes(500));
            assertEquals(new Refusal.RecordIsClosed(minutes(130)), story.refusal(RELEASED, minutes(600)));
            assertEquals(new Refusal.RecordIsClosed(minutes(130)), story.refusal(CHECK, minutes(600)));
            assertEquals(Status.CLOSED, story.now().status());
        }

        @Test
        @DisplayName("whoever was handed over can be taken to a court, be handed on, escape or die there")
        void canBeHeardOfAfterAHandOver() {
            Story story = Story.delivered();
            story.add(TRANSFERRED, minutes(120));
            assertEquals(Status.TRANSFERRED, story.now().status());
            story.add(new BroughtToCourt("Центральний районний суд"), minutes(300));
            story.add(new Transferred(Destination.REMAND_PRISON, null, null), minutes(400));
            assertEquals(
                    new Refusal.CustodyEnded(Status.TRANSFERRED, minutes(120)), story.refusal(CHECK, minutes(410)));
            story.add(new Escaped(null), minutes(500));
            assertEquals(Status.ESCAPED, story.now().status());
            assertEquals(minutes(500), story.now().statusSince());
            assertEquals(
                    new Refusal.CustodyEnded(Status.ESCAPED, minutes(500)),
                    story.refusal(new BroughtToCourt(null), minutes(501)));
        }

        @Test
        @DisplayName("a hand-over heard of after the release can be written where it came before it")
        void canBeHandedOverBeforeTheRelease() {
            Story story = Story.delivered();
            story.add(RELEASED, minutes(300));
            assertInstanceOf(Decision.Accepted.class, story.decide(TRANSFERRED, minutes(120), minutes(310)));
        }

        @Test
        @DisplayName("somebody can come back from a hospital any number of times: nobody is handed over to it")
        void comesBackFromHospital() {
            Story story = Story.delivered();
            for (int visit = 60; visit <= 180; visit += 60) {
                story.add(hospital(Stage.LEFT_FOR), minutes(visit));
                story.add(hospital(Stage.RETURNED), minutes(visit + 30));
                story.add(CHECK, minutes(visit + 31));
            }
            assertEquals(Status.IN_CUSTODY, story.now().status());
        }

        @Test
        @DisplayName("delivery and registration can be written once, cannot be written again")
        void cannotArriveTwice() {
            Story story = Story.onTheWay(Basis.CPC_208);
            EventId delivered = story.add(new Delivered(List.of(), null), minutes(40));
            EventId registered = story.add(new Registered(null), minutes(41));
            assertEquals(
                    new Refusal.AlreadyRecorded("delivered", delivered),
                    story.refusal(new Delivered(List.of(), null), minutes(42)));
            assertEquals(
                    new Refusal.AlreadyRecorded("registered", registered),
                    story.refusal(new Registered(null), minutes(42)));
        }

        @Test
        @DisplayName("a check can be made at the moment of release, cannot be made after it")
        void cannotCheckTheReleased() {
            Story story = Story.delivered();
            story.add(RELEASED, minutes(120));
            assertInstanceOf(Decision.Accepted.class, story.decide(CHECK, minutes(119), minutes(130)));
            assertEquals(
                    new Refusal.CustodyEnded(Status.RELEASED, minutes(120)),
                    Story.refusal(story.decide(CHECK, minutes(121), minutes(130))));
        }

        @Test
        @DisplayName("property can be returned and a notice made after release")
        void canReturnPropertyAfterRelease() {
            Story story = Story.delivered();
            story.add(RELEASED, minutes(120));
            story.add(new ItemReturned("годинник", null, null, null), minutes(125));
            story.add(new Notice(Addressee.LEGAL_AID, Outcome.REACHED, null, null, null, null), minutes(126));
            assertEquals(Status.RELEASED, story.now().status());
        }

        @Test
        @DisplayName("a release can be as early as the last check, cannot be earlier")
        void cannotBeReleasedBeforeTheLastCheck() {
            Story story = Story.delivered();
            EventId check = story.add(CHECK, minutes(90));
            assertInstanceOf(Decision.Accepted.class, story.decide(RELEASED, minutes(90), minutes(100)));
            assertEquals(
                    new Refusal.CustodyWentOn("check-made", minutes(90), check),
                    Story.refusal(story.decide(RELEASED, minutes(90).minusMillis(1), minutes(100))));
        }

        @Test
        @DisplayName("a record can be closed after the end of custody, cannot be closed before")
        void cannotCloseBeforeTheEnd() {
            Story story = Story.delivered();
            assertEquals(new Refusal.StillInCustody(), story.refusal(new RecordClosed(null), minutes(60)));
            story.add(RELEASED, minutes(120));
            assertEquals(
                    new Refusal.StillInCustody(),
                    Story.refusal(
                            story.decide(new RecordClosed(null), minutes(120).minusMillis(1), minutes(130))));
            story.add(new RecordClosed(null), minutes(130));
            assertEquals(Status.CLOSED, story.now().status());
        }

        @Test
        @DisplayName("a closed record takes addenda, footage, flags' answers; it cannot take anything else")
        void cannotAddToAClosedRecord() {
            Story story = closed();
            Refusal closed = new Refusal.RecordIsClosed(minutes(130));
            assertEquals(closed, story.refusal(CHECK, minutes(140)));
            assertEquals(closed, Story.refusal(story.decide(CHECK, minutes(60), minutes(140))));
            assertEquals(closed, story.refusal(new ItemReturned("годинник", null, null, null), minutes(140)));
            story.add(new Addendum("знайдено другий примірник протоколу"), minutes(140));
            story.add(held(), minutes(141));
        }

        @Test
        @DisplayName("an addendum cannot be added to an open record")
        void cannotAddAnAddendumToAnOpenRecord() {
            Story story = Story.delivered();
            assertEquals(new Refusal.RecordIsOpen(), story.refusal(new Addendum("…"), minutes(60)));
            story.add(RELEASED, minutes(120));
            assertEquals(new Refusal.RecordIsOpen(), story.refusal(new Addendum("…"), minutes(125)));
        }
    }

    @Nested
    @DisplayName("knows where the person is, and so")
    class OfPlace {
        @Test
        @DisplayName("a check can be made before and after the hospital, cannot be made meanwhile")
        void cannotCheckAnybodyInHospital() {
            Story story = Story.delivered();
            story.add(hospital(Stage.LEFT_FOR), minutes(60));
            story.add(hospital(Stage.ADMITTED), minutes(80));
            assertEquals(
                    new Refusal.PersonElsewhere("Міська лікарня № 1", minutes(60)), story.refusal(CHECK, minutes(90)));
            assertInstanceOf(Decision.Accepted.class, story.decide(CHECK, minutes(59), minutes(90)));
            story.add(hospital(Stage.RETURNED), minutes(100));
            story.add(CHECK, minutes(101));
            assertEquals(
                    new Refusal.PersonElsewhere("Міська лікарня № 1", minutes(60)),
                    Story.refusal(story.decide(CHECK, minutes(99), minutes(101))));
        }

        @Test
        @DisplayName("a drink cannot be given to somebody taken out under escort, wherever to")
        void cannotGiveADrinkElsewhere() {
            Story story = Story.delivered();
            story.add(new EscortOut(null, null, List.of(), null), minutes(60));
            assertEquals(new Refusal.PersonElsewhere(null, minutes(60)), story.refusal(new Drink(null), minutes(61)));
            story.add(new EscortIn(null, List.of(), null), minutes(70));
            story.add(new Drink(null), minutes(71));
        }

        @Test
        @DisplayName("force and handcuffs can be recorded wherever the person is")
        void canRecordForceElsewhere() {
            Story story = Story.delivered();
            story.add(new EscortOut("суд", null, List.of(), null), minutes(60));
            story.add(new Handcuffs(Handcuffs.State.ON, null, null), minutes(61));
            story.add(force(), minutes(62));
        }
    }

    @Nested
    @DisplayName("obeys the law where the law refuses, and so")
    class OfLaw {
        @Test
        @DisplayName("a person in police care cannot be searched, also not as a visitor besides")
        void cannotSearchInPoliceCare() {
            Story story = Story.delivered(Basis.POLICE_CARE);
            assertEquals(new Refusal.SearchUnderPoliceCare(), story.refusal(SEARCHED, minutes(60)));
            story.add(new BasisAdded(Basis.VISITOR, null, null, null), minutes(61));
            assertEquals(new Refusal.SearchUnderPoliceCare(), story.refusal(SEARCHED, minutes(62)));
        }

        @Test
        @DisplayName("a person can be searched once detained on another basis, cannot for the time before")
        void canSearchOnAnotherBasis() {
            Story story = Story.delivered(Basis.POLICE_CARE);
            story.add(new BasisChanged(Basis.CPC_208, null, null, null, null), minutes(60));
            story.add(SEARCHED, minutes(61));
            assertEquals(
                    new Refusal.SearchUnderPoliceCare(),
                    Story.refusal(story.decide(SEARCHED, minutes(59), minutes(62))));
        }
    }

    @Nested
    @DisplayName("points to what is there, and so")
    class Pointing {
        @Test
        @DisplayName("a complaint can be answered, an event that is not in the record cannot")
        void cannotAnswerNothing() {
            Story story = Story.delivered();
            EventId complaint = story.add(new Complaint("холодно", null, List.of(), null), minutes(60));
            story.add(new ComplaintAnswered(complaint, "видано ковдру"), minutes(70));
            story.add(new ComplaintAnswered(null, "видано ковдру"), minutes(71));
            assertEquals(
                    new Refusal.UnknownEvent(NOWHERE),
                    story.refusal(new ComplaintAnswered(NOWHERE, "видано ковдру"), minutes(72)));
        }

        @Test
        @DisplayName("an answer cannot point to another kind of event")
        void cannotAnswerAnotherKind() {
            Story story = Story.delivered();
            EventId check = story.add(CHECK, minutes(60));
            assertEquals(
                    new Refusal.WrongKindOfEvent("complaint", check),
                    story.refusal(new ComplaintAnswered(check, "видано ковдру"), minutes(70)));
            assertEquals(
                    new Refusal.WrongKindOfEvent("force-used", check),
                    story.refusal(new ForceStatement(null, null, null, check, List.of()), minutes(70)));
        }

        @Test
        @DisplayName("a report can point to force, means or handcuffs")
        void canReportOnAnyCoercion() {
            Story story = Story.delivered();
            EventId force = story.add(force(), minutes(60));
            EventId handcuffs = story.add(new Handcuffs(Handcuffs.State.ON, null, null), minutes(61));
            story.add(new ForceStatement(null, null, null, force, List.of()), minutes(70));
            EventId report = story.add(new ForceStatement(null, null, null, handcuffs, List.of()), minutes(71));
            assertEquals(
                    new Refusal.WrongKindOfEvent("force-used", report),
                    story.refusal(new ForceStatement(null, null, null, report, List.of()), minutes(72)));
        }
    }

    @Nested
    @DisplayName("asks who writes, and so")
    class Authors {
        @Test
        @DisplayName("a person cannot write what the system writes; the system can")
        void cannotWriteForTheSystem() {
            Story story = Story.delivered();
            Fact flag = new FlagRaised(Flag.BATCH_ENTRY, List.of(), null);
            Fact viewed = new FootageViewed(List.of("CAM-1"), T0, minutes(5), "скарга");
            Apprehended again = Story.booking(Basis.CPC_208, null).apprehended();
            assertEquals(new Refusal.WrittenBySystem("flag-raised"), story.refusal(flag, minutes(60)));
            assertEquals(new Refusal.WrittenBySystem("footage-viewed"), story.refusal(viewed, minutes(60)));
            assertEquals(new Refusal.WrittenBySystem("apprehended"), story.refusal(again, minutes(60)));
            story.take(system(story, flag));
            story.take(system(story, viewed));
        }

        @Test
        @DisplayName("the system cannot write a second apprehension either")
        void cannotApprehendTwice() {
            Story story = Story.delivered();
            Fact again = Story.booking(Basis.CPC_208, null).apprehended();
            assertInstanceOf(Refusal.AlreadyRecorded.class, Story.refusal(system(story, again)));
        }

        @Test
        @DisplayName("a person can answer a flag")
        void canAnswerAFlag() {
            Story story = Story.delivered();
            EventId flag = story.take(system(story, new FlagRaised(Flag.BATCH_ENTRY, List.of(), null)));
            story.add(new FlagAnswered(flag, "зв’язку не було до ранку"), minutes(70));
        }

        @Test
        @DisplayName("a hold can be released by two persons once, cannot by one, cannot twice")
        void cannotReleaseAHoldAlone() {
            Story story = Story.delivered();
            EventId hold = story.add(held(), minutes(60));
            assertEquals(
                    new Refusal.SamePerson(),
                    story.refusal(new HoldReleased(hold, "помилка", Story.CUSTODY_OFFICER), minutes(61)));
            Fact byTwo = new HoldReleased(hold, "помилка", new Badge("1000005"));
            EventId released = story.add(byTwo, minutes(62));
            assertEquals(new Refusal.AlreadyRecorded("hold-released", released), story.refusal(byTwo, minutes(63)));
        }
    }

    @Test
    @DisplayName("by the system occurs to the millisecond, as the format says, however fine the machine's clock is")
    void isExactToTheMillisecond() {
        Story story = Story.delivered();
        Draft fine = Draft.of(
                new FlagRaised(Flag.BATCH_ENTRY, List.of(), null),
                new Occurrence(minutes(60).plusNanos(1_234_567), null, Occurrence.Source.LIVE));
        Decision decision = Keeping.addBySystem(
                story.record(), fine, story.moment(minutes(60).plusMillis(2)));
        Event event =
                assertInstanceOf(Decision.Accepted.class, decision).events().getFirst();
        assertEquals(minutes(60).plusMillis(1), event.occurredAt());
    }

    private static Decision system(Story story, Fact fact) {
        Draft draft = Draft.of(fact, new Occurrence(minutes(60), null, Occurrence.Source.LIVE));
        return Keeping.addBySystem(story.record(), draft, story.moment(minutes(60)));
    }

    private static Story closed() {
        Story story = Story.delivered();
        story.add(RELEASED, minutes(120));
        story.add(new RecordClosed(null), minutes(130));
        return story;
    }

    @Test
    @DisplayName("cannot identify nobody, nor somebody who is not born")
    void cannotIdentifyNobody() {
        Story story = Story.delivered();
        assertEquals(
                new Decision.Invalid(List.of(FieldError.of("/fields/person", FieldError.Code.REQUIRED))),
                story.decide(identified("howEstablished", "ніяк"), minutes(60)));
        assertEquals(
                new Decision.Invalid(List.of(FieldError.of("/fields/person/birthDate", FieldError.Code.FUTURE))),
                story.decide(identified("person.birthDate", "2026-11-26"), minutes(60)));
        // Where the facility is it may be the next day already.
        story.add(identified("person.birthDate", "2026-11-25"), minutes(60));
    }

    private static Fact identified(String field, String text) {
        var fields = Map.<String, Value>of(field, new Value.Text(text));
        return switch (Catalogue.parse(Catalogue.kind(Identified.class), fields)) {
            case Parsed.Ok<Fact>(Fact fact) -> fact;
            case Parsed.Wrong<Fact> wrong -> throw new AssertionError(wrong);
        };
    }

    @Test
    @DisplayName(
            "cannot hold footage of a span that ends where it begins or before, nor show or hand over one that ends before")
    void cannotHoldBackwards() {
        Story story = Story.delivered();
        List<FieldError> wrong = List.of(FieldError.of("/fields/to", FieldError.Code.ORDER));
        for (Instant to : List.of(T0, T0.minusSeconds(7_200))) {
            assertEquals(
                    new Decision.Invalid(wrong),
                    story.decide(new FootageHeld(List.of("cam-1"), T0, to, "скарга"), minutes(60)));
            List<Fact> told = List.of(
                    new FootageViewed(List.of("cam-1"), T0, to, "check"),
                    new FootageExported(List.of("cam-1"), T0, to, "прокуратура", "запит", null));
            for (Fact fact : told) {
                Draft draft = Draft.of(fact, new Occurrence(minutes(60), null, Occurrence.Source.LIVE));
                Decision decision = Keeping.addBySystem(story.record(), draft, story.moment(minutes(60)));
                // Of a film whose length nobody knows only the beginning is told.
                assertEquals(!to.equals(T0), decision.equals(new Decision.Invalid(wrong)), decision.toString());
            }
        }
        story.add(new FootageHeld(List.of("cam-1"), T0, T0.plusMillis(1), "скарга"), minutes(60));
    }

    private static Fact held() {
        return new FootageHeld(List.of("CAM-1"), T0, minutes(60), "скарга");
    }

    private static Fact force() {
        return new ForceUsed("загин руки", "опір", true, null, null, null, false);
    }

    private static Fact hospital(Stage stage) {
        return new Hospital(stage, "Міська лікарня № 1", null, List.of());
    }

    @Nested
    @DisplayName("by the system holds words that somebody typed, and so it")
    class Typed {
        private Decision noting(String note) {
            Fact fact = new AlertAcknowledged(NOWHERE, note);
            Story story = Story.delivered();
            return Keeping.addBySystem(
                    story.record(),
                    Draft.of(fact, new Occurrence(minutes(60), null, Occurrence.Source.LIVE)),
                    story.moment(minutes(60)));
        }

        @Test
        @DisplayName("cannot hold what would not read back, since nobody could open the record again")
        void cannotHoldWhatDoesNotReadBack() {
            for (String unreadable : List.of("a\u0000b", "half \ud800", "\u202eturned", "x".repeat(1_001))) {
                assertInstanceOf(Decision.Invalid.class, noting(unreadable));
            }
        }

        @Test
        @DisplayName("is kept as it reads back")
        void isKeptAsItReads() {
            Fact typed = new FootageExported(List.of("reg-1"), T0, minutes(1), "суд", " перше\r\nдруге ", null);
            Story story = Story.delivered();
            Decision decision = Keeping.addBySystem(
                    story.record(),
                    Draft.of(typed, new Occurrence(minutes(60), null, Occurrence.Source.LIVE)),
                    story.moment(minutes(60)));
            Decision.Accepted accepted = assertInstanceOf(Decision.Accepted.class, decision);
            Event event = accepted.events().getFirst();
            assertEquals("перше\nдруге", ((FootageExported) event.fact()).reason());
            assertEquals(event, Canonical.decode(Canonical.encode(event)));
        }
    }
}
