package custody.web.pages;

import custody.record.desk.PastReading;
import custody.record.desk.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the looks at a record. What one person's open page fetched by itself is one line, until that person looks
 * again: on a busy record it would bury the looks that somebody took. The entries themselves stay apart.
 *
 * @param look the newest of the line
 * @param first when the oldest of them was
 * @param count how many there are
 */
record LookLine(PastReading look, Instant first, int count) {
    /** What a look is called that an open page took by itself. */
    static final String REFRESH = "record-refresh";

    /** Lines of looks that are given newest first, in the order of their newest. */
    static List<LookLine> of(List<PastReading> looks) {
        List<LookLine> lines = new ArrayList<>();
        Map<Reading, Integer> open = new HashMap<>();
        for (PastReading look : looks) {
            boolean refresh = look.reading().what().equals(REFRESH);
            if (!refresh) {
                open.keySet()
                        .removeIf(
                                reading -> reading.badge().equals(look.reading().badge()));
            }
            Integer at = open.get(look.reading());
            if (at == null) {
                if (refresh) {
                    open.put(look.reading(), lines.size());
                }
                lines.add(new LookLine(look, look.at(), 1));
            } else {
                LookLine line = lines.get(at);
                lines.set(at, new LookLine(line.look(), look.at(), line.count() + 1));
            }
        }
        return lines;
    }
}
