package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.Wire;
import custody.record.events.Event;
import custody.record.events.Value;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Clock;
import custody.record.law.Judging;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.record.law.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs every worked case of every pack and says how many each provision has. */
final class LawCasesTest {
    static final Path FOLDER = Path.of("..", "rulepacks");
    private final Packs packs = RulePackFolder.read(FOLDER);
    private final Map<String, Integer> perProvision = new TreeMap<>();
    private final Set<String> judged = new TreeSet<>();
    private final CaseMatrix matrix = new CaseMatrix();
    private final List<String> wrong = new ArrayList<>();

    @Test
    @DisplayName("every worked case gives the board that a lawyer expects")
    void everyCase() throws IOException {
        for (Pack pack : packs.all()) {
            for (Path path : files(FOLDER.resolve(pack.id()).resolve("cases"))) {
                run(pack, CaseFile.read(path));
            }
        }
        matrix.print();
        perProvision.forEach((provision, count) -> System.out.println(provision + ": " + count));
        System.out.println("cases: "
                + perProvision.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(wrong.isEmpty(), () -> "\n" + String.join("\n", wrong));
        assertEquals(Set.of(), unjudged(), "rules without a case");
        assertEquals(List.of(), matrix.holes(), "what no case of a rule shows");
    }

    private Set<String> unjudged() {
        return packs.all().stream()
                .flatMap(pack -> pack.rules().stream()
                        .filter(rule -> !(rule instanceof Rule.Refusal refusal
                                && refusal.forbids().isEmpty()))
                        .map(rule -> pack.id() + " " + rule.id()))
                .filter(rule -> !judged.contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void run(Pack pack, CaseFile file) {
        for (String zero : file.zeros()) {
            for (CaseFile.Worked worked : file.cases()) {
                Offsets offsets = new Offsets(OffsetDateTime.parse(zero).toInstant(), pack.zone());
                List<Event> events = events(worked.events(), offsets);
                String where = file.name() + " " + zero + " «" + worked.name() + "»";
                Map<Instant, Board> boards = new TreeMap<>();
                for (List<String> row : worked.expect()) {
                    judged.add(pack.id() + " " + worked.rule());
                    perProvision.merge(pack.id() + " " + file.provision(), 1, Integer::sum);
                    boards.put(offsets.at(row.getFirst()), check(pack, worked, events, row, offsets, where));
                }
                counted(pack, worked, boards, events);
                awaited(worked.rule(), boards, events, where);
            }
        }
    }

    private void counted(Pack pack, CaseFile.Worked worked, Map<Instant, Board> boards, List<Event> events) {
        Set<Instant> dues = boards.values().stream()
                .flatMap(board -> board.of(worked.rule()).stream())
                .flatMap(clock -> Stream.ofNullable(clock.due()))
                .collect(Collectors.toSet());
        Instant first =
                events.stream().map(Event::occurredAt).min(Instant::compareTo).orElseThrow();
        boards.forEach(
                (at, board) -> matrix.judged(pack.id(), worked, board.of(worked.rule()), dues, first, at, pack.zone()));
    }

    /** Between two rows without an entry in between the board knew that it would change, and when at the latest. */
    private void awaited(String rule, Map<Instant, Board> boards, List<Event> events, String where) {
        Instant before = null;
        for (Instant at : boards.keySet()) {
            Instant from = before;
            boolean written = from != null
                    && events.stream()
                            .anyMatch(event -> event.occurredAt().isAfter(from)
                                    && !event.occurredAt().isAfter(at));
            if (from != null && !written && !states(boards, rule, from).equals(states(boards, rule, at))) {
                boolean known = Objects.requireNonNull(boards.get(from))
                        .next()
                        .filter(next -> !next.isAfter(at))
                        .isPresent();
                expect(where + " between " + from + " and " + at + ": a change is awaited", true, known);
            }
            before = at;
        }
    }

    private static List<Clock.State> states(Map<Instant, Board> boards, String rule, Instant at) {
        return Objects.requireNonNull(boards.get(at)).of(rule).stream()
                .map(Clock::state)
                .toList();
    }

    private Board check(
            Pack pack, CaseFile.Worked worked, List<Event> events, List<String> row, Offsets offsets, String where) {
        Instant at = offsets.at(row.getFirst());
        Board board = Judging.board(events, circumstances(pack, worked, offsets), pack, at);
        List<Clock> clocks = board.of(worked.rule());
        String states = clocks.stream().map(clock -> Wire.name(clock.state())).collect(Collectors.joining("+"));
        expect(where + " at " + row.getFirst() + " state", row.get(1), states);
        Clock last = clocks.getLast();
        if (row.size() > 2 && !row.get(2).equals("-")) {
            expect(where + " at " + row.getFirst() + " due", offsets.at(row.get(2)), last.due());
        }
        if (row.size() > 3) {
            expect(where + " at " + row.getFirst() + " met", offsets.at(row.get(3)), last.metAt());
        }
        return board;
    }

    private void expect(String where, Object wanted, @Nullable Object found) {
        if (!wanted.equals(found)) {
            wrong.add(where + ": expected " + wanted + ", is " + found);
        }
    }

    private static Circumstances circumstances(Pack pack, CaseFile.Worked worked, Offsets offsets) {
        String law = worked.martialLaw();
        if (law == null) {
            return new Circumstances(pack.zone(), List.of());
        }
        String[] ends = law.split("\\.\\.", 2);
        Instant from = offsets.at(ends[0]);
        Instant to = ends.length < 2 || ends[1].isEmpty() ? null : offsets.at(ends[1]);
        return new Circumstances(pack.zone(), List.of(new Circumstances.Period(from, to)));
    }

    private static List<Event> events(List<Map<String, Object>> written, Offsets offsets) {
        Timeline timeline = new Timeline();
        Map<String, Integer> labels = new HashMap<>();
        for (Map<String, Object> event : written) {
            Map<String, Object> rest = new LinkedHashMap<>(event);
            Instant at = offsets.at(String.valueOf(rest.remove("at")));
            Object until = rest.remove("until");
            Object label = rest.remove("as");
            Object corrects = rest.remove("corrects");
            Object to = rest.remove("to");
            Map.Entry<String, Object> only = rest.entrySet().iterator().next();
            Map<String, Object> said = CaseFile.named(
                    only.getKey(),
                    only.getValue(),
                    name -> Timeline.id(Objects.requireNonNull(labels.get(name), name))
                            .toString());
            said.replaceAll((_, value) -> offsets.date(value));
            Map<String, Value> fields = new LinkedHashMap<>(Timeline.fields(only.getKey(), said));
            if (corrects != null) {
                int version = Objects.requireNonNull(labels.get(corrects.toString()), corrects.toString());
                fields.put("corrects", new Value.Text(Timeline.id(version).toString()));
            }
            if (to != null) {
                fields.put(
                        "occurredAt", new Value.Text(offsets.at(to.toString()).toString()));
            }
            int version = timeline.add(only.getKey(), at, until == null ? null : offsets.at(until.toString()), fields);
            labels.put(label == null ? only.getKey() : label.toString(), version);
        }
        return timeline.standing();
    }
}
