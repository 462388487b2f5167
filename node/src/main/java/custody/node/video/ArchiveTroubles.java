package custody.node.video;

import custody.record.catalogue.Wire;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is wrong with the archive as a whole, as told by those who look after it. Safe for many threads. */
final class ArchiveTroubles {
    /** As alarms name it. */
    enum Word {
        /** Room for less than six hours. */
        DISK_FILLING,
        /** The clock is more than a day ahead of what has run: nothing grows old by it. */
        CLOCK_AHEAD,
        /** Footage that was read again is missing or is not what it was. */
        FOOTAGE_DIFFERS,
        /** Nobody looks at the cameras' pictures: what decodes them does not run. */
        NOT_JUDGED;

        /** The one that an alarm names so; empty for an alarm that is not about the archive. */
        static Optional<Word> named(String name) {
            return Arrays.stream(values())
                    .filter(word -> Wire.name(word).equals(name))
                    .findFirst();
        }
    }

    private record Told(boolean wrong, Instant since) {}

    private final Map<Word, Told> told = new ConcurrentHashMap<>();

    /** Somebody looked. */
    void looked(Word word, boolean wrong, Instant now) {
        told.merge(word, new Told(wrong, now), (before, latest) -> before.wrong() == wrong ? before : latest);
    }

    /** Since when it is wrong; empty where it is not, or nobody has looked yet. */
    Optional<Instant> since(Word word) {
        return Optional.ofNullable(told.get(word)).filter(Told::wrong).map(Told::since);
    }

    /** Whether somebody has looked and found nothing: after a start nobody has, and that settles no alarm. */
    boolean well(Word word) {
        return Optional.ofNullable(told.get(word)).filter(last -> !last.wrong()).isPresent();
    }
}
