package custody.record.detention;

import static custody.record.detention.Story.T0;
import static custody.record.detention.Story.minutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.Delivered;
import custody.record.events.CustodyFact.Registered;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.PersonDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Opening a record")
class OpeningTest {
    private static final Instant NOW = minutes(50);

    @Test
    @DisplayName("writes apprehension, delivery and registration, three times of which none replaces another")
    void writesThreeTimes() {
        CustodyRecord record = Story.delivered().record();
        assertEquals(3, record.version());
        assertEquals(
                List.of(T0, minutes(47), minutes(50)),
                record.events().stream().map(Event::occurredAt).toList());
        assertEquals(
                new Delivered(List.of(Story.APPREHENDING_OFFICER), null),
                record.events().get(1).fact());
        assertEquals(new Registered(null), record.events().get(2).fact());
        assertEquals(Situation.Status.IN_CUSTODY, record.situation().status());
    }

    @Test
    @DisplayName("can begin on the way, with the apprehension alone")
    void canBeginOnTheWay() {
        CustodyRecord record = Story.onTheWay(Basis.CPC_208).record();
        assertEquals(1, record.version());
        assertEquals(Situation.Status.ON_THE_WAY, record.situation().status());
    }

    @Test
    @DisplayName("can name others who delivered")
    void canNameOthersWhoDelivered() {
        Booking booking = Story.booking(Basis.CPC_208, minutes(47));
        Badge other = new Badge("1000010");
        Booking brought =
                new Booking(booking.apprehended(), booking.apprehendedAt(), booking.deliveredAt(), List.of(other));
        Decision.Accepted accepted = (Decision.Accepted) open(brought);
        assertEquals(
                new Delivered(List.of(other), null), accepted.events().get(1).fact());
    }

    @Test
    @DisplayName("can be done for somebody without a name who is described")
    void canBeDoneForTheUnknown() {
        assertEquals(List.of(), errors(open(with(Story.unknown("чоловік близько 40 років, шрам на лівій щоці")))));
    }

    @Test
    @DisplayName("cannot be done for somebody with neither name nor description")
    void cannotBeDoneForNobody() {
        assertEquals(List.of(FieldError.of("/person", Code.REQUIRED)), errors(open(with(personOf(null, null)))));
    }

    @Test
    @DisplayName("can be up to 60 s ahead of the node's clock")
    void canBeAMinuteAhead() {
        assertEquals(List.of(), errors(open(times(NOW.plusSeconds(60), null))));
        assertEquals(List.of(), errors(open(times(T0, NOW.plusSeconds(60)))));
    }

    @Test
    @DisplayName("cannot be a millisecond more than 60 s ahead")
    void cannotBeMoreThanAMinuteAhead() {
        Instant ahead = NOW.plusSeconds(60).plusMillis(1);
        assertEquals(List.of(FieldError.of("/apprehension/at", Code.FUTURE)), errors(open(times(ahead, null))));
        assertEquals(List.of(FieldError.of("/delivery/at", Code.FUTURE)), errors(open(times(T0, ahead))));
    }

    @Test
    @DisplayName("can deliver at the moment of apprehension, cannot deliver before it")
    void cannotDeliverBeforeApprehension() {
        assertEquals(List.of(), errors(open(times(T0, T0))));
        assertEquals(List.of(FieldError.of("/delivery/at", Code.ORDER)), errors(open(times(T0, T0.minusMillis(1)))));
    }

    @Test
    @DisplayName("cannot be done for somebody born in the future, and says all that is wrong at once")
    void cannotBeBornInTheFuture() {
        assertEquals(List.of(), errors(open(with(personOf("Бондар", LocalDate.of(2026, 11, 24))))));
        assertEquals(
                List.of(FieldError.of("/person/birthDate", Code.FUTURE)),
                errors(open(with(personOf("Бондар", LocalDate.of(2026, 11, 26))))));
        Booking wrong = new Booking(
                with(personOf(null, LocalDate.of(2027, 1, 1))).apprehended(), NOW.plusSeconds(61), T0, List.of());
        assertEquals(4, errors(open(wrong)).size());
    }

    private static Booking times(Instant apprehended, @Nullable Instant delivered) {
        Booking booking = Story.booking(Basis.CPC_208, null);
        return new Booking(booking.apprehended(), apprehended, delivered, List.of());
    }

    private static Booking with(PersonDetails person) {
        Apprehended usual = Story.booking(Basis.CPC_208, null).apprehended();
        Apprehended apprehended =
                new Apprehended(person, usual.place(), usual.by(), usual.basis(), null, null, null, null);
        return new Booking(apprehended, T0, null, List.of());
    }

    private static PersonDetails personOf(@Nullable String surname, @Nullable LocalDate birthDate) {
        return new PersonDetails(
                surname, null, null, birthDate, null, null, null, null, null, null, List.of(), null, null, null, null,
                List.of(), null);
    }

    private static Decision open(Booking booking) {
        Moment moment = new Moment(NOW, Story.CUSTODY_OFFICER, () -> new EventId(new UUID(0, 1)));
        return Keeping.open(Story.ID, booking, moment);
    }

    private static List<FieldError> errors(Decision decision) {
        return switch (decision) {
            case Decision.Accepted _ -> List.of();
            case Decision.Invalid(List<FieldError> errors) -> errors;
            case Decision.Refused refused -> throw new AssertionError(refused);
        };
    }
}
