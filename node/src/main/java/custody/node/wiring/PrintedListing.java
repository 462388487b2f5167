package custody.node.wiring;

import custody.node.configuration.Settings;
import custody.record.desk.Changes.Change;
import custody.record.desk.InCustody;
import custody.record.desk.Reading;
import custody.record.desk.Reading.Purpose;
import custody.record.events.Badge;
import custody.record.law.Lawbook;
import custody.record.places.Facility;
import custody.store.Store;
import custody.web.pages.PrintedList;
import custody.web.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the list of people in custody on disk, ready to print, for the day when the computer is dead. Written anew when something
 * changed, and each hour where nothing did, so that its time shows that it is alive. It holds personal data: only the node's
 * own account may read the folder, and each writing is a reading in the ledger.
 */
final class PrintedListing implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintedListing.class);
    private static final Duration STALE = Duration.ofHours(1);
    private static final Reading READING = new Reading(Badge.SYSTEM, "", Purpose.CARE, "printed-list");

    private final Store store;
    private final Lawbook law;
    private final Settings settings;
    private final Path folder;
    private final InstantSource clock;
    private final PrintedList list = new PrintedList();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private Instant written = Instant.EPOCH;

    PrintedListing(Store store, Lawbook law, Settings settings, Path folder, InstantSource clock) {
        this.store = store;
        this.law = law;
        this.settings = settings;
        this.folder = folder;
        this.clock = clock;
    }

    /** Notes that what is on disk is no longer so. */
    void noticed(Change change) {
        changed.set(true);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        boolean stale = Duration.between(written, now).compareTo(STALE) >= 0;
        if (!changed.getAndSet(false) && !stale) {
            return;
        }
        try {
            write(now);
            written = now;
        } catch (IOException | RuntimeException | Error failed) {
            changed.set(true);
            LOG.atWarn().addKeyValue("why", failed.getClass().getSimpleName()).log("printed list not written");
        }
    }

    private void write(Instant now) throws IOException {
        Optional<Facility> facility = store.facilities().find(settings.facility());
        if (facility.isEmpty()) {
            return;
        }
        InCustody present = store.records().inCustody(settings.facility(), READING);
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Language language : Language.values()) {
            replace(
                    folder.resolve("in-custody." + language.tag() + ".html"),
                    list.html(present, law, facility.get(), language, now));
        }
    }

    /** Old or new, never half of one: a power cut finds a whole list. */
    private static void replace(Path file, String html) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, html);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
