package custody.store.records;

import custody.record.desk.Outcome;
import custody.record.desk.Receipt;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Decision;
import custody.record.detention.Keeping;
import custody.record.detention.Moment;
import custody.record.events.Event;
import custody.record.events.EventId;
import custody.record.events.SystemFact;
import custody.record.events.VideoFact;
import custody.store.payloads.ReadingFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Decides wishes about records that exist, in the order of their strand.
 *
 * @param now when the batch is recorded
 * @param origin the ledger's name, for receipts
 */
record Deciding(Instant now, String origin) {

    /** Decides what one wish about a record brings, and advances the strand. */
    void decide(Strand strand, Wish wish) {
        strand.settle(
                switch (wish) {
                    case Wish.Adding adding -> add(strand, adding);
                    case Wish.Looking looking -> look(strand, looking);
                    case Wish.Opening _,
                            Wish.Noting _,
                            Wish.PuttingOfficer _,
                            Wish.ChangingCredential _,
                            Wish.PuttingFacility _ ->
                        throw new IllegalArgumentException("not about a record that exists");
                });
    }

    /** Moment of a decision for one writer. */
    Moment moment(Writer writer) {
        return new Moment(now, writer.badge(), () -> new EventId(UUID.randomUUID()));
    }

    private Settled add(Strand strand, Wish.Adding wish) {
        Optional<CustodyRecord> found = strand.record();
        if (found.isEmpty()) {
            return refused(wish, wish.answer(), new Outcome.NotFound());
        }
        CustodyRecord record = found.get();
        Integer expected = wish.expected();
        if (expected != null && overtaken(record, expected)) {
            return refused(wish, wish.answer(), conflict(record, expected));
        }
        Moment moment = moment(wish.writer());
        Decision decision = wish.bySystem()
                ? Keeping.addBySystem(record, wish.draft(), moment)
                : Keeping.add(record, wish.draft(), moment);
        return switch (decision) {
            case Decision.Refused(var refusal) -> refused(wish, wish.answer(), new Outcome.Refused(refusal));
            case Decision.Invalid(var errors) -> refused(wish, wish.answer(), new Outcome.Invalid(errors));
            case Decision.Accepted(List<Event> events) -> {
                CustodyRecord longer = record.with(events);
                strand.continued(longer);
                yield stored(wish, wish.answer(), longer, events);
            }
        };
    }

    /** What the node itself noticed meanwhile, and that footage was seen or handed out, takes no decision out of the writer's hands. */
    private static boolean overtaken(CustodyRecord record, int expected) {
        return expected < 1
                || expected > record.version()
                || record.events().subList(expected, record.version()).stream()
                        .anyMatch(event -> !(event.fact() instanceof SystemFact.ClockWarning
                                || event.fact() instanceof SystemFact.ClockBreached
                                || event.fact() instanceof SystemFact.LawApplied
                                || event.fact() instanceof SystemFact.FlagRaised
                                || event.fact() instanceof SystemFact.AlertAcknowledged
                                || event.fact() instanceof VideoFact.FootageViewed
                                || event.fact() instanceof VideoFact.FootageExported));
    }

    private static Outcome conflict(CustodyRecord record, int expected) {
        int seen = Math.clamp(expected, 0, record.version());
        return new Outcome.Conflict(record.version(), record.events().subList(seen, record.version()));
    }

    private Settled look(Strand strand, Wish.Looking wish) {
        Optional<CustodyRecord> found = strand.record();
        if (found.isEmpty()) {
            return new Settled(wish, List.of(), _ -> wish.answer().complete(found));
        }
        Entry.Looked looked = new Entry.Looked(
                wish.record(),
                strand.key().orElseThrow(),
                ReadingFields.of(wish.reading(), wish.record(), wish.facility(), now));
        wish.seen().complete(found);
        return new Settled(wish, List.of(looked), _ -> wish.answer().complete(found));
    }

    /** Events that were accepted, answered with their receipts. */
    Settled stored(Wish wish, CompletableFuture<Outcome> answer, CustodyRecord record, List<Event> events) {
        List<Entry> entries = events.stream().<Entry>map(Entry.Happened::new).toList();
        return new Settled(
                wish, entries, rows -> answer.complete(new Outcome.Stored(record, events, receipts(rows), false)));
    }

    /** Nothing to store. */
    Settled refused(Wish wish, CompletableFuture<Outcome> answer, Outcome outcome) {
        return new Settled(wish, List.of(), _ -> answer.complete(outcome));
    }

    private List<Receipt> receipts(List<Row> rows) {
        return rows.stream()
                .map(row -> new Receipt(origin, row.index(), row.leafHash().base64(), Receipt.State.RECORDED))
                .toList();
    }
}
