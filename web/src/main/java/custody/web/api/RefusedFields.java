package custody.web.api;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldError;
import custody.record.catalogue.FieldError.Code;
import custody.record.catalogue.Pointers;
import custody.record.detention.Draft;
import custody.record.detention.Refusal;
import custody.record.events.CustodyFact.Correction;
import custody.record.events.EventId;
import custody.record.events.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which field of an event's body a refusal is about, so that a program can point to it as to any other bad input. */
final class RefusedFields {
    private RefusedFields() {}

    /** The fields; empty where the refusal is about the record and not about one of them. */
    static List<FieldError> of(Refusal refusal, Draft draft) {
        return switch (refusal) {
            case Refusal.OccursInFuture(Instant latest) ->
                List.of(new FieldError(future(draft, latest), Code.FUTURE, Map.of("max", latest.toString())));
            case Refusal.BeforeApprehension(Instant earliest) ->
                List.of(new FieldError(occurred(draft), Code.ORDER, Map.of("min", earliest.toString())));
            case Refusal.UnknownEvent(EventId event) -> pointing(draft, event, Code.NOT_FOUND, Map.of());
            case Refusal.WrongKindOfEvent(String wanted, EventId event) ->
                pointing(draft, event, Code.CHOICE, Map.of("options", wanted));
            // Whoever judges a cell names the field itself.
            case Refusal.UnsuitableCell _,
                    Refusal.CustodyEnded _,
                    Refusal.AlreadyRecorded _,
                    Refusal.CustodyWentOn _,
                    Refusal.RecordIsClosed _,
                    Refusal.RecordIsOpen _,
                    Refusal.StillInCustody _,
                    Refusal.PersonElsewhere _,
                    Refusal.SearchUnderPoliceCare _,
                    Refusal.NotCorrectable _,
                    Refusal.NothingCorrected _,
                    Refusal.WrittenBySystem _,
                    Refusal.SamePerson _ -> List.of();
        };
    }

    /** A correction's own time, or the one that it gives to the event it corrects. */
    private static String future(Draft draft, Instant latest) {
        if (draft.occurrence().at().isAfter(latest)) {
            return "/occurredAt";
        }
        Instant until = draft.occurrence().until();
        if (until != null && until.isAfter(latest)) {
            return "/until";
        }
        Instant corrected = draft.fact() instanceof Correction correction ? correction.occurredAt() : null;
        return corrected != null && corrected.isAfter(latest) ? "/fields/occurredAt" : "/fields/until";
    }

    private static String occurred(Draft draft) {
        return draft.fact() instanceof Correction ? "/fields/occurredAt" : "/occurredAt";
    }

    private static List<FieldError> pointing(Draft draft, EventId event, Code code, Map<String, String> limits) {
        return Catalogue.encode(draft.fact()).entrySet().stream()
                .filter(field -> names(field.getValue(), event.toString()))
                .map(field -> new FieldError(Pointers.field(field.getKey()), code, limits))
                .toList();
    }

    private static boolean names(Value value, String event) {
        return switch (value) {
            case Value.Text(String word) -> word.equals(event);
            case Value.Texts(List<String> words) -> words.contains(event);
            case Value.Whole _, Value.Flag _ -> false;
        };
    }
}
