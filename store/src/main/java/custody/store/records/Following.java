package custody.store.records;

import custody.record.desk.Writer;
import custody.record.events.Event;
import custody.record.events.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What follows from wishes that were decided, for other tables than those of entries and records. */
final class Following {
    private final List<Settled> settled;
    private final Map<RecordId, Strand> strands;
    private final Consequences consequences;
    private final Instant now;

    Following(List<Settled> settled, Map<RecordId, Strand> strands, Consequences consequences, Instant now) {
        this.settled = settled;
        this.strands = strands;
        this.consequences = consequences;
        this.now = now;
    }

    /** Rows that wishes bring along, and those that follow from events. */
    List<Beside.Placed> rows() {
        List<Beside.Placed> rows = new ArrayList<>();
        for (Settled each : settled) {
            each.wish().rows().forEach(row -> rows.add(new Beside.Placed(row, each.first())));
            long index = each.first();
            for (Entry entry : each.entries()) {
                if (entry instanceof Entry.Happened(Event event)) {
                    rows.addAll(of(event, index));
                }
                index++;
            }
        }
        return rows;
    }

    private List<Beside.Placed> of(Event event, long index) {
        return Optional.ofNullable(strands.get(event.record())).flatMap(Strand::record).stream()
                .flatMap(record -> consequences.of(event, record, now).stream())
                .map(row -> new Beside.Placed(row, index))
                .toList();
    }

    /** Requests that may be sent again, with what was stored for them. */
    List<Batch.Remembered> remembered() {
        List<Batch.Remembered> requests = new ArrayList<>();
        for (Settled each : settled) {
            Optional<Writer> writer = each.wish().byRequest();
            if (writer.isPresent() && !each.rows().isEmpty()) {
                requests.add(remembered(writer.get(), each.rows()));
            }
        }
        return requests;
    }

    private static Batch.Remembered remembered(Writer writer, List<Row> rows) {
        Row.Payloaded first = payload(rows.getFirst());
        return new Batch.Remembered(
                Requests.name(writer).orElseThrow(),
                Requests.digest(Objects.requireNonNull(writer.request(), "it came by a request")),
                first.key(),
                first.version(),
                payload(rows.getLast()).version());
    }

    private static Row.Payloaded payload(Row row) {
        return Objects.requireNonNull(row.payload(), "an event has a payload");
    }
}
