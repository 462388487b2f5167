package custody.web.law;

import custody.record.detention.CustodyRecord;
import custody.record.law.Board;
import custody.record.law.Clock;
import custody.record.law.Clock.State;
import custody.record.law.Task;
import custody.record.law.Tasks;
import custody.record.law.rules.Standing;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The law of one person, as a line of the whiteboard has room for it.
 *
 * @param deadline the law's own clock that is due first, broken ones before all; null where none runs
 * @param deadlineAt when that is; null where none runs
 * @param tasks what is due, the most urgent first
 * @param check when this person is to be looked at next; null where no level is set
 * @param urgentAt when the first of all is due: what the usual order goes by; the far future where nothing is
 */
public record RowLaw(
        @Nullable ClockView deadline,
        @Nullable Instant deadlineAt,
        List<TaskView> tasks,
        @Nullable ClockView check,
        Instant urgentAt) {
    /** Of a record that no law judges. */
    public static final RowLaw NONE = new RowLaw(null, null, List.of(), null, Instant.MAX);

    private static final String CHECK = "check-made";

    public RowLaw {
        tasks = List.copyOf(tasks);
    }

    /** What the board of a record says, for a screen. */
    public static RowLaw of(CustodyRecord record, Board board, Visit visit, RecordDesk desk) {
        return of(record, board, visit, new TaskWords(visit, desk, "record"));
    }

    /** The same for paper. */
    public static RowLaw onPaper(CustodyRecord record, Board board, Visit visit) {
        return of(record, board, visit, TaskWords.onPaper(visit));
    }

    private static RowLaw of(CustodyRecord record, Board board, Visit visit, TaskWords taskWords) {
        ClockWords words = new ClockWords(record, LawWords.of(visit), visit.now());
        Optional<Clock> deadline =
                first(board, clock -> clock.standing() == Standing.LAW && ClockWords.limit(clock.rule()));
        Optional<Clock> check = first(board, RowLaw::asksForCheck);
        List<Task> tasks = Tasks.of(board, record.standing());
        Instant urgent = Stream.concat(
                        Stream.concat(deadline.stream(), check.stream()).map(Clock::due),
                        tasks.stream().map(Task::due))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return new RowLaw(
                deadline.map(clock -> words.of(clock, 1)).orElse(null),
                deadline.map(Clock::due).orElse(null),
                tasks.stream()
                        .filter(task -> !task.kind().equals(CHECK))
                        .map(task -> taskWords.of(task, record, ""))
                        .toList(),
                check.map(clock -> words.of(clock, 1)).orElse(null),
                urgent);
    }

    /** A check has a column of its own. */
    private static boolean asksForCheck(Clock clock) {
        return clock.open().stream()
                .flatMap(need -> need.anyOf().stream())
                .anyMatch(pattern -> pattern.kind().equals(CHECK));
    }

    private static Optional<Clock> first(Board board, Predicate<Clock> wanted) {
        return board.clocks().stream()
                .filter(clock -> clock.state() == State.RUNNING
                        || (clock.state() == State.BREACHED && !clock.open().isEmpty()))
                .filter(clock -> clock.due() != null)
                .filter(wanted)
                .min(Comparator.comparing(clock -> Objects.requireNonNull(clock.due())));
    }

    /** How many tasks are late. */
    public long late() {
        return tasks.stream().filter(TaskView::overdue).count();
    }
}
