package custody.record.detention;

import custody.record.events.Badge;
import custody.record.events.Basis;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.PersonDetails;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One detention told step by step; minutes count from the apprehension. */
public final class Story {
    /** The actual apprehension. */
    public static final Instant T0 = Instant.parse("2026-11-24T06:15:00Z");

    static final Badge CUSTODY_OFFICER = new Badge("1000001");
    static final Badge APPREHENDING_OFFICER = new Badge("1000002");
    static final RecordId ID = RecordId.of("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    static final RecordNumber NUMBER = new RecordNumber(new FacilityCode("UA26-0007"), 2026, 17);

    private final Supplier<EventId> ids;
    private CustodyRecord record;

    private Story(List<Event> events, Supplier<EventId> ids) {
        this.ids = ids;
        this.record = new CustodyRecord(ID, NUMBER, events);
    }

    /** Ids in the order in which they are asked for. */
    private static final class Counting implements Supplier<EventId> {
        private long last;

        @Override
        public EventId get() {
            last++;
            return new EventId(new UUID(0, last));
        }
    }

    /** Apprehended at T0, delivered 47 min later, booked 50 min after T0. */
    public static Story delivered() {
        return of(booking(Basis.CPC_208, minutes(47)), minutes(50));
    }

    /** Apprehended at T0, still on the way; written 5 min after T0. */
    static Story onTheWay(Basis basis) {
        return of(booking(basis, null), minutes(5));
    }

    /** Delivered on that basis. */
    static Story delivered(Basis basis) {
        return of(booking(basis, minutes(47)), minutes(50));
    }

    private static Story of(Booking booking, Instant now) {
        Counting ids = new Counting();
        Decision decision = Keeping.open(ID, booking, new Moment(now, CUSTODY_OFFICER, ids));
        if (!(decision instanceof Decision.Accepted(List<Event> events))) {
            throw new AssertionError(decision);
        }
        return new Story(events, ids);
    }

    static Booking booking(Basis basis, @Nullable Instant deliveredAt) {
        Apprehended apprehended = new Apprehended(
                person("Бондар"),
                "Миколаїв, вул. Садова, 1",
                List.of(APPREHENDING_OFFICER),
                basis,
                "ч. 3 ст. 185",
                null,
                null,
                null);
        return new Booking(apprehended, T0, deliveredAt, List.of());
    }

    /** Somebody of that surname. */
    static PersonDetails person(String surname) {
        return person(surname, null);
    }

    /** Somebody nobody can name yet. */
    static PersonDetails unknown(String description) {
        return person(null, description);
    }

    private static PersonDetails person(@Nullable String surname, @Nullable String description) {
        return new PersonDetails(
                surname,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                description);
    }

    /** That many minutes after T0. */
    public static Instant minutes(long minutes) {
        return T0.plus(Duration.ofMinutes(minutes));
    }

    /** A wish to add {@code fact} at a minute, written as it happens. */
    Decision decide(Fact fact, Instant at) {
        return decide(fact, at, at);
    }

    /** A wish to add {@code fact} that happened at {@code at}, written at {@code now}. */
    Decision decide(Fact fact, Instant at, Instant now) {
        return decide(Draft.of(fact, new Occurrence(at, null, Occurrence.Source.STATED)), now);
    }

    Decision decide(Draft draft, Instant now) {
        return Keeping.add(record, draft, moment(now));
    }

    Moment moment(Instant now) {
        return new Moment(now, CUSTODY_OFFICER, ids);
    }

    /** Adds a fact that must be accepted, and names the event. */
    public EventId add(Fact fact, Instant at) {
        return add(fact, at, at);
    }

    /** Adds a fact that happened at {@code at} and is written at {@code now}. */
    public EventId add(Fact fact, Instant at, Instant now) {
        return take(decide(fact, at, now));
    }

    EventId take(Decision decision) {
        if (!(decision instanceof Decision.Accepted(List<Event> events))) {
            throw new AssertionError(decision);
        }
        record = record.with(events);
        return events.getLast().id();
    }

    /** Why a fact cannot be added. */
    Refusal refusal(Fact fact, Instant at) {
        return refusal(decide(fact, at));
    }

    static Refusal refusal(Decision decision) {
        if (decision instanceof Decision.Refused(Refusal refusal)) {
            return refusal;
        }
        throw new AssertionError(decision);
    }

    /** The record as it stands. */
    public CustodyRecord record() {
        return record;
    }

    Situation now() {
        return record.situation();
    }
}
