package custody.record.desk;

import java.util.List;

/**
 * Part of the looks at one record. Looks are numbered from the oldest, 1; a look that is taken meanwhile changes no number.
 *
 * @param looks newest first
 * @param newest number of the first of them; 0 where there is none
 * @param total how many there are in all
 */
public record Looks(List<PastReading> looks, long newest, long total) {
    public Looks {
        looks = List.copyOf(looks);
    }

    /** Number of the last of them; 0 where there is none. */
    public long oldest() {
        return looks.isEmpty() ? 0 : newest - looks.size() + 1;
    }
}
