package custody.record.law;

import custody.record.catalogue.Catalogue;
import custody.record.events.CustodyFact.RecordClosed;
import custody.record.events.Event;
import custody.record.events.NoticeFact;
import custody.record.events.Value;
import custody.record.law.Clock.State;
import custody.record.law.rules.Need;
import custody.record.law.rules.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads off a board what people have to do now. */
public final class Tasks {
    private static final Comparator<Task> URGENT =
            Comparator.comparing(task -> task.due() == null ? Instant.MAX : Objects.requireNonNull(task.due()));

    private Tasks() {}

    /**
     * What is due now, most urgent first. One entry a thing to do: where several rules ask for the same event, the most
     * urgent asks. A closed record takes no more entries: what was not done stays broken on the board, and is no task.
     *
     * @param standing the events the board was made from, to find attempts that failed
     */
    public static List<Task> of(Board board, List<Event> standing) {
        if (closed(standing)) {
            return List.of();
        }
        Map<Pattern, Task> found = new LinkedHashMap<>();
        board.clocks().stream()
                .filter(clock -> due(clock, board.at()))
                .flatMap(clock -> clock.open().stream().map(need -> task(clock, need, board.at(), standing)))
                .sorted(URGENT)
                .forEach(task -> found.putIfAbsent(key(task), task));
        return new ArrayList<>(found.values());
    }

    /** What one rule asks to be done, however long there is yet; empty where it asks nothing now. */
    public static List<Task> of(Board board, String rule, List<Event> standing) {
        if (closed(standing)) {
            return List.of();
        }
        return board.of(rule).stream()
                .filter(clock -> clock.state().owed())
                .flatMap(clock -> clock.open().stream().map(need -> task(clock, need, board.at(), standing)))
                .sorted(URGENT)
                .toList();
    }

    private static boolean closed(List<Event> standing) {
        return standing.stream().anyMatch(event -> event.fact() instanceof RecordClosed);
    }

    private static Pattern key(Task task) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        task.prefilled().forEach((name, value) -> where.put(name, List.of(value)));
        return new Pattern(task.kind(), where);
    }

    /** A long limit is a task only from the share of it that the rule names. */
    private static boolean due(Clock clock, Instant now) {
        if (clock.state() == State.BREACHED) {
            return true;
        }
        Instant start = clock.startedAt();
        Instant end = clock.due();
        if (clock.state() != State.RUNNING || start == null || end == null) {
            return false;
        }
        long whole = end.toEpochMilli() - start.toEpochMilli();
        long passed = now.toEpochMilli() - start.toEpochMilli();
        return passed * 100 >= whole * clock.heading().taskFrom();
    }

    private static Task task(Clock clock, Need need, Instant now, List<Event> standing) {
        Pattern pattern = need.anyOf().getFirst();
        return new Task(
                clock.rule().id(),
                clock.heading().citation(),
                clock.heading().title(),
                clock.standing(),
                clock.due(),
                clock.due() != null && clock.due().isBefore(now),
                pattern.kind(),
                prefilled(pattern),
                others(need, pattern.kind()),
                attempts(pattern, standing));
    }

    /** One of each other kind, the first that the rule names. */
    private static List<Task.Way> others(Need need, String usual) {
        Map<String, Task.Way> others = new LinkedHashMap<>();
        need.anyOf().stream()
                .filter(pattern -> !pattern.kind().equals(usual))
                .forEach(pattern ->
                        others.putIfAbsent(pattern.kind(), new Task.Way(pattern.kind(), prefilled(pattern))));
        return List.copyOf(others.values());
    }

    /** Only what leaves no choice is filled in; how a notice ended is for whoever made it to say. */
    private static Map<String, String> prefilled(Pattern pattern) {
        Map<String, String> fields = new LinkedHashMap<>();
        pattern.where().forEach((name, values) -> {
            if (values.size() == 1 && !name.equals("outcome")) {
                fields.put(name, values.getFirst());
            }
        });
        return fields;
    }

    private static List<Instant> attempts(Pattern pattern, List<Event> standing) {
        List<String> addressees = pattern.where().getOrDefault("addressee", List.of());
        return standing.stream()
                .filter(event -> event.fact() instanceof NoticeFact.Notice notice
                        && notice.outcome() == NoticeFact.Outcome.ATTEMPTED
                        && Catalogue.encode(notice).get("addressee") instanceof Value.Text(String addressee)
                        && addressees.contains(addressee))
                .map(Event::occurredAt)
                .sorted()
                .toList();
    }
}
