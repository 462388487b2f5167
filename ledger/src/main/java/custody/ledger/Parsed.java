package custody.ledger;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a strict parser answers. Accepted input always re-encodes to the same bytes; everything else is refused with a
 * reason. No parser of this module answers in any other way, whatever it is fed.
 */
public sealed interface Parsed<T> {
    /** The input is exactly one value in its only form. */
    record Accepted<T>(T value) implements Parsed<T> {}

    /** The input is not; {@code detail} names place and rule for an engineer and never quotes the input. */
    record Refused<T>(Malformation reason, String detail) implements Parsed<T> {}

    /** The value, or the typed fault {@link Malformed}. */
    default T orThrow() {
        return switch (this) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(Malformation reason, String detail) -> throw new Malformed(reason, detail);
        };
    }

    /** The value, or nothing; for callers who do not say why. */
    default Optional<T> accepted() {
        return switch (this) {
            case Accepted<T>(T value) -> Optional.of(value);
            case Refused<T> refused -> Optional.empty();
        };
    }

    /** Why it was refused, or nothing if it was accepted. */
    default Optional<Malformation> refusal() {
        return switch (this) {
            case Accepted<T> accepted -> Optional.empty();
            case Refused<T>(Malformation reason, String detail) -> Optional.of(reason);
        };
    }

    /** Runs a reading that gives up with {@link Malformed} and turns that into a value. */
    static <T> Parsed<T> of(Supplier<T> reading) {
        try {
            return new Accepted<>(reading.get());
        } catch (Malformed malformed) {
            return new Refused<>(malformed.reason(), String.valueOf(malformed.getMessage()));
        }
    }
}
