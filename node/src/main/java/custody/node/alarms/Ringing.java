package custody.node.alarms;

import custody.ledger.tree.Hash;
import custody.record.catalogue.Wire;
import custody.record.desk.Outcome;
import custody.record.desk.RaisedAlerts.Settled;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.SystemFact;
import custody.record.law.Alert;
import custody.record.law.Alerts;
import custody.record.law.Board;
import custody.record.law.Circumstances;
import custody.record.law.Judging;
import custody.record.law.Lasting;
import custody.record.law.Lawbook;
import custody.record.law.honesty.Honesty;
import custody.record.law.rules.Pack;
import custody.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one record up to an instant: writes what its board says and the record does not say yet, then notes when it
 * changes next. May be stopped anywhere and done again: what was written is found in the record, and each entry has a
 * request key of its own.
 */
final class Ringing {
    private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);

    private static final Board.Under NO_LAW = new Board.Under("none", "none", "");

    private final Store store;
    private final Lawbook law;

    Ringing(Store store, Lawbook law) {
        this.store = store;
        this.law = law;
    }

    /** Rings for one record at one instant; answers how many entries it wrote. */
    int ring(RecordId id, Instant now) {
        Optional<CustodyRecord> found = store.own().of(id);
        if (found.isEmpty()) {
            // Erased meanwhile: a row that nobody can compute would be due for ever.
            store.dueRecords().forget(id);
            return 0;
        }
        CustodyRecord record = found.get();
        List<Event> standing = record.standing();
        Optional<Pack> pack = law.judging(standing);
        if (pack.isEmpty()) {
            LOG.atWarn().addKeyValue("record", id).log("no rule pack was in force when this person was apprehended");
            store.dueRecords().put(id, record.version(), null, NO_LAW);
            return 0;
        }
        FacilityCode home = record.number().facility();
        Circumstances before = law.circumstances().apply(home);
        Function<List<Event>, Board> judging = events -> Judging.board(events, before, pack.get(), now);
        Board board = judging.apply(standing);
        List<Event> written = new ArrayList<>(apply(record, standing, pack.get(), now));
        written.addAll(write(record, standing, board, judging));
        settle(record, written, board, now);
        Instant next = Stream.concat(board.next().stream(), Honesty.next(standing, now).stream())
                .min(Instant::compareTo)
                .orElse(null);
        store.dueRecords().put(id, record.version() + written.size(), next, board.under());
        // What was declared meanwhile had made this record due, and the line above took that back.
        boolean still = law.circumstances().apply(home).equals(before);
        return written.size() + (still ? 0 : ring(id, now));
    }

    /** What is no longer owed is no longer told; a record without alerts costs nothing. */
    private void settle(CustodyRecord record, List<Event> written, Board board, Instant now) {
        List<Event> all =
                Stream.concat(record.events().stream(), written.stream()).toList();
        if (all.stream().anyMatch(Lasting::isAlert)
                && store.alerts().settle(record.id(), Lasting.of(board, all), now)) {
            store.raisedAlerts().tell(new Settled(record.number().facility(), record.id()));
        }
    }

    /** Which text of the law judges is part of the record; a corrected apprehension may bring it under another. */
    private List<Event> apply(CustodyRecord record, List<Event> standing, Pack pack, Instant now) {
        SystemFact.LawApplied judge = new SystemFact.LawApplied(pack.id(), pack.version(), pack.hash());
        Optional<SystemFact.LawApplied> before = Lawbook.applied(standing);
        if (before.filter(judge::equals).isPresent()) {
            return List.of();
        }
        if (before.isPresent() && law.exactly(before.get()).isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("record", record.id())
                    .addKeyValue("pack", before.get().pack())
                    .addKeyValue("version", before.get().version())
                    .log("the rule pack that judged this record is gone");
        }
        String key = "law/" + record.id() + "/" + record.version() + "/" + pack.hash();
        return append(record.id(), judge, now, new RequestKey(key, digest(key)));
    }

    private List<Event> write(
            CustodyRecord record, List<Event> standing, Board board, Function<List<Event>, Board> judging) {
        Instant now = board.at();
        List<Event> written = new ArrayList<>();
        for (Alert alert : Alerts.of(board, record.events())) {
            written.addAll(append(record.id(), alert.fact(), alert.at(), key(record.id(), alert.fact())));
        }
        for (SystemFact.FlagRaised flag : Honesty.flags(record.events(), standing, board, judging, now)) {
            written.addAll(append(record.id(), flag, now, key(record.id(), flag)));
        }
        return written;
    }

    private List<Event> append(RecordId record, SystemFact fact, Instant at, RequestKey key) {
        Occurrence occurrence = new Occurrence(at, null, Occurrence.Source.LIVE);
        Outcome outcome =
                store.records().addBySystem(record, Draft.of(fact, occurrence), new Writer(Badge.SYSTEM, key));
        return switch (outcome) {
            case Outcome.Stored stored -> stored.repeated() ? List.of() : stored.added();
            case Outcome.Refused refused ->
                refused(record, fact, refused.refusal().getClass());
            case Outcome.Invalid _, Outcome.Conflict _, Outcome.NotFound _, Outcome.KeyReused _ ->
                refused(record, fact, outcome.getClass());
        };
    }

    private static List<Event> refused(RecordId record, SystemFact fact, Class<?> why) {
        LOG.atWarn()
                .addKeyValue("record", record)
                .addKeyValue("kind", Wire.name(fact.getClass()))
                .addKeyValue("why", why.getSimpleName())
                .log("an alarm was not taken");
        return List.of();
    }

    private static RequestKey key(RecordId record, SystemFact fact) {
        String about = switch (fact) {
            case SystemFact.ClockWarning warning ->
                "warning/" + warning.rule() + "/" + warning.due() + "/" + warning.elapsed();
            case SystemFact.ClockBreached breached -> "breach/" + breached.rule() + "/" + breached.due();
            case SystemFact.FlagRaised raised -> "flag/" + raised.flag() + "/" + digest(String.valueOf(raised.about()));
            case SystemFact.LawApplied _,
                    SystemFact.FlagAnswered _,
                    SystemFact.AlertAcknowledged _,
                    SystemFact.FacilityMartialLaw _ ->
                throw new IllegalArgumentException("not written by the alarm clock");
        };
        String key = "alarm/" + record + "/" + about;
        return new RequestKey(key, digest(key));
    }

    private static String digest(String text) {
        return Hash.sha256(text).hex();
    }
}
