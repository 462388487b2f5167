package custody.store.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where footage lies.
 *
 * @param archive folder of the recorder
 * @param second folder on another disk for what the first has no room for; empty where there is none
 */
public record Volumes(Path archive, Optional<Path> second) {
    /** Number of the archive in rows. */
    static final int ARCHIVE = 0;

    /** Number of the second volume in rows. */
    static final int SECOND = 1;

    /** The file of a row. */
    public Path file(int volume, String path) {
        return folder(volume).resolve(path);
    }

    /** Of both, or of the archive alone. */
    List<Integer> numbers() {
        return second.isPresent() ? List.of(ARCHIVE, SECOND) : List.of(ARCHIVE);
    }

    /** Where a file of the archive is or may be, by a row the other place last. */
    List<Path> places(int volume, String path) {
        Stream<Integer> others = numbers().stream().filter(number -> number != volume);
        return Stream.concat(Stream.of(volume), others)
                .map(number -> file(number, path))
                .distinct()
                .toList();
    }

    /** The folder of that number. */
    Path folder(int volume) {
        return volume == SECOND ? second.orElse(archive) : archive;
    }
}
