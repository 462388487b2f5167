package custody.store.check;

import custody.record.detention.CustodyRecord;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.SystemFact.AlertAcknowledged;
import custody.record.events.SystemFact.FlagAnswered;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Climbing;
import custody.record.law.Lasting;
import custody.record.law.Lawbook;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Rule;
import custody.record.places.Facility;
import custody.store.alarms.MartialLaw;
import custody.store.alarms.Rungs;
import custody.store.records.FacilityRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds what no entry says of an alert against what follows from the entries: a question is settled by an answer alone; a breach
 * or a warning by what the law makes of the record's events. Only what would hide an alert is looked for: a row that shows more than
 * there is puts itself right when the node comes to it. Records that the node has not computed yet are left out.
 */
final class AlertStanding {
    private static final String ROWS = """
            SELECT a.record_id, a.version, a.event_id, a.kind, a.rule, a.pack, a.raised_at, a.settled_at, a.urging, a.rung,
                   a.next_step_at
            FROM alert a JOIN custody_record r USING (record_id) LEFT JOIN alarm_due d USING (record_id)
            WHERE record_id = ANY (?)
              AND coalesce(d.version >= r.version AND (d.next_due IS NULL OR d.next_due > ?), true)
            """;
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private final Snapshot snapshot;
    private final Optional<AlertLaw> law;
    private final Consumer<Discovery> discoveries;
    private final Map<FacilityCode, Circumstances> known = new HashMap<>();
    private @Nullable Map<FacilityCode, Facility> facilities;

    AlertStanding(Snapshot snapshot, Optional<AlertLaw> law, Consumer<Discovery> discoveries) {
        this.snapshot = snapshot;
        this.law = law;
        this.discoveries = discoveries;
    }

    /** A row of an alert, as far as it says how the alert stands. */
    private record Row(
            String where,
            EventId event,
            boolean question,
            boolean breach,
            String rule,
            @Nullable String pack,
            Instant raisedAt,
            boolean settled,
            boolean urging,
            int rung,
            @Nullable Instant next) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    "alert of record " + row.getObject(1, UUID.class) + " version " + row.getInt(2),
                    new EventId(row.getObject(3, UUID.class)),
                    row.getString(4).equals("QUESTION"),
                    row.getString(4).equals("BREACH"),
                    row.getString(5),
                    row.getString(6),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    row.getObject(8, OffsetDateTime.class) != null,
                    row.getBoolean(9),
                    row.getInt(10),
                    maybe(row.getObject(11, OffsetDateTime.class)));
        }

        private static @Nullable Instant maybe(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }
    }

    /** Compares the alerts of some records. */
    void compare(Map<RecordId, CustodyRecord> records) throws SQLException {
        Instant now = law.map(each -> each.time().instant()).orElseGet(Instant::now);
        Object[] ids = records.keySet().stream().map(RecordId::value).toArray();
        Map<RecordId, Optional<Lasting>> lasting = new HashMap<>();
        snapshot.each(
                ROWS,
                select -> {
                    select.setArray(1, snapshot.connection().createArrayOf("uuid", ids));
                    select.setObject(2, now.atOffset(ZoneOffset.UTC));
                },
                found -> {
                    CustodyRecord record = records.get(new RecordId(found.getObject(1, UUID.class)));
                    if (record != null) {
                        Row row = Row.read(found);
                        question(row, record);
                        lasting.computeIfAbsent(record.id(), _ -> judged(record, now))
                                .ifPresent(stands -> clock(row, record, stands, now));
                    }
                });
    }

    /** Whatever the law is: a question stands until an answer names it. */
    private void question(Row row, CustodyRecord record) {
        boolean answered = record.events().stream()
                .anyMatch(event -> event.fact() instanceof FlagAnswered answer
                        && answer.flag().equals(row.event()));
        if (row.question() && !answered && (row.settled() || !row.urging())) {
            differs(row, "settled_at", "open: no entry answers it", "settled");
        }
    }

    private void clock(Row row, CustodyRecord record, Lasting stands, Instant now) {
        if (row.question()) {
            return;
        }
        if (row.settled() && stands.open().contains(row.event())) {
            differs(row, "settled_at", "open: by its events it is still owed", "settled");
        }
        boolean heard = record.events().stream()
                .map(Event::fact)
                .anyMatch(fact ->
                        fact instanceof AlertAcknowledged noted && noted.alert().equals(row.event()));
        if (heard || !stands.urging().contains(row.event())) {
            return;
        }
        if (!row.urging()) {
            differs(row, "urging", "told until somebody takes note", "told no more");
        }
        if (row.breach()) {
            climbing(row, now);
        }
    }

    /** It climbs the rule's ladder: it reaches no rung too early, and waits for none longer than the ladder says. */
    private void climbing(Row row, Instant now) {
        Optional<Escalation> ladder = law.flatMap(each -> lawbook(each).rule(row.pack(), row.rule()))
                .map(Rule::heading)
                .map(heading -> heading.escalation());
        if (ladder.isEmpty()) {
            return;
        }
        int reached = Climbing.ofBreach(ladder.get(), row.raisedAt(), now).told().stream()
                .mapToInt(Rungs::number)
                .max()
                .orElse(0);
        if (row.rung() > reached) {
            differs(row, "rung", "a rung that it can have reached", "a higher one");
        }
        Optional<Instant> due = ladder.get().steps().stream()
                .filter(step -> Rungs.number(step.to()) > row.rung())
                .map(step -> row.raisedAt().plus(step.after()))
                .min(Instant::compareTo);
        Instant next = row.next();
        boolean waits = next == null || (next.isAfter(now) && due.isPresent() && next.isAfter(due.get()));
        if (due.isPresent() && waits) {
            differs(row, "next_step_at", "when the next rung is to be told", "later or never");
        }
    }

    private Optional<Lasting> judged(CustodyRecord record, Instant now) {
        return law.flatMap(each -> lawbook(each).board(record.number().facility(), record.standing(), now))
                .map((Board board) -> Lasting.of(board, record.events()));
    }

    private Lawbook lawbook(AlertLaw of) {
        return new Lawbook(of.packs(), of.pack(), code -> known.computeIfAbsent(code, this::circumstances));
    }

    /** Declarations are held against their entries elsewhere. */
    private Circumstances circumstances(FacilityCode code) {
        try {
            if (facilities == null) {
                facilities = snapshot.attempt(FacilityRows::all).orElse(Map.of());
            }
            Facility facility = facilities.get(code);
            return Circumstances.of(
                    facility == null ? KYIV : facility.zone(), MartialLaw.declared(snapshot.connection(), code));
        } catch (SQLException failed) {
            throw new Inside.Interrupted(failed);
        }
    }

    private void differs(Row row, String column, String expected, String actual) {
        discoveries.accept(Discovery.row(row.where() + " " + column, expected, actual));
    }
}
