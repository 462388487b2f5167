package custody.node.video;

import custody.store.archive.ExportRows;
import custody.video.archive.FootageGaps;
import custody.video.archive.Gap;
import custody.video.archive.Segment;
import custody.video.archive.Segments;
import custody.video.camera.Person;
import custody.video.export.ExportRequest;
import custody.video.export.Exporting;
import custody.video.export.Exports;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes exports in the background, one at a time, as zips in the archive's folder. */
final class ExportDesk implements Exports, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportDesk.class);

    /** Eight hours of minutes. */
    private static final int MOST_SEGMENTS = 600;

    private final Path folder;
    private final ExportRows rows;
    private final Segments segments;
    private final FootageGaps gaps;
    private final BooleanSupplier stopped;
    private final Map<UUID, Integer> progress = new ConcurrentHashMap<>();
    private final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("exports").daemon().factory());

    /** {@code stopped} says whether the disk is too full for exports. */
    ExportDesk(Path folder, ExportRows rows, Segments segments, FootageGaps gaps, BooleanSupplier stopped) {
        this.folder = folder;
        this.rows = rows;
        this.segments = segments;
        this.gaps = gaps;
        this.stopped = stopped;
        rows.forgetUnfinished();
    }

    @Override
    public UUID begin(Wanted wanted, Person by, Instant now) {
        if (stopped.getAsBoolean()) {
            throw new IllegalStateException("the disk is nearly full");
        }
        UUID id = rows.add(wanted, by, now);
        work.execute(() -> make(id, wanted));
        return id;
    }

    private void make(UUID id, Wanted wanted) {
        try {
            if (cancelled.contains(id)) {
                return;
            }
            rows.state(id, State.RUNNING, "");
            List<Segment> parts = segments.in(wanted.camera(), wanted.from(), wanted.to(), MOST_SEGMENTS);
            if (parts.isEmpty()) {
                rows.state(id, State.FAILED, "nothing-on-record");
                return;
            }
            Path made = folder.resolve(id + ".part");
            var request = new ExportRequest(
                    wanted.camera(),
                    wanted.from(),
                    wanted.to(),
                    parts,
                    holes(wanted),
                    wanted.recipient(),
                    wanted.reason());
            Optional<Exporting.Exported> exported = Exporting.run(
                    segments.folder(parts.getFirst()),
                    request,
                    made,
                    done -> progress.put(id, (int) (done * 99)),
                    () -> cancelled.contains(id));
            if (exported.isEmpty()) {
                rows.state(id, State.FAILED, "nothing-on-record");
            } else {
                Path zip = zip(made, folder.resolve(id + ".zip"));
                rows.ready(id, wanted.camera(), sha256(zip));
            }
            delete(made);
        } catch (CancellationException wished) {
            rows.state(id, State.CANCELLED, "");
            forget(id);
        } catch (IOException | RuntimeException failed) {
            LOG.atWarn()
                    .addKeyValue("export", id)
                    .addKeyValue("why", failed.getClass().getSimpleName())
                    .log("an export failed");
            rows.state(id, State.FAILED, "could-not-be-made");
            forget(id);
        } finally {
            progress.remove(id);
        }
    }

    private List<Gap> holes(Wanted wanted) {
        return gaps.in(wanted.camera(), wanted.from(), wanted.to()).stream()
                .map(gap -> new Gap(
                        gap.camera(),
                        gap.from(),
                        gap.to()
                                .filter(to -> !to.isBefore(gap.from()))
                                .orElse(wanted.to().isBefore(gap.from()) ? gap.from() : wanted.to()),
                        gap.cause(),
                        gap.detail()))
                .toList();
    }

    /** Stored, not packed: pictures do not get smaller. */
    private static Path zip(Path from, Path to) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 1 << 16));
                Stream<Path> files = Files.walk(from)) {
            out.setLevel(0);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(from.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return to;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private void forget(UUID id) {
        try {
            delete(folder.resolve(id + ".part"));
        } catch (IOException left) {
            LOG.atDebug().addKeyValue("export", id).log("an unfinished export could not be removed");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public Optional<Export> find(UUID id) {
        return rows.find(id).map(this::withProgress);
    }

    @Override
    public List<Export> of(String facility) {
        return rows.of(facility).stream().map(this::withProgress).toList();
    }

    private Export withProgress(Export export) {
        return new Export(
                export.id(),
                export.wanted(),
                export.by(),
                export.at(),
                export.state(),
                progress.getOrDefault(export.id(), export.progress()),
                export.sha256(),
                export.detail());
    }

    @Override
    public void cancel(UUID id, Person by) {
        cancelled.add(id);
        if (!progress.containsKey(id)) {
            rows.state(id, State.CANCELLED, "");
        }
    }

    @Override
    public Optional<Path> file(UUID id) {
        return find(id).filter(export -> export.state() == State.READY)
                .map(export -> folder.resolve(id + ".zip"))
                .filter(Files::exists);
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
