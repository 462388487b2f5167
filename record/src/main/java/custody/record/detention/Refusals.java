package custody.record.detention;

import custody.record.catalogue.LabelKeys;
import custody.record.catalogue.Wire;
import custody.record.events.EventId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a refusal is told: its name and the values of its sentence. */
public final class Refusals {
    private Refusals() {}

    /** A value of a refusal's sentence. */
    public sealed interface Part {

        /** A time, shown in the facility's zone. */
        record At(Instant instant) implements Part {}

        /** Words that are themselves looked up, by their label key. */
        record Label(String key) implements Part {}

        /** Words that somebody typed. */
        record Typed(String words) implements Part {}
    }

    /** Name of the refusal: the last part of its problem type and label key, {@code before-apprehension}. */
    public static String name(Refusal refusal) {
        return Wire.name(refusal.getClass());
    }

    /** Values of {@code {0}}, {@code {1}} … in the refusal's sentence. */
    public static List<Part> parts(Refusal refusal) {
        return switch (refusal) {
            case Refusal.BeforeApprehension(Instant at) -> List.of(new Part.At(at));
            case Refusal.OccursInFuture(Instant latest) -> List.of(new Part.At(latest));
            case Refusal.CustodyEnded(Situation.Status how, Instant at) ->
                List.of(new Part.Label(LabelKeys.constant(how)), new Part.At(at));
            case Refusal.AlreadyRecorded(String kind, EventId _) -> List.of(kind(kind));
            case Refusal.CustodyWentOn(String kind, Instant at, EventId _) -> List.of(kind(kind), new Part.At(at));
            case Refusal.RecordIsClosed(Instant at) -> List.of(new Part.At(at));
            case Refusal.PersonElsewhere(String where, Instant since) -> List.of(place(where), new Part.At(since));
            case Refusal.UnsuitableCell(var why) -> List.of(new Part.Label(LabelKeys.constant(why)));
            case Refusal.WrongKindOfEvent(String wanted, EventId _) -> List.of(kind(wanted));
            case Refusal.NotCorrectable(String kind) -> List.of(kind(kind));
            case Refusal.WrittenBySystem(String kind) -> List.of(kind(kind));
            case Refusal.RecordIsOpen _,
                    Refusal.StillInCustody _,
                    Refusal.SearchUnderPoliceCare _,
                    Refusal.UnknownEvent _,
                    Refusal.NothingCorrected _,
                    Refusal.SamePerson _ -> List.of();
        };
    }

    private static Part kind(String kind) {
        return new Part.Label(LabelKeys.kind(kind));
    }

    private static Part place(@Nullable String where) {
        return where == null ? new Part.Label("place.unknown") : new Part.Typed(where);
    }
}
