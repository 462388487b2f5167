package custody.ledger.log;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the leaf that is mostly the same as in the leaf before: if its bytes are, so is its meaning, and it is not
 * read again. The part must be self-delimiting. One owner.
 */
final class Remembered<T> {
    private final Function<ByteCursor, T> reading;
    private byte[] text = new byte[0];
    private @Nullable T value;

    Remembered(Function<ByteCursor, T> reading) {
        this.reading = reading;
    }

    T read(ByteCursor in) {
        T known = value;
        if (known != null && in.next(text)) {
            return known;
        }
        int from = in.at();
        T fresh = reading.apply(in);
        value = fresh;
        text = in.since(from);
        return fresh;
    }
}
