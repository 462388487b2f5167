package custody.record.desk;

import custody.record.detention.Booking;
import custody.record.detention.CustodyRecord;
import custody.record.detention.Draft;
import custody.record.events.FacilityCode;
import custody.record.events.RecordId;
import custody.record.events.RoomCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All custody records of this node. Safe for many threads.
 *
 * <p>Durable: when {@link #open} or {@link #add} returns {@link Outcome.Stored}, event, leaf, tree head and projections
 * are committed in one transaction, were read back and hashed again, and survive power loss. Every method throws {@link
 * StorageUnavailable} when the database cannot answer and {@link LedgerStopped} when read-back found a difference;
 * nothing is stored then, or the caller cannot know and repeats with the same key.
 */
public interface CustodyRecords {

    /** Most records that {@link #owing} gives. */
    int MOST_OWING = 500;

    /** Opens a record with the six booking fields. */
    Outcome open(FacilityCode facility, Booking booking, Writer writer);

    /**
     * Adds an event written by a person.
     *
     * @param expected version the writer saw; null appends without asking
     */
    Outcome add(RecordId record, Draft draft, @Nullable Integer expected, Writer writer);

    /** Adds an event written by the system itself; the writer is whoever caused it. */
    Outcome addBySystem(RecordId record, Draft draft, Writer writer);

    /**
     * What an earlier request with this writer's key brought, or that the key was used for another; empty for a new one. Both
     * ways of adding ask this themselves; it is for whoever judges an entry by more than its record before adding it, and
     * must not judge anew what is stored already.
     */
    Optional<Outcome> answered(Writer writer);

    /** Reads one record. The reading is a leaf before this returns. */
    Optional<CustodyRecord> read(RecordId record, Reading reading);

    /** As {@link #read}, for whoever decides by the record what to add to it, and waits for disk only once. */
    Glance glance(RecordId record, Reading reading);

    /** Where the record is kept, without its content: no leaf. */
    Optional<FacilityCode> facilityOf(RecordId record);

    /** Everyone in custody at a facility now, newest first. The reading is a leaf before this returns. */
    List<Summary> whiteboard(FacilityCode facility, Reading reading);

    /**
     * Everyone in custody at a facility now, each record whole: what clocks and tasks are computed from. The reading is a
     * leaf before this returns.
     */
    InCustody inCustody(FacilityCode facility, Reading reading);

    /**
     * How many of those in custody at a facility are in each room now; rooms without anybody are left out. Numbers alone, which
     * name nobody, so that looking is no reading.
     */
    Map<RoomCode, Integer> occupancy(FacilityCode facility);

    /**
     * Whose custody here has ended while something on their record may still be owed: a clock that changes within a day of
     * {@code now}, or an alert that stands open. Newest first, each record whole, at most {@link #MOST_OWING}; the reading is
     * a leaf before this returns.
     */
    List<CustodyRecord> owing(FacilityCode facility, Instant now, Reading reading);

    /** Searches summaries. The reading is a leaf before this returns. */
    Page<Summary> search(Search search, Reading reading);

    /** Receipts of a record's events, one for each version in order; technical, no leaf. */
    List<Receipt> receipts(RecordId record);

    /** The printable text form of one receipt with the newest checkpoint, for {@code version} of a record. */
    Optional<String> receiptText(RecordId record, int version);

    /**
     * Who read a record; for somebody who has just read it, so that this look is the newest of them.
     *
     * @param upTo number of the newest wanted, 1 for the oldest of all; more than there are begins with the newest
     * @param most so many at most
     */
    Looks readings(RecordId record, long upTo, int most);
}
