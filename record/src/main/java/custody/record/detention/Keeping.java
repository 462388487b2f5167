package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.Parsed;
import custody.record.detention.Decision.Accepted;
import custody.record.detention.Decision.Invalid;
import custody.record.detention.Decision.Refused;
import custody.record.events.Badge;
import custody.record.events.CustodyFact;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what is added to a custody record. Pure: the same record, wish and moment give the same decision. */
public final class Keeping {
    /** How far ahead of the node's clock an event may be said to occur: clocks of people and devices differ. */
    public static final Duration AHEAD = Duration.ofSeconds(60);

    private Keeping() {}

    /**
     * Opens a record with the six booking fields: apprehended, and, where the person has arrived, delivered and
     * registered, since whoever books an arrived person registers it by that.
     */
    public static Decision open(RecordId id, Booking booking, Moment moment) {
        List<FieldError> errors = BookingRules.errors(booking, moment.now().plus(AHEAD));
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        List<Event> events = new ArrayList<>();
        events.add(event(id, 1, stated(booking.apprehended(), booking.apprehendedAt()), moment));
        Instant delivered = booking.deliveredAt();
        if (delivered != null) {
            List<Badge> by =
                    booking.deliveredBy().isEmpty() ? booking.apprehended().by() : booking.deliveredBy();
            events.add(event(id, 2, stated(new CustodyFact.Delivered(by, null), delivered), moment));
            Instant registered = delivered.isAfter(moment.now()) ? delivered : moment.now();
            Occurrence live = new Occurrence(registered, null, Occurrence.Source.LIVE);
            events.add(event(id, 3, Draft.of(new CustodyFact.Registered(null), live), moment));
        }
        return new Accepted(events);
    }

    /** Adds one event written by a person. */
    public static Decision add(CustodyRecord record, Draft draft, Moment moment) {
        if (SystemWritten.is(draft.fact())) {
            return new Refused(
                    new Refusal.WrittenBySystem(Catalogue.kind(draft.fact()).name()));
        }
        return decide(record, draft, moment);
    }

    /**
     * Adds one event written by the system itself: clocks, flags, footage. Some hold words that somebody typed and that no form
     * of the catalogue has read: what would not read back is never written, or nobody could open the record again.
     */
    public static Decision addBySystem(CustodyRecord record, Draft draft, Moment moment) {
        Fact fact = draft.fact();
        return switch (Catalogue.parse(Catalogue.kind(fact), Catalogue.encode(fact))) {
            case Parsed.Ok<Fact>(Fact clean) ->
                decide(record, draft.about(clean).toTheMillisecond(), moment);
            case Parsed.Wrong<Fact>(List<FieldError> errors) -> new Invalid(errors);
        };
    }

    private static Decision decide(CustodyRecord record, Draft draft, Moment moment) {
        return against(record, draft, moment).orElseGet(() -> accepted(record, clean(record, draft), moment));
    }

    /** What speaks against a wish; empty where it would be accepted. */
    static Optional<Decision> against(CustodyRecord record, Draft draft, Moment moment) {
        if (draft.fact() instanceof Correction correction) {
            return Additions.future(draft.occurrence(), moment.now())
                    .<Decision>map(Refused::new)
                    .or(() -> CorrectionRules.against(record, correction, moment.now()));
        }
        List<FieldError> wrong = OwnRules.errors(draft.fact(), moment.now().plus(AHEAD));
        return wrong.isEmpty()
                ? Additions.against(record, draft, moment).map(Refused::new)
                : Optional.of(new Invalid(wrong));
    }

    private static Draft clean(CustodyRecord record, Draft draft) {
        return draft.fact() instanceof Correction correction ? Corrections.clean(record, draft, correction) : draft;
    }

    private static Decision accepted(CustodyRecord record, Draft draft, Moment moment) {
        return new Accepted(List.of(event(record.id(), record.version() + 1, draft, moment)));
    }

    private static Draft stated(Fact fact, Instant at) {
        return Draft.of(fact, new Occurrence(at, null, Occurrence.Source.STATED));
    }

    private static Event event(RecordId record, int version, Draft draft, Moment moment) {
        return new Event(
                moment.ids().get(),
                record,
                version,
                draft.occurrence(),
                moment.now(),
                moment.actor(),
                draft.performedBy(),
                draft.present(),
                draft.place(),
                draft.lateReason(),
                draft.note(),
                draft.fact());
    }
}
