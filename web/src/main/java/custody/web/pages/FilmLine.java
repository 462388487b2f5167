package custody.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An uploaded film on a record's timeline, in words. It is no event: it stands where it began by the true time.
 *
 * @param path where it is played
 * @param title kind of camera and device
 * @param at when it began
 * @param occurred the same, local
 * @param length how long it is
 * @param by who added it, and when
 * @param gone whether it was deleted when its term was over
 */
public record FilmLine(String path, String title, Instant at, String occurred, String length, String by, boolean gone) {
    /** The key of those that are older than every event. */
    static final String LAST = "";

    /** Films by the id of the event above which they stand; both newest first. */
    static Map<String, List<FilmLine>> among(List<TimelineItem> items, List<FilmLine> films) {
        Map<String, List<FilmLine>> placed = new HashMap<>();
        for (FilmLine film : films) {
            String place = items.stream()
                    .filter(item -> !Instant.parse(item.machine()).isAfter(film.at()))
                    .map(TimelineItem::id)
                    .findFirst()
                    .orElse(LAST);
            placed.computeIfAbsent(place, _ -> new ArrayList<>()).add(film);
        }
        return placed;
    }
}
