package custody.store.rulepacks;

import custody.record.catalogue.Wire;
import custody.record.events.Event;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Clock;
import custody.record.law.Judging;
import custody.record.law.rules.Pack;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs cases of rules that a board judges, from each T0 of their file. */
final class ClockDriver {
    private final CaseTally tally;
    private final CaseMatrix matrix = new CaseMatrix();

    ClockDriver(CaseTally tally) {
        this.tally = tally;
    }

    /** What the cases show of each rule. */
    CaseMatrix matrix() {
        return matrix;
    }

    void run(Pack pack, CaseFile file) {
        for (String zero : file.zeros()) {
            for (CaseFile.Worked worked : file.cases()) {
                Offsets offsets = new Offsets(OffsetDateTime.parse(zero).toInstant(), pack.zone());
                List<Event> events = Timeline.told(worked.events(), offsets, 1).standing();
                Map<Instant, Board> boards = new TreeMap<>();
                for (CaseFile.Row row : worked.expect()) {
                    String where = CaseTally.where(file, row.line(), worked.name()) + " from " + zero;
                    tally.judged(file.provision(), worked.rule());
                    boards.put(offsets.at(row.at()), check(pack, worked, events, row, offsets, where));
                }
                counted(pack, worked, boards, events);
                awaited(
                        worked.rule(),
                        boards,
                        events,
                        CaseTally.where(file, worked.line(), worked.name()) + " from " + zero);
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
        boards.forEach((at, board) -> matrix.judged(worked, board.of(worked.rule()), dues, first, at, pack.zone()));
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
                tally.expect(where + " between " + from + " and " + at + ": a change is awaited", true, known);
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
            Pack pack, CaseFile.Worked worked, List<Event> events, CaseFile.Row row, Offsets offsets, String where) {
        Instant at = offsets.at(row.at());
        Board board = Judging.board(events, circumstances(pack, worked, offsets), pack, at);
        List<Clock> clocks = board.of(worked.rule());
        String states = clocks.stream().map(clock -> Wire.name(clock.state())).collect(Collectors.joining("+"));
        tally.expect(where + " at " + row.at() + ": state", row.states(), states);
        Clock last = clocks.getLast();
        if (row.due() != null) {
            tally.expect(
                    where + " at " + row.at() + ": due",
                    offsets.local(offsets.at(row.due())),
                    offsets.local(last.due()));
        }
        if (row.met() != null) {
            tally.expect(
                    where + " at " + row.at() + ": met",
                    offsets.local(offsets.at(row.met())),
                    offsets.local(last.metAt()));
        }
        return board;
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
}
