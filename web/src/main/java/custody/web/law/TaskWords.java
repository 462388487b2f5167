package custody.web.law;

import custody.record.access.Action.Adding;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.detention.CustodyRecord;
import custody.record.law.Task;
import custody.web.components.Row;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Puts tasks into words, each with the forms that do it and that the visitor may fill in. Lives for one page. */
public final class TaskWords {
    private final Visit visit;
    private final BiPredicate<CustodyRecord, EventKind> may;
    private final LawWords words;
    private final String back;

    /** {@code back} names the page that a saved form returns to: {@code record} or {@code tasks}. */
    public TaskWords(Visit visit, RecordDesk desk, String back) {
        this(visit, (record, kind) -> desk.may(visit, record, new Adding(kind)), back);
    }

    private TaskWords(Visit visit, BiPredicate<CustodyRecord, EventKind> may, String back) {
        this.visit = visit;
        this.may = may;
        this.words = LawWords.of(visit);
        this.back = back;
    }

    /** On paper, where nothing can be filled in. */
    static TaskWords onPaper(Visit visit) {
        return new TaskWords(visit, (_, _) -> false, "");
    }

    /** One task of a record; {@code person} is who it is about, empty where the page says so already. */
    public TaskView of(Task task, CustodyRecord record, String person) {
        Instant due = task.due();
        return new TaskView(
                person,
                "/records/" + record.id(),
                words.text(task.title()),
                words.text(task.citation()),
                words.standing(task.standing()),
                due == null ? Instant.MAX : due,
                due == null ? "" : visit.times().near(due, visit.now()),
                due == null ? "" : due.toString(),
                due == null ? "" : words.left(Duration.between(visit.now(), due)),
                task.overdue(),
                attempts(task.attempts()),
                ways(task, record));
    }

    private String attempts(List<Instant> attempts) {
        return attempts.isEmpty()
                ? ""
                : words.say().say("law.tried", attempts.size(), visit.times().near(attempts.getLast(), visit.now()));
    }

    private List<Row> ways(Task task, CustodyRecord record) {
        List<Row> ways = new ArrayList<>();
        way(task.kind(), task.prefilled(), record).ifPresent(ways::add);
        task.others()
                .forEach(other -> way(other.kind(), other.prefilled(), record).ifPresent(ways::add));
        return ways;
    }

    private Optional<Row> way(String name, Map<String, String> fields, CustodyRecord record) {
        Optional<EventKind> kind = Catalogue.kind(name);
        if (kind.isEmpty() || !may.test(record, kind.get())) {
            return Optional.empty();
        }
        return Optional.of(new Row(form(record, name, fields, back), words.say().kind(kind.get())));
    }

    /** Address of a form that begins with these fields and returns to {@code back}. */
    public static String form(CustodyRecord record, String kind, Map<String, String> fields, String back) {
        StringBuilder path = new StringBuilder("/records/" + record.id() + "/events/new/" + kind + "?back=" + back);
        new TreeMap<>(fields)
                .forEach((field, value) -> path.append("&fields.")
                        .append(field)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return path.toString();
    }
}
