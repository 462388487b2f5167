package custody.web.pages;

import custody.record.events.RecordNumber;
import custody.web.law.ClockView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The whiteboard in the order and with the filter asked for.
 *
 * @param rows who is shown
 * @param total how many are in custody here, shown or not
 * @param unreadable whoever is in custody here too, and whose record does not open
 * @param sort column it is sorted by
 * @param filter what the names, places and bases shown must contain; empty for all
 * @param overdue how many looks are overdue
 * @param broken how many people have a deadline of the law broken
 * @param late how many tasks are late
 */
public record Board(
        List<BoardRow> rows,
        int total,
        List<RecordNumber> unreadable,
        String sort,
        String filter,
        long overdue,
        long broken,
        long late) {
    /** Columns one can sort by. */
    static final List<String> SORTS = List.of("urgent", "deadline", "check", "since", "name", "place", "basis");

    static Board of(List<BoardRow> all, List<RecordNumber> unreadable, String sort, String filter) {
        String order = SORTS.contains(sort) ? sort : "urgent";
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        List<BoardRow> shown = all.stream()
                .filter(row -> wanted.isEmpty() || text(row).contains(wanted))
                .sorted(comparator(order))
                .toList();
        long overdue = all.stream().filter(row -> row.check().equals("red")).count();
        long broken = all.stream().filter(Board::broken).count();
        long late = all.stream().mapToLong(row -> row.law().late()).sum();
        return new Board(
                shown, all.size() + unreadable.size(), unreadable, order, filter.strip(), overdue, broken, late);
    }

    /** Their numbers, to be read out. */
    public String unreadableNumbers() {
        return unreadable.stream().map(RecordNumber::toString).collect(Collectors.joining(", "));
    }

    private static boolean broken(BoardRow row) {
        ClockView deadline = row.law().deadline();
        return deadline != null && deadline.tone().equals("red");
    }

    private static String text(BoardRow row) {
        return (row.name() + " " + row.place() + " " + row.basis() + " " + row.number()).toLowerCase(Locale.ROOT);
    }

    private static Comparator<BoardRow> comparator(String sort) {
        Comparator<BoardRow> since = Comparator.comparing(BoardRow::since);
        return switch (sort) {
            case "name" -> Comparator.comparing(BoardRow::name).thenComparing(since);
            case "place" -> Comparator.comparing(BoardRow::place).thenComparing(since);
            case "basis" -> Comparator.comparing(BoardRow::basis).thenComparing(since);
            case "since" -> since;
            case "deadline" -> Comparator.comparing(Board::deadline).thenComparing(since);
            case "check" ->
                Comparator.comparingInt((BoardRow row) ->
                                List.of("red", "amber", "green", "none").indexOf(row.check()))
                        .thenComparing(since);
            // Whatever is due first, or longest overdue, whether deadline, task or check.
            default ->
                Comparator.comparing((BoardRow row) -> row.law().urgentAt()).thenComparing(since);
        };
    }

    private static Instant deadline(BoardRow row) {
        Instant at = row.law().deadlineAt();
        return at == null ? Instant.MAX : at;
    }

    /** Address of this board by another column, for the fragment or the page. */
    public String path(String start, String column) {
        String query = "?sort=" + column;
        return filter.isEmpty()
                ? start + query
                : start + query + "&filter="
                        + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8);
    }
}
