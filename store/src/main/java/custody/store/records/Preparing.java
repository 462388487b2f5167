package custody.store.records;

import custody.ledger.log.LeafTime;
import custody.ledger.log.Origin;
import custody.ledger.tree.Tile;
import custody.record.desk.Outcome;
import custody.record.desk.StorageUnavailable;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Decision;
import custody.record.detention.Keeping;
import custody.record.events.Event;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.record.places.Facility;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One batch in the making: wishes become strands, strands are decided, placed, encoded. Lives for one batch. */
final class Preparing {
    private final Parts parts;
    private final Edge edge;
    private final Connection connection;
    private final LeafTime time;
    private final Deciding deciding;
    private final Map<RecordId, Strand> strands = new LinkedHashMap<>();
    private final List<Strand> loose = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private final List<DataKeys.Wrapped> keys = new ArrayList<>();
    private final LooseWishes wishes;

    Preparing(Parts parts, Edge edge, Connection connection, LeafTime time) {
        this.parts = parts;
        this.edge = edge;
        this.connection = connection;
        this.time = time;
        this.deciding = new Deciding(time.recordedAt(), parts.origin().text());
        this.wishes = new LooseWishes(parts, edge, connection, now(), keys);
    }

    /**
     * What preparing needs beside the edge: the same for all batches.
     *
     * @param origin the ledger
     * @param home facility whose reading key takes looks that concern none
     * @param keys makes and opens data keys
     * @param shared keys of facilities
     * @param loading reads records
     * @param projecting makes projections
     * @param consequences what else follows from events
     * @param random for nonces and ids
     */
    record Parts(
            Origin origin,
            FacilityCode home,
            DataKeys keys,
            SharedKeys shared,
            Loading loading,
            Projecting projecting,
            Consequences consequences,
            SecureRandom random) {}

    Batch prepare(List<Wish> all) throws SQLException {
        List<Wish> readable = load(all);
        Map<Strand, List<Wish>> later = new LinkedHashMap<>();
        List<Placed> order = new ArrayList<>(readable.size());
        for (Wish wish : readable) {
            Strand strand = strand(wish);
            order.add(new Placed(strand, wish));
            later.computeIfAbsent(strand, _ -> new ArrayList<>()).add(wish);
        }
        decide(later);
        long next = place(order);
        encode(next - edge.tree().head().size());
        return batch();
    }

    private record Placed(Strand strand, Wish wish) {}

    /** Those whose record opens; the others are refused by themselves. */
    private List<Wish> load(List<Wish> all) throws SQLException {
        Set<RecordId> missing = new LinkedHashSet<>();
        for (Wish wish : all) {
            RecordId id = about(wish);
            if (id != null && edge.records().find(id).isEmpty()) {
                missing.add(id);
            }
        }
        Loading.Opened read = parts.loading().opened(connection, missing);
        if (!read.loaded().isEmpty()) {
            edge.records().loaded(read.loaded());
        }
        return read.unreadable().isEmpty() ? all : readable(all, read.unreadable());
    }

    private static List<Wish> readable(List<Wish> all, Map<RecordId, RuntimeException> unreadable) {
        List<Wish> readable = new ArrayList<>();
        for (Wish wish : all) {
            RecordId id = about(wish);
            RuntimeException why = id == null ? null : unreadable.get(id);
            if (why == null) {
                readable.add(wish);
            } else {
                wish.answer().completeExceptionally(new StorageUnavailable("this record does not open", why));
            }
        }
        return readable;
    }

    private static @Nullable RecordId about(Wish wish) {
        return switch (wish) {
            case Wish.Adding adding -> adding.record();
            case Wish.Looking looking -> looking.record();
            case Wish.Opening _,
                    Wish.Noting _,
                    Wish.PuttingOfficer _,
                    Wish.ChangingCredential _,
                    Wish.PuttingFacility _ -> null;
        };
    }

    private Strand strand(Wish wish) throws SQLException {
        return switch (wish) {
            case Wish.Adding adding -> {
                Optional<Strand> repeated = repeated(wish, adding.writer(), adding.answer());
                yield repeated.isPresent() ? repeated.get() : about(adding.record());
            }
            case Wish.Looking looking -> {
                RecordId id = looking.record();
                yield id == null ? loose(wishes.look(looking)) : about(id);
            }
            case Wish.Opening opening -> {
                Optional<Strand> repeated = repeated(wish, opening.writer(), opening.answer());
                yield repeated.isPresent() ? repeated.get() : open(opening);
            }
            case Wish.Noting noting -> loose(wishes.noted(noting));
            case Wish.PuttingOfficer putting -> loose(wishes.officer(putting));
            case Wish.ChangingCredential changing -> loose(wishes.credential(changing));
            case Wish.PuttingFacility putting -> loose(wishes.facility(putting));
        };
    }

    /** A request that is under way or was stored of late: answered as the first one is, which by then has been. */
    private Optional<Strand> repeated(Wish wish, Writer writer, CompletableFuture<Outcome> answer) {
        return edge.requests()
                .claim(writer, answer)
                .map(first -> loose(new Settled(wish, List.of(), _ -> answer.complete(first.join()))));
    }

    private Strand about(RecordId id) {
        return strands.computeIfAbsent(
                id, _ -> new Strand(edge.records().find(id).orElse(null)));
    }

    private Strand loose(Settled settlement) {
        Strand strand = new Strand(null);
        strand.settle(settlement);
        loose.add(strand);
        return strand;
    }

    private Strand open(Wish.Opening wish) throws SQLException {
        Facility facility = edge.facilities().get(wish.facility());
        if (facility == null) {
            return loose(deciding.refused(wish, wish.answer(), new Outcome.NotFound()));
        }
        RecordId id = new RecordId(UUID.randomUUID());
        Decision decision = Keeping.open(id, wish.booking(), deciding.moment(wish.writer()));
        return switch (decision) {
            case Decision.Refused(var refusal) ->
                loose(deciding.refused(wish, wish.answer(), new Outcome.Refused(refusal)));
            case Decision.Invalid(var errors) ->
                loose(deciding.refused(wish, wish.answer(), new Outcome.Invalid(errors)));
            case Decision.Accepted(List<Event> events) -> opened(wish, facility, id, events);
        };
    }

    private Strand opened(Wish.Opening wish, Facility facility, RecordId id, List<Event> events) throws SQLException {
        RecordNumber number = Numbers.next(connection, edge, facility, now());
        CustodyRecord record = new CustodyRecord(id, number, events);
        DataKeys.Fresh fresh = parts.keys()
                .fresh(id.value(), KeyPurpose.RECORD, facility.code().code(), now());
        keys.add(fresh.row());
        Strand strand = new Strand(null);
        strand.opened(record, fresh.key());
        strand.settle(deciding.stored(wish, wish.answer(), record, events));
        strands.put(id, strand);
        return strand;
    }

    private void decide(Map<Strand, List<Wish>> later) {
        List<Map.Entry<Strand, List<Wish>>> undecided = later.entrySet().stream()
                .filter(entry -> entry.getKey().settled().isEmpty())
                .toList();
        Sharing.each(undecided, entry -> entry.getValue().forEach(wish -> deciding.decide(entry.getKey(), wish)));
    }

    /** Indices follow the order of arrival, whatever the strand. */
    private long place(List<Placed> order) {
        Map<Strand, Integer> at = new HashMap<>();
        long next = edge.tree().head().size();
        for (Placed placed : order) {
            int position = at.merge(placed.strand(), 1, Integer::sum) - 1;
            Settled settlement = placed.strand().settled().get(position);
            next = settlement.place(next);
            settled.add(settlement);
        }
        return next;
    }

    private void encode(long entries) {
        Encoding encoding = Encoding.of(
                parts.origin(),
                time,
                edge.tree().head().size(),
                random(Math.toIntExact(entries * Encoding.NONCE_BYTES)));
        List<Strand> all =
                Stream.concat(strands.values().stream(), loose.stream()).toList();
        Sharing.each(all, encoding::encode);
    }

    private Batch batch() {
        long first = edge.tree().head().size();
        List<Row> rows = settled.stream().flatMap(each -> each.rows().stream()).toList();
        List<Tile> tiles = edge.tree().append(rows.stream().map(Row::leafHash).toList());
        List<Strand> changed = strands.values().stream().filter(Strand::changed).toList();
        Batch.Projection[] projections = new Batch.Projection[changed.size()];
        byte[] nonces = random(changed.size() * Encoding.NONCE_BYTES);
        List<Integer> places = IntStream.range(0, changed.size()).boxed().toList();
        Sharing.each(
                places,
                at -> projections[at] = parts.projecting()
                        .project(
                                changed.get(at),
                                Arrays.copyOfRange(
                                        nonces, at * Encoding.NONCE_BYTES, (at + 1) * Encoding.NONCE_BYTES)));
        Map<RecordId, Kept> after = new LinkedHashMap<>();
        changed.forEach(strand ->
                strand.after().ifPresent(kept -> after.put(kept.record().id(), kept)));
        edge.records().prepared(after);
        edge.recorded(now());
        Following following = new Following(settled, strands, parts.consequences(), now());
        return new Batch(
                first,
                rows,
                edge.tree().head(),
                Batch.frontier(edge.tree()),
                tiles,
                keys,
                List.of(projections),
                following.remembered(),
                wishes.facilities(),
                wishes.officers(),
                Stream.concat(following.rows().stream(), wishes.rows().stream()).toList(),
                settled);
    }

    private Instant now() {
        return time.recordedAt();
    }

    private byte[] random(int bytes) {
        byte[] fresh = new byte[bytes];
        parts.random().nextBytes(fresh);
        return fresh;
    }
}
