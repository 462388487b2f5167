package custody.record.detention;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Parsed;
import custody.record.detention.Decision.Invalid;
import custody.record.detention.Decision.Refused;
import custody.record.events.CustodyFact.Apprehended;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.Event;
import custody.record.events.Fact;
import custody.record.events.SystemFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules a correction must pass. It may follow the closing of a record: truth has no deadline. */
final class CorrectionRules {
    private CorrectionRules() {}

    static Optional<Decision> against(CustodyRecord record, Correction correction, Instant now) {
        Optional<Event> found = record.event(correction.corrects());
        if (found.isEmpty()) {
            return refused(new Refusal.UnknownEvent(correction.corrects()));
        }
        Event original = found.get();
        if (original.fact() instanceof Correction
                || original.fact() instanceof SystemFact
                || (original.fact() instanceof Apprehended && Boolean.TRUE.equals(correction.withdrawn()))) {
            return refused(
                    new Refusal.NotCorrectable(Catalogue.kind(original.fact()).name()));
        }
        Entry entry = entry(record, original);
        return switch (Corrections.corrected(entry.standing().fact(), correction)) {
            case Parsed.Wrong<Fact>(List<FieldError> errors) -> Optional.of(new Invalid(nested(errors)));
            case Parsed.Ok<Fact>(Fact fact) -> times(record, entry, correction, fact, now);
        };
    }

    private static Optional<Decision> times(
            CustodyRecord record, Entry entry, Correction correction, Fact fact, Instant now) {
        Event was = entry.standing();
        Instant at = correction.occurredAt() == null ? was.occurredAt() : correction.occurredAt();
        Instant until = correction.until();
        if (until != null && until.isBefore(at)) {
            return Optional.of(new Invalid(List.of(FieldError.of("/fields/until", Code.ORDER))));
        }
        boolean same = Corrections.with(was, fact, correction).equals(was);
        if (same && (correction.withdrawn() == null || correction.withdrawn() == entry.withdrawn())) {
            return refused(new Refusal.NothingCorrected());
        }
        if (at.isAfter(now.plus(Keeping.AHEAD))) {
            return refused(new Refusal.OccursInFuture(now.plus(Keeping.AHEAD)));
        }
        return apprehension(record, entry.original(), at);
    }

    /** T0 stays the first thing that happened, whichever of the two is corrected. */
    private static Optional<Decision> apprehension(CustodyRecord record, Event original, Instant at) {
        Situation ever = record.situation();
        if (!(original.fact() instanceof Apprehended)) {
            return at.isBefore(ever.apprehendedAt())
                    ? refused(new Refusal.BeforeApprehension(ever.apprehendedAt()))
                    : Optional.empty();
        }
        boolean overtakes = record.standing().stream()
                .anyMatch(event ->
                        !event.id().equals(original.id()) && event.occurredAt().isBefore(at));
        return overtakes ? refused(new Refusal.BeforeApprehension(at)) : Optional.empty();
    }

    private static Entry entry(CustodyRecord record, Event original) {
        return record.entries().stream()
                .filter(candidate -> candidate.original().id().equals(original.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The corrected event's fields are the correction's {@code fields}. */
    private static List<FieldError> nested(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError("/fields" + error.pointer(), error.code(), error.limits()))
                .toList();
    }

    private static Optional<Decision> refused(Refusal refusal) {
        return Optional.of(new Refused(refusal));
    }
}
