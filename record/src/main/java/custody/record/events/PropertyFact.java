package custody.record.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Search and property (КПК 208(3), 223(7), 236(5)). */
public sealed interface PropertyFact extends Fact {

    /** A search of the person. */
    record Searched(
            @Expected @Nullable Degree degree,
            @Expected @Nullable Badge by,
            @Expected @Nullable Boolean sameSex,
            List<String> witnesses,
            @Expected @Nullable Boolean video,
            @Nullable @Words(max = 2_000) String ground,
            @Nullable @Words(max = 2_000) String found)
            implements PropertyFact {
        public Searched {
            witnesses = List.copyOf(witnesses);
        }

        /** How far it went. */
        public enum Degree {
            SURFACE,
            CLOTHING,
            STRIP,
            INTIMATE
        }
    }

    /** An item taken. */
    record ItemTaken(
            String item,
            @Nullable String description,
            @Expected @Nullable String seal,

            @Nullable @Between(min = 0, max = 100_000_000, unit = "uah")
            Integer worth,

            @Nullable String storedAt)
            implements PropertyFact {}

    /** An item moved to another store or person. */
    record ItemMoved(
            String item,
            @Nullable String seal,
            @Expected @Nullable String to) implements PropertyFact {}

    /** An item returned. */
    record ItemReturned(
            String item,
            @Nullable String seal,
            @Expected @Nullable String to,
            @Expected @Nullable Signature signature) implements PropertyFact {}

    /** An item kept as evidence. */
    record ItemKeptAsEvidence(
            String item,
            @Nullable String seal,
            @Expected @Nullable String authority) implements PropertyFact {}
}
