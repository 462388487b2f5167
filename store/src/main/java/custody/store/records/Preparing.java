package custody.store.records;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.ledger.log.LeafTime;
import custody.ledger.log.Origin;
import custody.ledger.tree.Tile;
import custody.record.desk.Outcome;
import custody.record.desk.Reading;
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
import custody.record.places.FacilityChange;
import custody.record.places.Officer;
import custody.store.keys.Binding;
import custody.store.keys.DataKey;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import custody.store.payloads.CredentialFields;
import custody.store.payloads.FacilityFields;
import custody.store.payloads.OfficerFields;
import custody.store.payloads.Payload;
import custody.store.payloads.ReadingFields;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One batch in the making: wishes become strands, strands are decided, placed, encoded. Lives for one batch. */
final class Preparing {
    private final Bench bench;
    private final Edge edge;
    private final Connection connection;
    private final LeafTime time;
    private final Deciding deciding;
    private final Map<RecordId, Strand> strands = new LinkedHashMap<>();
    private final List<Strand> loose = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private final List<DataKeys.Wrapped> keys = new ArrayList<>();
    private final List<Facility> facilities = new ArrayList<>();
    private final List<Batch.OfficerRow> officers = new ArrayList<>();
    private final List<Beside> due = new ArrayList<>();

    Preparing(Bench bench, Edge edge, Connection connection, LeafTime time) {
        this.bench = bench;
        this.edge = edge;
        this.connection = connection;
        this.time = time;
        this.deciding = new Deciding(time.recordedAt(), bench.origin().text());
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
    record Bench(
            Origin origin,
            FacilityCode home,
            DataKeys keys,
            SharedKeys shared,
            Loading loading,
            Projecting projecting,
            Consequences consequences,
            java.security.SecureRandom random) {}

    Batch prepare(List<Wish> all) throws SQLException {
        List<Wish> wishes = load(all);
        Map<Strand, List<Wish>> later = new LinkedHashMap<>();
        List<Placed> order = new ArrayList<>(wishes.size());
        for (Wish wish : wishes) {
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
    private List<Wish> load(List<Wish> wishes) throws SQLException {
        Set<RecordId> missing = new LinkedHashSet<>();
        for (Wish wish : wishes) {
            RecordId id = about(wish);
            if (id != null && edge.records().find(id).isEmpty()) {
                missing.add(id);
            }
        }
        Loading.Opened read = bench.loading().opened(connection, missing);
        if (!read.loaded().isEmpty()) {
            edge.records().loaded(read.loaded());
        }
        return read.unreadable().isEmpty() ? wishes : readable(wishes, read.unreadable());
    }

    private static List<Wish> readable(List<Wish> wishes, Map<RecordId, RuntimeException> unreadable) {
        List<Wish> readable = new ArrayList<>();
        for (Wish wish : wishes) {
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
                yield id == null ? look(looking) : about(id);
            }
            case Wish.Opening opening -> {
                Optional<Strand> repeated = repeated(wish, opening.writer(), opening.answer());
                yield repeated.isPresent() ? repeated.get() : open(opening);
            }
            case Wish.Noting noting -> loose(noting, List.of(new Entry.Noted(noting.entryClass(), noting.facts())));
            case Wish.PuttingOfficer putting -> officer(putting);
            case Wish.ChangingCredential changing -> credential(changing);
            case Wish.PuttingFacility putting -> facility(putting);
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

    private Strand loose(Wish.Noting wish, List<Entry> entries) {
        return loose(new Settled(
                wish, entries, rows -> wish.answer().complete(rows.getFirst().index())));
    }

    private Strand look(Wish.Looking wish) throws SQLException {
        FacilityCode facility = wish.facility() == null ? bench.home() : wish.facility();
        DataKey key = bench.shared().find(connection, KeyPurpose.READING, facility, now(), keys::add);
        Entry looked = new Entry.Looked(null, key, ReadingFields.of(wish.reading(), null, wish.facility(), now()));
        return loose(new Settled(wish, List.of(looked), _ -> wish.answer().complete(Optional.empty())));
    }

    private Strand officer(Wish.PuttingOfficer wish) throws SQLException {
        Officer officer = wish.officer();
        DataKey key = bench.shared().find(connection, KeyPurpose.STAFF, officer.facility(), now(), keys::add);
        var fields = OfficerFields.of(officer);
        String badge = officer.badge().number();
        byte[] row = key.seal(Binding.officer(badge), random(Encoding.NONCE_BYTES), Payload.encode(fields));
        officers.add(new Batch.OfficerRow(badge, key.id(), row));
        return loose(new Settled(
                wish,
                List.of(new Entry.RoleChanged(key, OfficerFields.of(officer, wish.by(), now()))),
                rows -> wish.answer().complete(rows.getFirst().index())));
    }

    private Strand credential(Wish.ChangingCredential wish) throws SQLException {
        DataKey key = bench.shared().find(connection, KeyPurpose.STAFF, bench.home(), now(), keys::add);
        return loose(new Settled(
                wish,
                List.of(new Entry.RoleChanged(key, CredentialFields.of(wish.change(), now()))),
                rows -> wish.answer().complete(rows.getFirst().index())));
    }

    private Strand facility(Wish.PuttingFacility wish) throws SQLException {
        Facility facility = wish.facility();
        Facility was = edge.facilities().put(facility.code(), facility);
        List<FacilityChange> changes = FacilityChange.between(was, facility);
        facilities.add(facility);
        if (was != null && !was.zone().equals(facility.zone())) {
            // The law's days and nights are the place's: every clock may change at another instant now.
            due.add(DueAnew.of(facility.code(), now()));
        }
        ClearFacts facts = FacilityDescription.facts(facility);
        List<Entry> entries = new ArrayList<>(List.of(new Entry.Noted(EntryClass.CONFIG, facts)));
        Reading by = wish.by();
        if (by != null) {
            DataKey key = bench.shared().find(connection, KeyPurpose.STAFF, facility.code(), now(), keys::add);
            entries.add(new Entry.Looked(null, key, FacilityFields.of(by, facility.code(), changes, now())));
        }
        return loose(new Settled(
                wish, entries, rows -> wish.answer().complete(rows.getFirst().index())));
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
        DataKeys.Fresh fresh = bench.keys()
                .fresh(id.value(), KeyPurpose.RECORD, facility.code().code(), now());
        keys.add(fresh.row());
        Strand strand = new Strand(null);
        strand.opened(record, fresh.key());
        strand.settle(deciding.stored(wish, wish.answer(), record, events));
        strands.put(id, strand);
        return strand;
    }

    private void decide(Map<Strand, List<Wish>> wishes) {
        List<Map.Entry<Strand, List<Wish>>> undecided = wishes.entrySet().stream()
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
                bench.origin(),
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
        List<Integer> places =
                java.util.stream.IntStream.range(0, changed.size()).boxed().toList();
        Sharing.each(
                places,
                at -> projections[at] = bench.projecting()
                        .project(
                                changed.get(at),
                                Arrays.copyOfRange(
                                        nonces, at * Encoding.NONCE_BYTES, (at + 1) * Encoding.NONCE_BYTES)));
        Map<RecordId, Kept> after = new LinkedHashMap<>();
        changed.forEach(strand ->
                strand.after().ifPresent(kept -> after.put(kept.record().id(), kept)));
        edge.records().prepared(after);
        edge.recorded(now());
        return new Batch(
                first,
                rows,
                edge.tree().head(),
                Batch.frontier(edge.tree()),
                tiles,
                keys,
                List.of(projections),
                remembered(),
                facilities,
                officers,
                beside(),
                settled);
    }

    /** Rows that wishes bring along, and those that follow from events. */
    private List<Beside.Placed> beside() {
        List<Beside.Placed> rows = new ArrayList<>();
        for (Settled each : settled) {
            if (each.wish() instanceof Wish.Noting noting) {
                noting.beside().forEach(row -> rows.add(new Beside.Placed(row, each.first())));
            }
            if (each.wish() instanceof Wish.Looking looking) {
                looking.beside().forEach(row -> rows.add(new Beside.Placed(row, each.first())));
            }
            if (each.wish() instanceof Wish.ChangingCredential changing) {
                rows.add(new Beside.Placed(changing.beside(), each.first()));
            }
            long index = each.first();
            for (Entry entry : each.entries()) {
                if (entry instanceof Entry.Happened(Event event)) {
                    long at = index;
                    Optional.ofNullable(strands.get(event.record()))
                            .flatMap(Strand::record)
                            .ifPresent(record -> bench.consequences()
                                    .of(event, record, now())
                                    .forEach(row -> rows.add(new Beside.Placed(row, at))));
                }
                index++;
            }
        }
        due.forEach(row -> rows.add(new Beside.Placed(row, 0)));
        return rows;
    }

    private List<Batch.Remembered> remembered() {
        List<Batch.Remembered> requests = new ArrayList<>();
        for (Settled each : settled) {
            Writer writer = switch (each.wish()) {
                case Wish.Opening opening -> opening.writer();
                case Wish.Adding adding -> adding.writer();
                case Wish.Looking _,
                        Wish.Noting _,
                        Wish.PuttingOfficer _,
                        Wish.ChangingCredential _,
                        Wish.PuttingFacility _ -> null;
            };
            var request = writer == null ? null : writer.request();
            if (writer == null || request == null || each.rows().isEmpty()) {
                continue;
            }
            Row.Payloaded firstRow = payload(each.rows().getFirst());
            Row.Payloaded lastRow = payload(each.rows().getLast());
            requests.add(new Batch.Remembered(
                    Requests.name(writer).orElseThrow(),
                    Requests.digest(request),
                    firstRow.key(),
                    firstRow.version(),
                    lastRow.version()));
        }
        return requests;
    }

    private static Row.Payloaded payload(Row row) {
        return java.util.Objects.requireNonNull(row.payload(), "an event has a payload");
    }

    private Instant now() {
        return time.recordedAt();
    }

    private byte[] random(int bytes) {
        byte[] fresh = new byte[bytes];
        bench.random().nextBytes(fresh);
        return fresh;
    }
}
