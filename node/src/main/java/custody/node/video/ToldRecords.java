package custody.node.video;

import custody.record.desk.CustodyRecords;
import custody.record.desk.Outcome;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.Badge;
import custody.record.events.Occurrence;
import custody.record.events.RecordId;
import custody.record.events.VideoFact.FootageExported;
import custody.video.export.Exports.Export;
import custody.video.export.Exports.State;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The detained person sees in the record what of the footage was handed out, to whom and why: a file that is ready, by its hash. What
 * was only asked for, failed or was given up was not.
 */
final class ToldRecords {
    private final CustodyRecords records;
    private final Function<RecordId, Optional<CustodyRecord>> reading;
    private final InstantSource clock;

    /** {@code reading} is the node's own, by which nobody looks. */
    ToldRecords(CustodyRecords records, Function<RecordId, Optional<CustodyRecord>> reading, InstantSource clock) {
        this.records = records;
        this.reading = reading;
        this.clock = clock;
    }

    /** Tells the record of an export that is ready, once; throws where it cannot be told. */
    synchronized void told(Export export) {
        if (export.state() == State.READY && export.sha256().isPresent()) {
            export.wanted()
                    .record()
                    .flatMap(record -> reading.apply(new RecordId(record)))
                    .filter(record -> !knows(record, export.sha256().get()))
                    .ifPresent(record -> write(record, export, export.sha256().get()));
        }
    }

    private static boolean knows(CustodyRecord record, String sha256) {
        return record.events().stream()
                .anyMatch(
                        event -> event.fact() instanceof FootageExported exported && sha256.equals(exported.sha256()));
    }

    private void write(CustodyRecord record, Export export, String sha256) {
        var wanted = export.wanted();
        var fact = new FootageExported(
                List.of(wanted.camera().value()),
                wanted.from(),
                wanted.to(),
                wanted.recipient(),
                wanted.reason(),
                sha256);
        var now = new Occurrence(clock.instant(), null, Occurrence.Source.LIVE);
        var writer = new Writer(new Badge(export.by().badge()), new RequestKey("export-" + export.id(), sha256));
        if (!(records.addBySystem(record.id(), Draft.of(fact, now), writer) instanceof Outcome.Stored)) {
            throw new IllegalStateException("the record does not take that its footage was exported");
        }
    }
}
