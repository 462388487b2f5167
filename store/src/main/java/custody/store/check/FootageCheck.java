package custody.store.check;

import custody.video.archive.Sha256;
import custody.video.archive.VideoMinute;
import custody.video.archive.VideoMinute.CameraAt;
import custody.video.camera.CameraId;
import custody.video.media.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holds every byte of footage against the ledger. Minute by minute in the ledger's order: the lines beside the entry must lead to
 * its root; each line's segment must lie on disk with that root, name its camera and number, and continue the segment before;
 * what was said of it while it was open must be its beginning. What lies there and is named by no entry was put there by others.
 */
final class FootageCheck {
    private static final String LINES =
            "SELECT lines, index FROM video_minute WHERE facility = ? AND minute = ? AND epoch = ? AND index = ?";
    private static final String ROW =
            "SELECT path, volume, salvaged, root, lost, clock_offset FROM segment WHERE camera = ? AND sequence = ?";
    private static final String PUT_BACK = """
            SELECT NOT EXISTS (SELECT 1 FROM segment n WHERE n.camera = t.camera AND n.sequence > t.sequence)
                OR EXISTS (SELECT 1 FROM segment n
                    WHERE n.camera = t.camera AND n.sequence > t.sequence AND n.start_at < ?)
            FROM (SELECT ?::text AS camera, ?::bigint AS sequence) t""";

    private static final String COUNT = "SELECT count(*) FROM segment WHERE state = 'sealed' AND minute IS NOT NULL";
    private static final String SAID =
            "SELECT camera, sequence FROM segment WHERE minute IS NOT NULL ORDER BY camera, sequence";

    private final Snapshot snapshot;
    private final VideoEntries entries;
    private final FootagePlan plan;
    private final boolean restored;
    private final Consumer<Discovery> discoveries;
    private final Map<CameraId, CameraCheck> cameras = new HashMap<>();
    private final Map<String, Set<Instant>> minutes = new HashMap<>();
    private final Map<String, Instant> lastTimes = new HashMap<>();
    private long segments;
    private long read;

    /** {@code restored} says that the node was once restored from a backup. */
    FootageCheck(
            Snapshot snapshot,
            VideoEntries entries,
            FootagePlan plan,
            boolean restored,
            Consumer<Discovery> discoveries) {
        this.restored = restored;
        this.snapshot = snapshot;
        this.entries = entries;
        this.plan = plan;
        this.discoveries = discoveries;
    }

    /** Where a segment's file should be, by its row, and what its seal should say beside what follows from the bytes. */
    record Placed(
            Path file, String relative, Octets root, boolean salvaged, long lostPackets, OptionalLong clockOffset) {}

    /** Checks all; answers how many segments were read. */
    long run() throws SQLException {
        HoldCheck holds = new HoldCheck(snapshot, entries.holds(), plan.volumes(), this::fault);
        holds.rows();
        holds.gone(entries.deletions(), entries::gone);
        exports();
        entries.unreadable().forEach(where -> fault(where, "an entry of video", "something else"));
        boolean none = entries.minutes().isEmpty() && entries.uploads().isEmpty();
        if (none && !Files.isDirectory(plan.volumes().archive())) {
            return 0;
        }
        snapshot.each(COUNT, select -> {}, row -> segments = row.getLong(1));
        if (restoredWithoutFootage()) {
            return 0;
        }
        for (VideoEntries.Minute minute : entries.minutes()) {
            minute(minute);
        }
        for (Map.Entry<CameraId, CameraCheck> camera : cameras.entrySet()) {
            for (CameraCheck.Early one : camera.getValue().early()) {
                camera.getValue().early(one, putBack(camera.getKey(), one));
            }
        }
        rowsThatNoEntryNames();
        uploads();
        try {
            new StrangeFiles(plan.volumes(), cameras, newestEntry(), this::fault).run();
        } catch (IOException unreadable) {
            fault("the archive's folder", "readable folders", String.valueOf(unreadable.getMessage()));
        }
        return read;
    }

    /** Who asked for an export, for whom and why stands in its row, sealed: the entry binds it. */
    private void exports() throws SQLException {
        Map<String, String> asked = new HashMap<>();
        snapshot.each(
                "SELECT id::text, asked FROM footage_export",
                select -> {},
                row -> asked.put(
                        row.getString(1),
                        new Sha256().of(ByteBuffer.wrap(row.getBytes(2))).hex()));
        entries.exports().forEach((id, hash) -> {
            String found = asked.get(id);
            if (!hash.equals(found)) {
                fault("export " + id, "what it was asked for with", found == null ? "no row" : "something else");
            }
        });
    }

    private Instant newestEntry() {
        return entries.minutes().stream()
                .map(VideoEntries.Minute::minute)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** A backup holds no footage: that of a restored node lies where it was recorded, and the folder here is not there at all. */
    private boolean restoredWithoutFootage() {
        Path folder = plan.volumes().archive();
        int films = entries.uploads().size();
        if (Files.isDirectory(folder) || segments + films == 0 || !restored) {
            return false;
        }
        discoveries.accept(Discovery.lateFootage(
                folder.toString(),
                segments + " segments of footage and " + films + " uploaded films",
                "none: a restored node has not brought them along"));
        return true;
    }

    private void minute(VideoEntries.Minute minute) throws SQLException {
        String where = "video minute " + minute.minute() + " of " + minute.facility();
        // A minute that was written by a clock which was put back since is written again when it comes.
        Instant before = lastTimes.put(minute.facility(), minute.recordedAt());
        Set<Instant> ofFacility = minutes.computeIfAbsent(minute.facility(), _ -> new HashSet<>());
        if (before != null && before.isAfter(minute.recordedAt())) {
            ofFacility.clear();
        }
        if (!ofFacility.add(minute.minute())) {
            fault(where, "one entry", "another at leaf " + minute.index());
        }
        String[] found = {null};
        snapshot.each(
                LINES,
                select -> {
                    select.setString(1, minute.facility());
                    select.setObject(2, minute.minute().atOffset(java.time.ZoneOffset.UTC));
                    select.setInt(3, minute.epoch());
                    select.setLong(4, minute.index());
                },
                row -> found[0] = row.getString(1));
        if (found[0] == null) {
            fault(where, "the lines of leaf " + minute.index(), "none");
            return;
        }
        List<String> lines = found[0].isEmpty() ? List.of() : List.of(found[0].split("\n", -1));
        if (!VideoMinute.rootOfLines(lines).hex().equals(minute.root())) {
            fault(where, "lines under the root of leaf " + minute.index(), "other lines");
            return;
        }
        for (String text : lines) {
            Optional<CameraAt> line = VideoMinute.line(text);
            if (line.isPresent()) {
                line(line.get(), minute);
            } else {
                fault(where, "a line of a camera", "something else");
            }
        }
    }

    private void line(CameraAt line, VideoEntries.Minute minute) throws SQLException {
        CameraCheck camera =
                cameras.computeIfAbsent(line.camera(), id -> new CameraCheck(id, plan.loops(), discoveries));
        if (!line.sealed()) {
            camera.open(line);
            return;
        }
        Optional<Placed> placed = placed(line);
        boolean gone = entries.gone(line.camera().value(), line.sequence());
        boolean reads = plan.reads(line.camera().value(), line.sequence(), segments);
        if (camera.sealed(line, placed, gone, reads, minute.recordedAt())) {
            read++;
        }
    }

    private Optional<Placed> placed(CameraAt line) throws SQLException {
        Placed[] found = {null};
        snapshot.each(
                ROW,
                select -> {
                    select.setString(1, line.camera().value());
                    select.setLong(2, line.sequence());
                },
                row -> {
                    long offset = row.getLong(6);
                    OptionalLong clock = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(offset);
                    found[0] = new Placed(
                            plan.volumes().file(row.getInt(2), row.getString(1)),
                            row.getString(1),
                            Octets.of(row.getBytes(4)),
                            row.getBoolean(3),
                            row.getLong(5),
                            clock);
                });
        return Optional.ofNullable(found[0]);
    }

    /** Whether the clock was put back behind a segment: what followed it is earlier, if anything did. */
    private boolean putBack(CameraId camera, CameraCheck.Early one) throws SQLException {
        boolean[] found = {false};
        snapshot.each(
                PUT_BACK,
                select -> {
                    select.setObject(1, one.end().atOffset(java.time.ZoneOffset.UTC));
                    select.setString(2, camera.value());
                    select.setLong(3, one.sequence());
                },
                row -> found[0] = row.getBoolean(1));
        return found[0];
    }

    private void uploads() {
        entries.uploads().forEach((id, sha256) -> {
            Path file = plan.volumes().archive().resolve("uploads").resolve(id + ".mp4");
            String where = "uploaded film " + id;
            if (!Files.exists(file)) {
                if (!entries.filmGone(id) && !entries.uploadedAgain(id)) {
                    fault(where, "a file", "none");
                }
            } else if (plan.nonce().isEmpty() && !sha256(file).equals(sha256)) {
                fault(where, "bytes with the hash of its entry", "other bytes");
            }
        });
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return "unreadable";
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private void rowsThatNoEntryNames() throws SQLException {
        snapshot.each(SAID, select -> {}, row -> {
            CameraCheck camera = cameras.get(new CameraId(row.getString(1)));
            if (camera == null || !camera.named(row.getLong(2))) {
                fault(CameraCheck.name(row.getString(1), row.getLong(2)), "no row: no entry names it", "a row");
            }
        });
    }

    private void fault(String where, String expected, String actual) {
        discoveries.accept(Discovery.footage(where, expected, actual));
    }
}
