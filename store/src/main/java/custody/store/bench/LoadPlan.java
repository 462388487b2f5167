package custody.store.bench;

import custody.record.events.RecordId;
import custody.record.events.RecordNumber;
import custody.store.keys.DataKeys;
import custody.store.keys.KeyPurpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Who gets the next entry, and when: so many people in custody at a time, each in turn, a new one for each who left. */
final class LoadPlan {
    /** Time from one entry to the next, milliseconds. */
    static final long STEP_MILLIS = 31_500;

    /** People in custody at a time. */
    static final int PRESENT = 40;

    /** Fewest events of a record. */
    static final int SHORTEST = 20;

    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

    private final DataKeys keys;
    private final int records;
    private final long events;
    private final long firstIndex;
    private final Instant began;
    private final SplittableRandom random;
    private final Map<Integer, Integer> running = new HashMap<>();
    private final @Nullable LoadPerson[] present = new LoadPerson[PRESENT];
    private long next;
    private int opened;

    /** {@code firstIndex} is that of the first entry; it is recorded one step after {@code began}. */
    LoadPlan(DataKeys keys, int records, long events, long firstIndex, Instant began, SplittableRandom random) {
        this.keys = keys;
        this.records = records;
        this.events = events;
        this.firstIndex = firstIndex;
        this.began = began;
        this.random = random;
    }

    /** Whether everything is planned. */
    boolean done() {
        return next == events;
    }

    /** Index of the next entry. */
    long index() {
        return firstIndex + next;
    }

    /** People who are in custody at the end. */
    List<LoadPerson> present() {
        List<LoadPerson> found = new ArrayList<>();
        for (LoadPerson person : present) {
            if (person != null) {
                found.add(person);
            }
        }
        return found;
    }

    /** Plans the next entries; answers whom they are about. New keys go to {@code batch}. */
    Set<LoadPerson> plan(int entries, LoadBatch batch) {
        Set<LoadPerson> touched = new LinkedHashSet<>();
        for (long end = Math.min(events, next + entries); next < end; next++) {
            int place = (int) (next % PRESENT);
            Instant at = began.plusMillis(STEP_MILLIS * (next + 1));
            LoadPerson person = present[place];
            if (person == null) {
                person = open(at, batch);
                present[place] = person;
            }
            touched.add(person);
            if (person.plan(index(), at)) {
                present[place] = null;
            }
        }
        return touched;
    }

    private LoadPerson open(Instant at, LoadBatch batch) {
        RecordId id = new RecordId(LoadStory.uuid(random));
        int year = at.atZone(ZONE).getYear();
        int number = running.merge(year, 1, Integer::sum);
        DataKeys.Fresh fresh = keys.fresh(id.value(), KeyPurpose.RECORD, Invented.HOME.code(), at);
        batch.key(fresh.row());
        int person = opened++;
        return new LoadPerson(id, new RecordNumber(Invented.HOME, year, number), fresh.key(), person, length());
    }

    /** Lengths from the shortest to as much above the mean; the last records take what is left. */
    private int length() {
        long left = events - next;
        int toOpen = Math.max(1, records - opened + 1);
        int mean = (int) Math.min(400, Math.max(SHORTEST, left / toOpen));
        return SHORTEST + random.nextInt(Math.max(1, 2 * (mean - SHORTEST) + 1));
    }
}
