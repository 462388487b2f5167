package custody.video.recorder;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines that the journal cannot take yet, bounded. When there are too many, the oldest that tell of no hole go, since the archive itself
 * tells of segments; where all tell of holes, two neighbours of one camera and cause become one, so that no hole is forgotten.
 */
final class WaitingLines {
    /** At least so much room is made at a time, so that not every further line costs a look at all. */
    private static final int PART = 16;

    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();

    WaitingLines(int most) {
        this.most = most;
    }

    void add(String line) {
        lines.add(line);
        if (lines.size() > most) {
            dropOthers();
        }
        if (lines.size() > most) {
            mergeHoles();
        }
    }

    private void dropOthers() {
        int room = Math.max(1, most / PART);
        for (Iterator<String> each = lines.iterator(); each.hasNext() && room > 0; ) {
            if (!each.next().startsWith("gap")) {
                each.remove();
                room--;
            }
        }
    }

    private void mergeHoles() {
        List<Line> holes =
                lines.stream().flatMap(text -> Line.parse(text).stream()).toList();
        Set<List<String>> over = new HashSet<>();
        holes.stream().filter(WaitingLines::isOver).forEach(hole -> over.add(beginning(hole)));
        Map<List<String>, Line> alone = new HashMap<>();
        lines.clear();
        for (Line hole : holes) {
            if (!isOver(hole)) {
                if (!over.contains(beginning(hole))) {
                    lines.add(gap("gap-opened", hole, ""));
                }
                continue;
            }
            Line before = alone.remove(kind(hole));
            if (before == null) {
                alone.put(kind(hole), hole);
                lines.add(gap("gap", hole, hole.field("to")));
            } else {
                lines.remove(gap("gap", before, before.field("to")));
                lines.add(gap("gap", before, hole.field("to")));
            }
        }
    }

    private static boolean isOver(Line hole) {
        return hole.verb().equals("gap");
    }

    private static List<String> beginning(Line hole) {
        return List.of(hole.field("camera"), hole.field("from"));
    }

    private static List<String> kind(Line hole) {
        return List.of(hole.field("camera"), hole.field("cause"), hole.field("detail"));
    }

    private static String gap(String verb, Line hole, String to) {
        Line.Builder line = Line.of(verb).with("camera", hole.field("camera")).with("from", hole.field("from"));
        if (!to.isEmpty()) {
            line.with("to", to);
        }
        return line.with("cause", hole.field("cause"))
                .with("detail", hole.field("detail"))
                .toString();
    }

    String first() {
        return lines.getFirst();
    }

    void removeFirst() {
        lines.removeFirst();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    int size() {
        return lines.size();
    }
}
