package custody.web.pages;

import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.web.pages.AlertLine.Severity;
import custody.web.words.Wording;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The alerts of one record. What presses stands open; questions and what was put right wait folded, so that thirty
 * questions do not push a broken law off the screen.
 *
 * @param record record
 * @param number the number people say
 * @param pressing what is broken, missed or near, the worst first
 * @param waiting questions, and what was put right too late
 * @param unfolded whether what waits stands open: somebody has just come back to it
 */
public record AlertGroup(
        RecordId record, RecordNumber number, List<AlertLine> pressing, List<AlertLine> waiting, boolean unfolded) {
    public AlertGroup {
        pressing = List.copyOf(pressing);
        waiting = List.copyOf(waiting);
    }

    /** Groups lines that are in {@link AlertLine#ORDER}; the group with the worst line comes first. */
    static List<AlertGroup> of(List<AlertLine> lines, String unfolded) {
        Map<RecordId, List<AlertLine>> byRecord = lines.stream()
                .collect(Collectors.groupingBy(line -> line.alert().record(), LinkedHashMap::new, Collectors.toList()));
        return byRecord.values().stream().map(own -> one(own, unfolded)).toList();
    }

    private static AlertGroup one(List<AlertLine> own, String unfolded) {
        Map<Boolean, List<AlertLine>> parts = own.stream()
                .collect(Collectors.partitioningBy(line -> line.severity().presses()));
        RecordId record = own.getFirst().alert().record();
        return new AlertGroup(
                record,
                own.getFirst().alert().number(),
                parts.getOrDefault(true, List.of()),
                parts.getOrDefault(false, List.of()),
                record.toString().equals(unfolded));
    }

    /** Colour of its worst line. */
    public String colour() {
        return (pressing.isEmpty() ? waiting : pressing).getFirst().severity().colour();
    }

    /** What waits, counted: {@code Question: 3 · Put right too late: 1}. */
    public String waitingWords(Wording say) {
        return words(waiting, say);
    }

    /** Lines by severity, counted, the worst first. */
    public static String words(List<AlertLine> lines, Wording say) {
        Map<Severity, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(
                        AlertLine::severity, () -> new EnumMap<>(Severity.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> say.say("alerts.severity." + count.getKey().text()) + ": " + count.getValue())
                .collect(Collectors.joining(" · "));
    }
}
