package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.keys.DataKey;
import custody.store.records.Beside;
import custody.video.archive.FootageCopy;
import custody.video.archive.Salvage;
import custody.video.archive.UploadedFilm;
import custody.video.archive.UploadedFilm.Inspected;
import custody.video.archive.Uploads;
import custody.video.camera.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploaded films as files beside the archive and rows. A file is written under another name, synced, looked into and hashed; then
 * it gets its name, which is synced too; then row and entry are written together. A file without a row was never acknowledged.
 */
public final class PostgresUploads implements Uploads {
    /** How the entry names its form. */
    public static final String FORMAT = "video-upload-1";

    /** How the entry of one that is linked later names its form. */
    public static final String LINKED_FORMAT = "video-upload-linked-1";

    /** How the entry of one that is linked to another record than before names its form. */
    public static final String RELINKED_FORMAT = "video-upload-relinked-1";

    private static final String LINK = "UPDATE footage_upload SET record_id = ? WHERE id = ? AND record_id IS NULL";
    private static final String RELINK = "UPDATE footage_upload SET record_id = ? WHERE id = ? AND record_id = ?";
    private static final String COLUMNS =
            "SELECT id, facility, sha256, bytes, at, record_id, data_key, said, " + LettingGo.GONE + """
            , (SELECT b.id FROM footage_upload b WHERE b.sha256 = c.sha256 AND (b.at, b.id) < (c.at, c.id)
                ORDER BY b.at DESC, b.id DESC LIMIT 1) AS before
            , (SELECT a.id FROM footage_upload a WHERE a.sha256 = c.sha256 AND (a.at, a.id) > (c.at, c.id)
                ORDER BY a.at, a.id LIMIT 1) AS after
            FROM footage_upload c WHERE\s""";
    private static final String INSERT = """
            INSERT INTO footage_upload (id, facility, sha256, bytes, begins_at, at, record_id, data_key, said)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String PART = "upload";
    private static final int BUFFER = 1 << 16;

    /** Room that must be left when a file is taken, also where nobody records. */
    private static final long SPARE = 1L << 30;

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FILM = Pattern.compile(ID + "\\.mp4");
    private static final Pattern COMING = Pattern.compile(ID + "\\.part");
    private static final Logger LOG = LoggerFactory.getLogger(PostgresUploads.class);

    private final Queries queries;
    private final VideoKeys keys;
    private final Noting noting;
    private final SecureRandom random;
    private final Path folder;

    /** Whether recording needs what room is left. */
    private volatile BooleanSupplier stopped = () -> false;

    /** Held from the question whether the same bytes are here until they are. */
    private final ReentrantLock keeping = new ReentrantLock();

    PostgresUploads(Queries queries, VideoKeys keys, Noting noting, SecureRandom random, Path folder) {
        this.queries = queries;
        this.keys = keys;
        this.noting = noting;
        this.random = random;
        this.folder = folder;
    }

    /** Films are taken only while it says that recording does not need what room is left; also asked while one comes. */
    public void stopped(BooleanSupplier byRecording) {
        stopped = byRecording;
    }

    @Override
    public Outcome store(Wanted wanted, InputStream content, Person by, Instant now) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Salvage.syncFolder(folder);
        }
        UUID id = UUID.randomUUID();
        Path part = folder.resolve(id + ".part");
        try {
            return switch (write(content, part)) {
                case Written.Not(var why) -> new Outcome.Refused(why);
                case Written.Whole(var sha256) ->
                    switch (UploadedFilm.inspect(part)) {
                        case Inspected.Refused(var why) -> new Outcome.Refused(why);
                        case Inspected.Film(var film) -> once(id, part, wanted, film, sha256, by, now);
                    };
            };
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private sealed interface Written {
        /** All of it is durable. */
        record Whole(String sha256) implements Written {}

        record Not(Reason why) implements Written {}
    }

    /** Writes and syncs the file. */
    private Written write(InputStream content, Path part) throws IOException {
        MessageDigest digest = sha256();
        long taken = 0;
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest);
            var buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                boolean checks = taken >> 26 != (taken + read) >> 26 || taken == 0;
                taken += read;
                if (taken > LARGEST) {
                    return new Written.Not(Reason.TOO_LARGE);
                }
                if (checks && noRoom()) {
                    return new Written.Not(Reason.NO_ROOM);
                }
                out.write(buffer, 0, read);
            }
            file.force(true);
        }
        return new Written.Whole(HexFormat.of().formatHex(digest.digest()));
    }

    private boolean noRoom() throws IOException {
        return stopped.getAsBoolean() || Files.getFileStore(folder).getUsableSpace() < SPARE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private Outcome once(UUID id, Path part, Wanted wanted, UploadedFilm film, String sha256, Person by, Instant now)
            throws IOException {
        keeping.lock();
        try {
            Optional<Upload> there = queries.first(
                            COLUMNS + "sha256 = ? ORDER BY at DESC, id DESC LIMIT 1", this::upload, sha256)
                    .filter(before -> !before.gone() && file(before.id()).isPresent());
            return there.isPresent()
                    ? new Outcome.AlreadyHere(there.get())
                    : new Outcome.Stored(keep(id, part, wanted, film, sha256, by, now));
        } finally {
            keeping.unlock();
        }
    }

    private Upload keep(UUID id, Path part, Wanted wanted, UploadedFilm film, String sha256, Person by, Instant now)
            throws IOException {
        name(part, id);
        DataKey key = keys.now(wanted.facility(), now);
        byte[] said = Sealed.seal(key, random, PART, id.toString(), words(wanted, film, by));
        ClearFacts facts = ClearFacts.none()
                .with("format", FORMAT)
                .with("facility", wanted.facility())
                .with("upload", id.toString())
                .with("bytes", film.bytes())
                .with("sha256", sha256);
        noting.note(
                EntryClass.VIDEO,
                facts,
                List.of(Beside.of(
                        INSERT,
                        id,
                        wanted.facility(),
                        sha256,
                        film.bytes(),
                        wanted.trueBeginning(),
                        now,
                        wanted.record().orElse(null),
                        key.id(),
                        said)));
        return find(id).orElseThrow();
    }

    @Override
    public boolean link(UUID id, UUID record) {
        keeping.lock();
        try {
            Optional<Upload> film = find(id).filter(one -> one.wanted().record().isEmpty() && !one.gone());
            film.ifPresent(one -> noting.note(
                    EntryClass.VIDEO,
                    ClearFacts.none()
                            .with("format", LINKED_FORMAT)
                            .with("facility", one.wanted().facility())
                            .with("upload", id.toString()),
                    List.of(Beside.of(LINK, record, id))));
            return film.isPresent();
        } finally {
            keeping.unlock();
        }
    }

    @Override
    public boolean relink(UUID id, UUID from, UUID to) {
        keeping.lock();
        try {
            Optional<Upload> film = find(id).filter(
                            one -> !from.equals(to) && one.wanted().record().equals(Optional.of(from)) && !one.gone());
            film.ifPresent(one -> noting.note(
                    EntryClass.VIDEO,
                    ClearFacts.none()
                            .with("format", RELINKED_FORMAT)
                            .with("facility", one.wanted().facility())
                            .with("upload", id.toString())
                            .with("from", from.toString())
                            .with("to", to.toString()),
                    List.of(Beside.of(RELINK, to, id, from))));
            return film.isPresent();
        } finally {
            keeping.unlock();
        }
    }

    private void name(Path part, UUID id) throws IOException {
        Files.move(part, place(id), StandardCopyOption.ATOMIC_MOVE);
        Salvage.syncFolder(place(id));
    }

    /**
     * Clears up after a node that was killed while films came in. What was still coming is thrown away, unless it has a row: then it is
     * whole, and a power cut took back its name. A film that came but has no row is
     * set aside under another name and told of: it may be that the rows are those of an older backup, and nobody may lose a film by that.
     */
    public void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.toList();
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            if (COMING.matcher(name).matches() && nameless(UUID.fromString(name.substring(0, 36)))) {
                name(file, UUID.fromString(name.substring(0, 36)));
            } else if (name.endsWith(".part")) {
                Files.deleteIfExists(file);
            } else if (FILM.matcher(name).matches()
                    && find(UUID.fromString(name.substring(0, 36))).isEmpty()) {
                Files.move(file, folder.resolve(name + ".no-row"), StandardCopyOption.ATOMIC_MOVE);
                LOG.atWarn().addKeyValue("file", name).log("an uploaded film has no row and was set aside");
            }
        }
    }

    private boolean nameless(UUID id) {
        return find(id).filter(film -> !film.gone()).isPresent() && !Files.exists(place(id));
    }

    /** Where its file lies. */
    Path place(UUID id) {
        return folder.resolve(id + ".mp4");
    }

    private static Map<String, String> words(Wanted wanted, UploadedFilm film, Person by) {
        Map<String, String> words = new HashMap<>();
        words.put("source", wanted.source().name());
        words.put("device", wanted.device());
        words.put("begins", wanted.begins().toString());
        words.put("offset", wanted.clockOffset().toString());
        words.put("note", wanted.note());
        words.put("by", by.badge());
        words.put("length", film.length().toString());
        words.put("coding", film.coding());
        film.made().ifPresent(made -> words.put("made", made.toString()));
        return words;
    }

    @Override
    public Optional<Upload> find(UUID id) {
        return queries.first(COLUMNS + "id = ?", this::upload, id);
    }

    @Override
    public List<Upload> of(String facility, int most) {
        return queries.list(COLUMNS + "facility = ? ORDER BY at DESC, id LIMIT ?", this::upload, facility, most);
    }

    @Override
    public List<Upload> ofRecord(UUID record) {
        return queries.list(COLUMNS + "record_id = ? ORDER BY begins_at, id", this::upload, record);
    }

    private Upload upload(Queries.Row row) throws SQLException {
        UUID id = row.id(1);
        Map<String, String> words = Sealed.open(
                keys.of(row.id(7)), PART, id.toString(), row.bytesIfAny(8).orElseThrow());
        var wanted = new Wanted(
                row.text(2),
                Source.valueOf(words.getOrDefault("source", Source.BODY_CAMERA.name())),
                words.getOrDefault("device", "–"),
                Instant.parse(words.getOrDefault("begins", Instant.EPOCH.toString())),
                Duration.parse(words.getOrDefault("offset", "PT0S")),
                row.idIfAny(6),
                words.getOrDefault("note", ""));
        var film = new UploadedFilm(
                Duration.parse(words.getOrDefault("length", "PT0S")),
                row.columns().getLong(4),
                words.getOrDefault("coding", ""),
                Optional.ofNullable(words.get("made")).map(Instant::parse));
        var by = new Person(words.getOrDefault("by", Person.NODE.badge()));
        return new Upload(
                id,
                wanted,
                film,
                row.text(3),
                by,
                row.time(5),
                row.columns().getBoolean(9),
                row.idIfAny(10),
                row.idIfAny(11));
    }

    /** As retention sees one. A film in fragments does not say how long it is: it may reach up to its upload. */
    Optional<FootageCopy> copy(UUID id) {
        return find(id).map(upload -> new FootageCopy(
                id,
                upload.wanted().facility(),
                upload.camera(),
                upload.wanted().trueBeginning(),
                upload.film().length().isZero() ? upload.at() : upload.trueEnd(),
                upload.wanted().record()));
    }

    @Override
    public Optional<Path> file(UUID id) {
        return Optional.of(place(id)).filter(Files::exists);
    }
}
