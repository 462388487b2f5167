package custody.node.video;

import custody.store.archive.ExportRows;
import custody.store.ledger.EntryProofs;
import custody.video.archive.FootageGaps;
import custody.video.archive.Salvage;
import custody.video.archive.Segment;
import custody.video.archive.Segments;
import custody.video.camera.CameraId;
import custody.video.camera.Person;
import custody.video.export.ExportFile;
import custody.video.export.ExportRequest;
import custody.video.export.Exporting;
import custody.video.export.Exports;
import custody.video.export.Masking;
import custody.video.export.Painting;
import custody.video.live.Mask;
import custody.video.live.Masks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes exports in the background, each one file that proves itself, in the archive's folder. They are made one after another, and those
 * that are painted over after one another beside them: painting takes minutes, and nobody who wants no painting waits for it.
 */
final class ExportDesk implements Exports, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportDesk.class);

    /** How much of the way the film and the originals are; the rest is packing them. */
    private static final int FOLDER_PERCENT = 70;

    private static final int CLOSING_SECONDS = 5;
    private static final String PART = ".part";
    private static final String ZIP = ".zip";
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.zip");
    private static final int PROOF_TRIES = 400;

    private final Path folder;
    private final ExportRows rows;
    private final ExportFootage footage;
    private final EntryProofs proofs;
    private final Supplier<Painting> painting;
    private final BooleanSupplier stopped;
    private final ToldRecords told;
    private final Map<UUID, Integer> progress = new ConcurrentHashMap<>();
    private final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
    private final Set<UUID> untold = ConcurrentHashMap.newKeySet();
    private final ExecutorService copied = lane("exports");
    private final ExecutorService painted = lane("exports-painted");
    private volatile boolean closing;

    /**
     * {@code stopped} says whether the disk is too full for exports; {@code painting} is asked for when a film has masks; {@code cut}
     * ends the segment that a camera is writing; {@code told} is the record that says what was handed out.
     */
    ExportDesk(
            Path folder,
            ExportRows rows,
            Segments segments,
            FootageGaps gaps,
            EntryProofs proofs,
            Masks masks,
            Supplier<Painting> painting,
            BooleanSupplier stopped,
            Consumer<CameraId> cut,
            ToldRecords told) {
        this.told = told;
        this.folder = folder;
        this.rows = rows;
        this.footage = new ExportFootage(segments, gaps, masks, cut);
        this.proofs = proofs;
        this.painting = painting;
        this.stopped = stopped;
        rows.forgetUnfinished();
        forgetUnfinished();
    }

    @Override
    public synchronized void begin(UUID id, Wanted wanted, Person by, Instant now) {
        if (rows.find(id).isPresent()) {
            return;
        }
        if (stopped.getAsBoolean()) {
            throw new IllegalStateException("the disk is nearly full");
        }
        boolean paints = footage.masking(wanted)
                .filter(Masking.Painted.class::isInstance)
                .isPresent();
        if (rows.add(id, wanted, by, now)) {
            (paints ? painted : copied).execute(() -> make(id, wanted, paints));
        }
    }

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    private boolean givenUp(UUID id) {
        return closing || cancelled.contains(id);
    }

    private void make(UUID id, Wanted wanted, boolean paints) {
        try {
            if (givenUp(id)) {
                return;
            }
            rows.state(id, State.RUNNING, "");
            List<Segment> parts = footage.parts(wanted);
            if (parts.isEmpty() || parts.size() > ExportFootage.MOST_SEGMENTS) {
                rows.state(id, State.FAILED, parts.isEmpty() ? "nothing-on-record" : "too-long");
                return;
            }
            Optional<Masking> masking = footage.masking(wanted);
            if (masking.isEmpty()) {
                rows.state(id, State.FAILED, "nothing-to-be-shown");
                return;
            }
            // Drawn while the export waited: painting takes long, and has a lane of its own.
            if (!paints && masking.get() instanceof Masking.Painted) {
                painted.execute(() -> make(id, wanted, true));
                return;
            }
            Path made = folder.resolve(id + PART);
            var request = new ExportRequest(
                    wanted.camera(),
                    wanted.from(),
                    wanted.to(),
                    parts,
                    footage.holes(wanted),
                    wanted.recipient(),
                    wanted.reason(),
                    masking.get());
            Optional<Exporting.Exported> exported = Exporting.run(
                    footage::folder,
                    request,
                    masking.get() instanceof Masking.Painted ? painting.get() : Painting.NONE,
                    made,
                    done -> progress.put(id, (int) (done * FOLDER_PERCENT)),
                    () -> givenUp(id));
            if (exported.isEmpty()) {
                rows.state(id, State.FAILED, "nothing-on-record");
            } else {
                long entry = rows.promise(id, wanted.camera(), ExportFile.manifest(made), masking.get());
                var proof = new ExportFile.Proof(proof(entry), proofs.key() + "\n");
                // Under its name it is whole; what is being written is thrown away by whoever comes after a kill.
                Path file = folder.resolve(id + ZIP + PART);
                Files.deleteIfExists(file);
                String sha256 = ExportFile.pack(
                        made,
                        proof,
                        file,
                        done -> progress.put(id, (int) (FOLDER_PERCENT + done * (99 - FOLDER_PERCENT))),
                        () -> givenUp(id));
                Files.move(file, folder.resolve(id + ZIP), StandardCopyOption.ATOMIC_MOVE);
                Salvage.syncFolder(folder.resolve(id + ZIP));
                if (givenUp(id)) {
                    throw new CancellationException("in the last moment");
                }
                rows.ready(id, wanted.camera(), sha256, masks(masking.get()));
                deleteUnlessReady(id);
                tell(id);
            }
            delete(made);
        } catch (CancellationException wished) {
            rows.state(id, closing ? State.FAILED : State.CANCELLED, closing ? "interrupted" : "");
            forget(id);
        } catch (IOException | RuntimeException failed) {
            LOG.atWarn()
                    .addKeyValue("export", id)
                    .addKeyValue("why", failed.getClass().getSimpleName())
                    .log("an export failed");
            failed(id);
        } finally {
            progress.remove(id);
        }
    }

    /** Where its row cannot be told now, whoever asks for exports next tells it. */
    private void failed(UUID id) {
        untold.add(id);
        try {
            rows.state(id, State.FAILED, "could-not-be-made");
            untold.remove(id);
        } catch (RuntimeException away) {
            LOG.atWarn().addKeyValue("export", id).log("an export that failed could not be said to have");
        }
        forget(id);
    }

    /** What the record cannot be told now, it is told before the file is fetched. */
    private void tell(UUID id) {
        try {
            rows.find(id).ifPresent(told::told);
        } catch (RuntimeException away) {
            LOG.atWarn().addKeyValue("export", id).log("a record could not be told of an export");
        }
    }

    private void tellUntold() {
        List.copyOf(untold).forEach(this::failed);
    }

    private static List<Mask> masks(Masking masking) {
        return masking instanceof Masking.Painted(var masks) ? masks : List.of();
    }

    /** The checkpoint that covers an entry is signed within a second or so. */
    private String proof(long entry) throws IOException {
        for (int tries = 0; tries < PROOF_TRIES; tries++) {
            if (closing) {
                throw new CancellationException("the node ends");
            }
            Optional<String> proof = proofs.of(entry);
            if (proof.isPresent()) {
                return proof.get();
            }
            ExportFootage.rest();
        }
        throw new IOException("the ledger signs nothing");
    }

    private void forget(UUID id) {
        try {
            delete(folder.resolve(id + PART));
            delete(folder.resolve(id + ZIP + PART));
            deleteUnlessReady(id);
        } catch (IOException | RuntimeException left) {
            LOG.atDebug().addKeyValue("export", id).log("an unfinished export could not be removed");
        }
    }

    /** A file that its row does not tell of is fetched by nobody and let go by nobody. */
    private void deleteUnlessReady(UUID id) throws IOException {
        if (rows.find(id).filter(row -> row.state() == State.READY).isEmpty()) {
            delete(folder.resolve(id + ZIP));
        }
    }

    /** What a run before left half done may hold pictures without masks. */
    private void forgetUnfinished() {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path path : all.toList()) {
                    String name = path.getFileName().toString();
                    if (name.endsWith(PART)) {
                        delete(path);
                    } else if (FILE.matcher(name).matches()) {
                        deleteUnlessReady(UUID.fromString(name.substring(0, name.length() - ZIP.length())));
                    }
                }
            } catch (IOException left) {
                LOG.atWarn().log("unfinished exports could not be removed");
            }
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
        tellUntold();
        return rows.find(id).map(this::withProgress);
    }

    @Override
    public List<Export> of(String facility) {
        tellUntold();
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
                export.masks(),
                export.painted(),
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
        Optional<Export> ready = find(id).filter(export -> export.state() == State.READY);
        ready.ifPresent(told::told);
        return ready.map(export -> folder.resolve(id + ZIP)).filter(Files::exists);
    }

    /** What is half done is given up, so that no film without its masks and no program that paints outlive the node. */
    @Override
    public void close() {
        closing = true;
        copied.shutdown();
        painted.shutdown();
        for (ExecutorService lane : List.of(copied, painted)) {
            try {
                if (!lane.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                    lane.shutdownNow();
                    lane.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
                }
            } catch (InterruptedException hurried) {
                lane.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
