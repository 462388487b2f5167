package custody.node.running;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long starts after kills took: to ready, and to the first entry that was acknowledged. One owner. */
final class Starts {
    private final Map<Blow, List<Long>> ready = new EnumMap<>(Blow.class);
    private final Map<Blow, List<Long>> appended = new EnumMap<>(Blow.class);

    void took(Blow after, long readyMillis, long appendedMillis) {
        ready.computeIfAbsent(after, _ -> new ArrayList<>()).add(readyMillis);
        appended.computeIfAbsent(after, _ -> new ArrayList<>()).add(appendedMillis);
    }

    /** One line for each kind of kill. */
    String told() {
        StringBuilder told = new StringBuilder();
        for (Blow blow : ready.keySet()) {
            told.append(System.lineSeparator())
                    .append("after kills of ")
                    .append(blow.name().toLowerCase(java.util.Locale.ROOT))
                    .append(", from start to ready: ")
                    .append(spread(ready.getOrDefault(blow, List.of())))
                    .append("; to the first acknowledged entry: ")
                    .append(spread(appended.getOrDefault(blow, List.of())));
        }
        return told.toString();
    }

    private static String spread(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.size() + " starts, ms least " + sorted.getFirst() + ", median " + sorted.get(sorted.size() / 2)
                + ", p95 " + sorted.get((sorted.size() * 95 - 1) / 100) + ", most " + sorted.getLast();
    }
}
