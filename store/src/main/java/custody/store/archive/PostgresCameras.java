package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.keys.DataKey;
import custody.store.records.Beside;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Credentials;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.camera.StreamAddress;
import custody.video.camera.StreamKind;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cameras, read anew each time: there are at most some hundred. */
public final class PostgresCameras implements Cameras {
    private static final String EVER = """
            SELECT c.id, c.facility, c.room, c.name, c.aim, c.direction, coalesce(r.privacy, 'PRIVILEGED'), c.main_url,
                   c.sub_url, c.account IS NOT NULL, c.in_use
            FROM camera c LEFT JOIN room r ON r.facility = c.facility AND r.code = c.room
            WHERE""";
    private static final String COLUMNS = EVER + " c.removed_at IS NULL";
    private static final String PUT = """
            INSERT INTO camera (id, facility, room, name, aim, direction, main_url, sub_url, account_key, account, in_use,
                                added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET room = excluded.room, name = excluded.name, aim = excluded.aim,
                direction = excluded.direction, main_url = excluded.main_url, sub_url = excluded.sub_url,
                account_key = excluded.account_key, account = excluded.account, in_use = excluded.in_use
            WHERE camera.facility = excluded.facility AND camera.removed_at IS NULL""";
    private static final String LAST_RECORDED = """
            SELECT c.room, max(newest.end_at) FROM camera c CROSS JOIN LATERAL (
                SELECT s.end_at FROM segment s WHERE s.camera = c.id ORDER BY s.end_at DESC LIMIT 1) newest
            WHERE c.facility = ? GROUP BY c.room""";
    private static final String ACCOUNT = "SELECT account_key, account FROM camera WHERE id = ?";
    private static final String PART = "account";

    private final Queries queries;
    private final VideoKeys keys;
    private final Noting noting;
    private final Doings doings;
    private final InstantSource time;
    private final SecureRandom random;
    private final CameraPasts pasts;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    PostgresCameras(
            Queries queries, VideoKeys keys, Noting noting, Doings doings, InstantSource time, SecureRandom random) {
        this.doings = doings;
        this.queries = queries;
        this.keys = keys;
        this.noting = noting;
        this.time = time;
        this.random = random;
        this.pasts = new CameraPasts(queries);
    }

    @Override
    public List<Camera> of(String facility) {
        return queries.list(
                COLUMNS + " AND c.facility = ? ORDER BY r.position, c.id", PostgresCameras::camera, facility);
    }

    /** All of this node. */
    public List<Camera> all() {
        return queries.list(COLUMNS + " ORDER BY c.id", PostgresCameras::camera);
    }

    @Override
    public Optional<Camera> find(CameraId id) {
        return queries.first(COLUMNS + " AND c.id = ?", PostgresCameras::camera, id.value());
    }

    @Override
    public Optional<Camera> ever(CameraId id) {
        return queries.first(EVER + " c.id = ?", PostgresCameras::camera, id.value());
    }

    @Override
    public List<Camera> since(String facility, Instant from) {
        return queries.list(
                EVER + " c.facility = ? AND (c.removed_at IS NULL OR c.removed_at > ?) ORDER BY r.position, c.id",
                PostgresCameras::camera,
                facility,
                from);
    }

    @Override
    public Optional<Instant> removed(CameraId id) {
        return queries.first("SELECT removed_at FROM camera WHERE id = ?", row -> row.timeIfAny(1), id.value())
                .flatMap(found -> found);
    }

    @Override
    public List<Hung> hung(CameraId id, Instant from, Instant to) {
        List<Hung> all = new ArrayList<>();
        Instant since = from;
        for (CameraPasts.Past past : pasts.of(id, from, to)) {
            Instant until = past.until().isBefore(to) ? past.until() : to;
            hangs(all, new Hung(past.room(), since, until));
            since = until;
        }
        Instant now = since;
        ever(id).ifPresent(camera -> hangs(all, new Hung(camera.room(), now, to)));
        return all;
    }

    /** What changed between two that hung in one room, its masks perhaps, does not part them. */
    private static void hangs(List<Hung> all, Hung next) {
        if (!next.from().isBefore(next.to())) {
            return;
        }
        boolean goesOn = !all.isEmpty() && all.getLast().room().equals(next.room());
        Instant from = goesOn ? all.removeLast().from() : next.from();
        all.add(new Hung(next.room(), from, next.to()));
    }

    @Override
    public Optional<Instant> added(CameraId id) {
        return queries.first(
                "SELECT added_at FROM camera WHERE id = ? AND removed_at IS NULL", row -> row.time(1), id.value());
    }

    /** Whether a facility has a camera or ever had one: whoever takes out the last does not make it one without. */
    public boolean everHad(String facility) {
        return queries.first("SELECT 1 FROM camera WHERE facility = ? LIMIT 1", row -> 1, facility)
                .isPresent();
    }

    /** When the footage of each room ends, removed cameras included; rooms of which there is none are not in it. */
    public Map<String, Instant> lastRecorded(String facility) {
        return queries.list(LAST_RECORDED, row -> Map.entry(row.text(1), row.time(2)), facility).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Camera camera(Queries.Row row) throws SQLException {
        Map<StreamKind, StreamAddress> streams = new EnumMap<>(StreamKind.class);
        streams.put(StreamKind.MAIN, address(row.text(8)));
        row.textIfAny(9).ifPresent(sub -> streams.put(StreamKind.SUB, address(sub)));
        return new Camera(
                new CameraId(row.text(1)),
                row.text(2),
                row.text(3),
                row.text(4),
                Camera.Aim.valueOf(row.text(5)),
                row.text(6),
                PrivacyClass.valueOf(row.text(7)),
                streams,
                row.columns().getBoolean(10),
                row.columns().getBoolean(11));
    }

    private static StreamAddress address(String text) {
        return switch (StreamAddress.parse(text)) {
            case StreamAddress.Parsed.Accepted(var address) -> address;
            case StreamAddress.Parsed.Refused(var why) -> throw new IllegalStateException("stored address: " + why);
        };
    }

    /** A camera's account, for the recorder and the trial only. */
    public Optional<Credentials> account(CameraId id) {
        return queries.list(ACCOUNT, row -> credentials(id, row), id.value()).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Credentials> credentials(CameraId id, Queries.Row row) throws SQLException {
        Optional<byte[]> sealed = row.bytesIfAny(2);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> words = Sealed.open(keys.of(row.id(1)), PART, id.value(), sealed.get());
        return Optional.of(new Credentials(words.getOrDefault("user", ""), words.getOrDefault("password", "")));
    }

    @Override
    public Put put(Wanted wanted, Person by) {
        if (queries.list(
                        "SELECT 1 FROM room WHERE facility = ? AND code = ?",
                        row -> 1,
                        wanted.facility(),
                        wanted.room())
                .isEmpty()) {
            return Put.NO_SUCH_ROOM;
        }
        boolean known = find(wanted.id()).isPresent();
        boolean taken = queries.first(
                        "SELECT facility, removed_at FROM camera WHERE id = ?",
                        row -> row.timeIfAny(2).isPresent() || !row.text(1).equals(wanted.facility()),
                        wanted.id().value())
                .orElse(false);
        if (taken) {
            return Put.ID_TAKEN;
        }
        if (wanted.account() instanceof AccountChange.Keep
                && find(wanted.id())
                        .filter(Camera::account)
                        .filter(camera ->
                                !camera.keepsAccountFor(wanted.streams().values()))
                        .isPresent()) {
            return Put.ACCOUNT_NEEDED;
        }
        String what = known ? "changed" : "added";
        doings.says(by, wanted.facility(), "camera-" + what + " " + wanted.id() + " " + wanted.room());
        noting.note(EntryClass.CONFIG, facts(wanted, what), List.of(row(wanted)));
        watchers.forEach(Runnable::run);
        return known ? Put.CHANGED : Put.ADDED;
    }

    /** What the ledger says of it: never an account, an address or words that somebody typed. */
    private static ClearFacts facts(Wanted wanted, String what) {
        return ClearFacts.none()
                .with("camera", wanted.id().value())
                .with("change", what)
                .with("facility", wanted.facility())
                .with("room", wanted.room())
                .with("aim", wanted.aim().name())
                .with("in-use", wanted.inUse() ? "yes" : "no");
    }

    private Beside row(Wanted wanted) {
        Stored account = switch (wanted.account()) {
            case AccountChange.None() -> Stored.NONE;
            case AccountChange.Set(Credentials given) -> sealed(wanted, given);
            case AccountChange.Keep() ->
                queries.first(
                                ACCOUNT,
                                row -> new Stored(
                                        row.idIfAny(1).orElse(null),
                                        row.columns().getBytes(2)),
                                wanted.id().value())
                        .orElse(Stored.NONE);
        };
        StreamAddress sub = wanted.streams().get(StreamKind.SUB);
        StreamAddress main = wanted.streams().get(StreamKind.MAIN);
        return Beside.of(
                PUT,
                wanted.id().value(),
                wanted.facility(),
                wanted.room(),
                wanted.name(),
                wanted.aim().name(),
                wanted.direction(),
                main == null ? "" : main.url(),
                sub == null ? null : sub.url(),
                account.key(),
                account.sealed(),
                wanted.inUse(),
                time.instant());
    }

    private Stored sealed(Wanted wanted, Credentials given) {
        DataKey key = keys.now(wanted.facility(), time.instant());
        Map<String, String> words = Map.of("user", given.user(), "password", given.password());
        return new Stored(key.id(), Sealed.seal(key, random, PART, wanted.id().value(), words));
    }

    @SuppressWarnings("ArrayRecordComponent") // Carried over and never compared.
    private record Stored(@Nullable UUID key, byte @Nullable [] sealed) {
        static final Stored NONE = new Stored(null, null);
    }

    @Override
    public boolean remove(CameraId id, Person by) {
        Optional<Camera> found = find(id);
        found.ifPresent(camera -> {
            ClearFacts facts = ClearFacts.none()
                    .with("camera", id.value())
                    .with("change", "removed")
                    .with("facility", camera.facility())
                    .with("room", camera.room());
            String sql = "UPDATE camera SET removed_at = ?, account = NULL, account_key = NULL, in_use = false"
                    + " WHERE id = ? AND removed_at IS NULL";
            doings.says(by, camera.facility(), "camera-removed " + id);
            noting.note(EntryClass.CONFIG, facts, List.of(Beside.of(sql, time.instant(), id.value())));
            watchers.forEach(Runnable::run);
        });
        return found.isPresent();
    }

    @Override
    public AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    /** How long footage of the base class is kept. */
    public void baseRetention(int leastDays, int mostDays) {
        queries.change("""
                INSERT INTO retention_class (name, least_days, most_days) VALUES ('base', ?, ?)
                ON CONFLICT (name) DO UPDATE SET least_days = excluded.least_days, most_days = excluded.most_days""", leastDays, mostDays);
    }
}
