package custody.web.session;

import custody.record.access.Action.General;
import custody.record.catalogue.Catalogue;
import custody.record.catalogue.Group;
import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Clock;
import custody.record.law.Lawbook;
import custody.record.law.Task;
import custody.record.law.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Boards of records that were read. What is recorded by now is judged at an instant: in the past with what is known now,
 * in the future as if nothing more came.
 */
@Component
public final class LawDesk {
    /** A board may be asked for so far ahead; rules that count days are walked day by day. */
    public static final Duration AHEAD = Duration.ofDays(366);

    private static final Set<Group> PROCEDURAL =
            Set.of(Group.CUSTODY, Group.RIGHTS, Group.NOTICES, Group.DEFENCE, Group.CONTACTS);

    private final Lawbook law;
    private final RecordDesk desk;

    LawDesk(Lawbook law, RecordDesk desk) {
        this.law = law;
        this.desk = desk;
    }

    /** The law. */
    public Lawbook law() {
        return law;
    }

    /** Whether a board may be asked for at that instant. */
    public static boolean within(Instant at, Instant now) {
        return !at.isAfter(now.plus(AHEAD));
    }

    /**
     * The board of a record as far as the visitor may see it; empty where no pack was in force at its apprehension. Whoever
     * may not read the record sees procedural clocks alone: that a medic came or somebody complained is not theirs to know.
     */
    public Optional<Board> board(Visit visit, CustodyRecord record, Instant at) {
        Optional<Board> board = law.board(record.number().facility(), record.standing(), at);
        return desk.may(visit, record, General.READ_RECORD) ? board : board.map(LawDesk::procedural);
    }

    private static Board procedural(Board board) {
        List<Clock> clocks = board.clocks().stream().filter(LawDesk::procedural).toList();
        return new Board(board.at(), board.under(), clocks, board.ahead());
    }

    private static boolean procedural(Clock clock) {
        return clock.proof().inputs().stream()
                .map(input -> Catalogue.kind(input.kind()).orElseThrow().group())
                .allMatch(PROCEDURAL::contains);
    }

    /** What is due on a record, most urgent first. */
    public List<Task> tasks(Visit visit, CustodyRecord record, Instant at) {
        return board(visit, record, at)
                .map(board -> Tasks.of(board, record.standing()))
                .orElse(List.of());
    }

    /** Boards of many records of one facility, by record, in their order; what is known of the facility is read once. */
    public Map<CustodyRecord, Board> boards(Visit visit, List<CustodyRecord> records) {
        Circumstances known = law.circumstances().apply(visit.facility().code());
        Map<CustodyRecord, Board> boards = new LinkedHashMap<>();
        for (CustodyRecord record : records) {
            List<Event> standing = record.standing();
            law.board(known, standing, visit.now()).ifPresent(board -> boards.put(record, board));
        }
        return boards;
    }
}
