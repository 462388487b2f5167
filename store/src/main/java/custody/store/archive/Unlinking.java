package custody.store.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that go in one turn, each tried once: one that cannot be deleted keeps no other. One owner. */
final class Unlinking {
    private final Set<List<Path>> stuck = new HashSet<>();
    private Optional<IOException> failed = Optional.empty();

    /** Deletes a file from each of its places; answers whether it is away. */
    boolean away(List<Path> places) {
        if (stuck.contains(places)) {
            return false;
        }
        try {
            for (Path place : places) {
                Files.deleteIfExists(place);
            }
            return true;
        } catch (IOException stays) {
            stuck.add(places);
            failed = failed.or(() -> Optional.of(stays));
            return false;
        }
    }

    /** Tells of the first that stayed. */
    void requireAllAway() {
        failed.ifPresent(first -> {
            throw new UncheckedIOException(stuck.size() + " files could not be deleted", first);
        });
    }
}
