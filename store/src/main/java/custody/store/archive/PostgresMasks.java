package custody.store.archive;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.database.Queries;
import custody.store.keys.DataKey;
import custody.store.records.Beside;
import custody.video.camera.Camera;
import custody.video.camera.CameraId;
import custody.video.camera.Cameras;
import custody.video.camera.Person;
import custody.video.camera.PrivacyClass;
import custody.video.live.Mask;
import custody.video.live.Masks;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Masks and lifts in rows, each change beside its entry. */
public final class PostgresMasks implements Masks {
    private static final String COLUMNS =
            "SELECT id, camera, badge, data_key, reason, from_at, until_at, ended_at FROM mask_lift WHERE ";
    private static final String PART = "lift";

    private final Queries queries;
    private final Cameras cameras;
    private final VideoKeys keys;
    private final Noting noting;
    private final Doings doings;
    private final SecureRandom random;
    private final CameraPasts pasts;

    PostgresMasks(Queries queries, Cameras cameras, VideoKeys keys, Noting noting, Doings doings, SecureRandom random) {
        this.doings = doings;
        this.queries = queries;
        this.cameras = cameras;
        this.keys = keys;
        this.noting = noting;
        this.random = random;
        this.pasts = new CameraPasts(queries);
    }

    @Override
    public List<Mask> of(CameraId camera) {
        return queries.list(
                "SELECT left_at, top_at, width, height FROM camera_mask WHERE camera = ? ORDER BY position",
                row -> new Mask(
                        row.columns().getInt(1),
                        row.columns().getInt(2),
                        row.columns().getInt(3),
                        row.columns().getInt(4)),
                camera.value());
    }

    @Override
    public void put(CameraId camera, List<Mask> masks, Person by, Instant now) {
        List<Beside> rows = new ArrayList<>();
        rows.add(new Beside("DELETE FROM camera_mask WHERE camera = ?", List.of(camera.value())));
        String insert = "INSERT INTO camera_mask (camera, position, left_at, top_at, width, height)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        for (int i = 0; i < masks.size(); i++) {
            Mask mask = masks.get(i);
            rows.add(Beside.of(insert, camera.value(), i, mask.left(), mask.top(), mask.width(), mask.height()));
        }
        ClearFacts facts = ClearFacts.none()
                .with("camera", camera.value())
                .with("change", "masks")
                .with("masks", masks.size());
        says(by, camera, "masks " + camera + " " + masks.size());
        noting.note(EntryClass.CONFIG, facts, rows);
    }

    @Override
    public List<Mask> shown(CameraId camera, Person to, Instant now) {
        Optional<Camera> found = cameras.ever(camera);
        List<Mask> masks = of(camera);
        boolean masked = found.map(Camera::privacy).orElse(PrivacyClass.PRIVILEGED) == PrivacyClass.MASKED;
        if (masks.isEmpty() && !masked) {
            return masks;
        }
        if (lifted(camera, to, now)) {
            return List.of();
        }
        return masks.isEmpty() ? List.of(Mask.WHOLE) : masks;
    }

    @Override
    public List<Mask> shownOf(CameraId camera, Instant from, Instant to, Person person, Instant now) {
        List<Mask> today = shown(camera, person, now);
        var masks = new LinkedHashSet<>(today);
        for (CameraPasts.Past past : pasts.of(camera, from, to)) {
            masks.addAll(hidden(past, camera, today));
        }
        boolean lifted = !masks.isEmpty() && lifted(camera, person, now);
        if (lifted) {
            return List.of();
        }
        return masks.contains(Mask.WHOLE) ? List.of(Mask.WHOLE) : List.copyOf(masks);
    }

    /** What had to be hidden then. Masks that were drawn late, for the same room, hide what had none yet. */
    private List<Mask> hidden(CameraPasts.Past past, CameraId camera, List<Mask> today) {
        boolean privileged = past.privacy() == PrivacyClass.PRIVILEGED && past.aim() == Camera.Aim.ROOM;
        boolean drawnLate =
                !today.isEmpty() && cameras.ever(camera).map(Camera::room).equals(Optional.of(past.room()));
        boolean undrawn = past.privacy() == PrivacyClass.MASKED && past.masks().isEmpty() && !drawnLate;
        return privileged || undrawn ? List.of(Mask.WHOLE) : past.masks();
    }

    private boolean lifted(CameraId camera, Person person, Instant now) {
        return lifts(camera, now, now.plusMillis(1)).stream()
                .anyMatch(lift -> lift.by().equals(person) && lift.open(now));
    }

    @Override
    public Lift lift(CameraId camera, Person by, String reason, Duration length, Instant now) {
        boolean fits = !length.isNegative() && !length.isZero() && length.compareTo(LONGEST_LIFT) <= 0;
        if (reason.isBlank() || reason.length() > 1_000 || !fits) {
            throw new IllegalArgumentException("a lift has a reason and at most an hour");
        }
        UUID id = UUID.randomUUID();
        String facility = cameras.ever(camera)
                .map(Camera::facility)
                .orElseThrow(() -> new IllegalArgumentException("no such camera"));
        DataKey key = keys.now(facility, now);
        byte[] sealed = Sealed.seal(key, random, PART, id.toString(), Map.of("reason", reason));
        String insert = "INSERT INTO mask_lift (id, camera, from_at, until_at, badge, data_key, reason)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        Instant until = now.plus(length);
        ClearFacts facts = ClearFacts.none()
                .with("camera", camera.value())
                .with("change", "mask-lifted")
                .with("lift", id.toString())
                .with("until", until.toString());
        says(by, camera, "mask-lifted " + camera + " " + id);
        noting.note(
                EntryClass.CONFIG,
                facts,
                List.of(Beside.of(insert, id, camera.value(), now, until, by.badge(), key.id(), sealed)));
        return new Lift(id, camera, by, reason, now, until, Optional.empty());
    }

    @Override
    public void end(UUID lift, Person by, Instant now) {
        String update = "UPDATE mask_lift SET ended_at = ? WHERE id = ? AND ended_at IS NULL AND until_at > ?";
        ClearFacts facts = ClearFacts.none().with("change", "mask-back").with("lift", lift.toString());
        queries.first(
                        "SELECT camera FROM mask_lift WHERE id = ? AND ended_at IS NULL AND until_at > ?",
                        row -> new CameraId(row.text(1)),
                        lift,
                        now)
                .ifPresent(camera -> says(by, camera, "mask-back " + camera + " " + lift));
        noting.note(EntryClass.CONFIG, facts, List.of(Beside.of(update, now, lift, now)));
    }

    private void says(Person by, CameraId camera, String what) {
        cameras.ever(camera).ifPresent(found -> doings.says(by, found.facility(), what));
    }

    @Override
    public List<Lift> lifts(CameraId camera, Instant from, Instant to) {
        return queries.list(
                COLUMNS + "camera = ? AND from_at < ? AND until_at > ? ORDER BY from_at DESC, id",
                this::lift,
                camera.value(),
                to,
                from);
    }

    private Lift lift(Queries.Row row) throws SQLException {
        UUID id = row.id(1);
        Map<String, String> words = Sealed.open(
                keys.of(row.id(4)), PART, id.toString(), row.bytesIfAny(5).orElseThrow());
        return new Lift(
                id,
                new CameraId(row.text(2)),
                new Person(row.text(3)),
                words.getOrDefault("reason", ""),
                row.time(6),
                row.time(7),
                row.timeIfAny(8));
    }
}
