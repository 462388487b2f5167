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
import custody.record.events.EventId;
import custody.record.events.Fact;
import custody.record.events.SystemFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules a correction must pass. It may follow the closing of a record: truth has no deadline. */
final class CorrectionRules {
    private final CustodyRecord record;
    private final Entry entry;
    private final Correction correction;
    private final Instant now;

    private CorrectionRules(CustodyRecord record, Entry entry, Correction correction, Instant now) {
        this.record = record;
        this.entry = entry;
        this.correction = correction;
        this.now = now;
    }

    static Optional<Decision> against(CustodyRecord record, Correction correction, Instant now) {
        EventId id = correction.corrects();
        Optional<Event> original = record.event(id);
        if (original.isEmpty()) {
            return Optional.of(new Refused(new Refusal.UnknownEvent(id)));
        }
        if (!correctable(original.get().fact(), correction)) {
            return Optional.of(new Refused(new Refusal.NotCorrectable(
                    Catalogue.kind(original.get().fact()).name())));
        }
        Entry entry = record.entry(id).orElseThrow();
        return new CorrectionRules(record, entry, correction, now).judge();
    }

    /** A correction is corrected by correcting the event again; flags and clocks are answered; T0 cannot be taken back. */
    private static boolean correctable(Fact fact, Correction correction) {
        boolean answered = fact instanceof Correction || fact instanceof SystemFact;
        boolean takesBackT0 = fact instanceof Apprehended && Boolean.TRUE.equals(correction.withdrawn());
        return !answered && !takesBackT0;
    }

    private Optional<Decision> judge() {
        return switch (Corrections.corrected(entry.standing().fact(), correction)) {
            case Parsed.Wrong<Fact>(List<FieldError> errors) -> Optional.of(new Invalid(nested(errors)));
            case Parsed.Ok<Fact>(Fact fact) -> judge(fact);
        };
    }

    private Optional<Decision> judge(Fact fact) {
        Event was = entry.standing();
        Event becomes = Corrections.with(was, fact, correction);
        Instant until = correction.until();
        if (until != null && until.isBefore(becomes.occurredAt())) {
            return Optional.of(new Invalid(List.of(FieldError.of("/fields/until", Code.ORDER))));
        }
        // What stays as it was is not judged again: an earlier version took it, and a slip beside it can be mended.
        List<FieldError> wrong = fact.equals(was.fact()) ? List.of() : OwnRules.errors(fact, now.plus(Keeping.AHEAD));
        if (!wrong.isEmpty()) {
            return Optional.of(new Invalid(nested(wrong)));
        }
        return nothing(was, becomes)
                .or(() -> Additions.future(becomes.occurrence(), now))
                .or(() -> Additions.references(record, fact))
                .or(() -> endOfClosed(was, becomes))
                .or(() -> withdrawn() ? Optional.empty() : times(was, becomes))
                .map(Refused::new);
    }

    private boolean withdrawn() {
        return correction.withdrawn() == null ? entry.withdrawn() : correction.withdrawn();
    }

    private Optional<Refusal> nothing(Event was, Event becomes) {
        boolean same = becomes.equals(was) && withdrawn() == entry.withdrawn();
        return same ? Optional.of(new Refusal.NothingCorrected()) : Optional.empty();
    }

    /** A closed record has its end before its closing, or a person still held would be on no list. */
    private Optional<Refusal> endOfClosed(Event was, Event becomes) {
        if (!Course.of(was.fact()).leaves()) {
            return Optional.empty();
        }
        List<Event> rest = Timeline.of(record).without(was.id()).events();
        return rest.stream()
                .filter(event -> Course.of(event.fact()) == Course.CLOSES)
                .filter(closing -> withdrawn() || becomes.occurredAt().isAfter(closing.occurredAt()))
                .filter(closing -> rest.stream()
                        .noneMatch(other -> Course.of(other.fact()).leaves()
                                && !other.occurredAt().isAfter(closing.occurredAt())))
                .findFirst()
                .map(_ -> new Refusal.StillInCustody());
    }

    /** A time that moves must still fit; one that stays is not judged again, or a slip beside it could not be mended. */
    private Optional<Refusal> times(Event was, Event becomes) {
        boolean stays = becomes.occurredAt().equals(was.occurredAt()) && !entry.withdrawn();
        if (stays) {
            return Optional.empty();
        }
        Timeline rest = Timeline.of(record).without(was.id());
        if (was.fact() instanceof Apprehended) {
            return overtakes(rest, becomes.occurredAt());
        }
        Instant apprehended = rest.ever().apprehendedAt();
        return becomes.occurredAt().isBefore(apprehended)
                ? Optional.of(new Refusal.BeforeApprehension(apprehended))
                : Additions.moved(rest, becomes);
    }

    /** T0 stays the first thing that happened. */
    private static Optional<Refusal> overtakes(Timeline rest, Instant apprehended) {
        boolean overtakes =
                rest.events().stream().anyMatch(event -> event.occurredAt().isBefore(apprehended));
        return overtakes ? Optional.of(new Refusal.BeforeApprehension(apprehended)) : Optional.empty();
    }

    /** The corrected event's fields are the correction's {@code fields}. */
    private static List<FieldError> nested(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldError("/fields" + error.pointer(), error.code(), error.limits()))
                .toList();
    }
}
