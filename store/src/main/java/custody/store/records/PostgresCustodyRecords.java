package custody.store.records;

import custody.record.desk.CustodyRecords;
import custody.record.desk.Glance;
import custody.record.desk.InCustody;
import custody.record.desk.LedgerStopped;
import custody.record.desk.Looks;
import custody.record.desk.Outcome;
import custody.record.desk.Page;
import custody.record.desk.Reading;
import custody.record.desk.Receipt;
import custody.record.desk.Search;
import custody.record.desk.Summary;
import custody.record.desk.Writer;
import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.detention.Housing;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import custody.store.database.Queries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk's records over PostgreSQL: everything that writes or looks goes through the one appender. */
final class PostgresCustodyRecords implements CustodyRecords {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCustodyRecords.class);

    private final Appending appending;
    private final StoredRequests requests;
    private final Listing listing;
    private final Present present;
    private final Present owing;
    private final Queries queries;
    private final Receipts receipts;
    private final PastReadings past;
    private final Loading loading;

    PostgresCustodyRecords(
            Appending appending,
            StoredRequests requests,
            Listing listing,
            Present present,
            Present owing,
            Queries queries,
            Receipts receipts,
            PastReadings past,
            Loading loading) {
        this.appending = appending;
        this.requests = requests;
        this.listing = listing;
        this.present = present;
        this.owing = owing;
        this.queries = queries;
        this.receipts = receipts;
        this.past = past;
        this.loading = loading;
    }

    @Override
    public Outcome open(FacilityCode facility, Booking booking, Writer writer) {
        return requests.answered(writer).orElseGet(() -> {
            Wish.Opening wish = new Wish.Opening(facility, booking, writer, new CompletableFuture<>());
            return appending.append(wish, wish.answer());
        });
    }

    @Override
    public Outcome add(RecordId record, Draft draft, @Nullable Integer expected, Writer writer) {
        return add(record, draft, expected, writer, false);
    }

    @Override
    public Outcome addBySystem(RecordId record, Draft draft, Writer writer) {
        return add(record, draft, null, writer, true);
    }

    @Override
    public Optional<Outcome> answered(Writer writer) {
        return requests.answered(writer);
    }

    private Outcome add(RecordId record, Draft draft, @Nullable Integer expected, Writer writer, boolean bySystem) {
        return requests.answered(writer).orElseGet(() -> {
            Wish.Adding wish = new Wish.Adding(record, draft, expected, writer, bySystem, new CompletableFuture<>());
            return appending.append(wish, wish.answer());
        });
    }

    @Override
    public Optional<CustodyRecord> read(RecordId record, Reading reading) {
        Wish.Looking wish = new Wish.Looking(reading, record, null, List.of());
        try {
            return appending.append(wish, wish.answer());
        } catch (LedgerStopped stopped) {
            return unsealed(record, reading);
        }
    }

    @Override
    public Glance glance(RecordId record, Reading reading) {
        Wish.Looking wish = new Wish.Looking(reading, record, null, List.of());
        try {
            return new Glance(appending.append(wish, wish.seen()), () -> Appending.await(wish.answer()));
        } catch (LedgerStopped stopped) {
            return new Glance(unsealed(record, reading), () -> {});
        }
    }

    private Optional<CustodyRecord> unsealed(RecordId record, Reading reading) {
        unsealed(reading, record.toString());
        return queries.with(connection -> loading.load(connection, List.of(record))).values().stream()
                .findFirst()
                .map(Kept::record);
    }

    /** A stopped ledger takes no reading; it is kept where the operator looks, and people are cared for. */
    private static void unsealed(Reading reading, String what) {
        LOG.atWarn()
                .addKeyValue("badge", reading.badge())
                .addKeyValue("purpose", reading.purpose())
                .addKeyValue("page", reading.what())
                .addKeyValue("of", what)
                .log("read while the ledger is stopped");
    }

    /** A look that concerns a facility's records, or all. */
    void look(Reading reading, @Nullable FacilityCode facility) {
        Wish.Looking wish = new Wish.Looking(reading, null, facility, List.of());
        try {
            appending.append(wish, wish.answer());
        } catch (LedgerStopped stopped) {
            unsealed(reading, facility == null ? "all facilities" : facility.code());
        }
    }

    @Override
    public Optional<FacilityCode> facilityOf(RecordId record) {
        return listing.facilityOf(record);
    }

    @Override
    public List<Summary> whiteboard(FacilityCode facility, Reading reading) {
        look(reading, facility);
        return listing.present(facility);
    }

    @Override
    public InCustody inCustody(FacilityCode facility, Reading reading) {
        look(reading, facility);
        return present.at(facility);
    }

    @Override
    public Map<RoomCode, Integer> occupancy(FacilityCode facility) {
        return Housing.occupancy(present.at(facility).records());
    }

    @Override
    public List<CustodyRecord> owing(FacilityCode facility, Instant now, Reading reading) {
        look(reading, facility);
        return owing.owing(facility, now);
    }

    @Override
    public Page<Summary> search(Search search, Reading reading) {
        look(
                reading,
                search.facilities().size() == 1 ? search.facilities().iterator().next() : null);
        return listing.search(search);
    }

    @Override
    public List<Receipt> receipts(RecordId record) {
        return receipts.of(record);
    }

    @Override
    public Optional<String> receiptText(RecordId record, int version) {
        return receipts.text(record, version);
    }

    @Override
    public Looks readings(RecordId record, long upTo, int most) {
        return past.of(record, upTo, most);
    }
}
