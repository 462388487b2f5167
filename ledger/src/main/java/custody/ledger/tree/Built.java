package custody.ledger.tree;

import java.util.Optional;
import java.util.function.Supplier;

/** What making a proof answers. */
public sealed interface Built<T> {
    /** The proof. It is as good as the tiles: verify it against a signed root. */
    record Made<T>(T proof) implements Built<T> {}

    /** A tile that the tree of this size must have is not there. */
    record NoTile<T>(TileCoordinates missing) implements Built<T> {}

    /** The index or old size does not belong to a tree of this size. */
    record OutOfRange<T>() implements Built<T> {}

    /** The proof, or nothing; for callers who do not say why. */
    default Optional<T> made() {
        return switch (this) {
            case Made<T>(T proof) -> Optional.of(proof);
            case NoTile<T> missing -> Optional.empty();
            case OutOfRange<T> outside -> Optional.empty();
        };
    }

    /** Runs a making and turns a missing tile into a value. */
    static <T> Built<T> of(Supplier<T> making) {
        try {
            return new Made<>(making.get());
        } catch (MissingTile missing) {
            return new NoTile<>(missing.coordinates());
        }
    }
}
