package custody.video.recorder;

import custody.video.archive.ArchiveFolder;
import custody.video.archive.GapCause;
import custody.video.archive.LastRecorded;
import custody.video.archive.Salvage;
import custody.video.camera.CameraId;
import custody.video.camera.StreamAddress;
import custody.video.mp4.Pieces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The recorder: salvages what an earlier run left, then records every camera until it is closed. One recorder at a time on one
 * archive, held by a lock. Its order at start is docs/design/recorder.md, "Start".
 */
public final class Recorder {
    /** The file whose lock makes a recorder the only one; its number as a process is in it. */
    static final String LOCK = "recorder.lock";

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** The pump's rounds; a second. */
    private static final int ROUNDS_BETWEEN_LOOKS = 5;

    private final RecorderConfiguration configuration;
    private final Clocks clocks;
    private final FileChannel lockFile;
    private final Journal journal;
    private final ControlServer control;
    private final LiveServer live;
    private final JournalledEvents events;
    private final UnreadFolders unread;
    private final Syncing syncing;
    private final SyncPump pump;
    private final DiskReserve disk;
    private final Pieces memory = new Pieces();
    private final Watchdog watchdog;
    private final UUID boot;
    private final boolean endedSuddenly;
    private final ConnectGate gate = new ConnectGate();
    private final Map<CameraId, CameraSession> sessions = new ConcurrentHashMap<>();
    private final Map<CameraId, Fragmenter> left = new TreeMap<>();
    private final WritingRate rate = new WritingRate();

    /** What is recorded once the footage of earlier runs is in order; a node that is there by then may say otherwise. */
    private Briefing first;

    private boolean begun;
    private int rounds;

    private Recorder(
            RecorderConfiguration configuration,
            Briefing briefing,
            Clocks clocks,
            FileChannel lockFile,
            Runnable stopRequest,
            Syncing syncing)
            throws IOException {
        this.first = briefing;
        this.configuration = configuration;
        this.clocks = clocks;
        this.lockFile = lockFile;
        this.boot = bootId();
        Path archive = configuration.archive();
        this.journal = Journal.open(archive.resolve("journal"));
        this.endedSuddenly = !journal.lastVerb().equals(Optional.of("recorder-stopped"));
        this.events = new JournalledEvents(journal, clocks);
        this.unread = new UnreadFolders(events, clocks);
        this.disk = new DiskReserve(archive, configuration.reserveBytes(), events, DiskReserve.Room.of(archive));
        this.syncing = syncing;
        this.pump = new SyncPump(archive, events, this::eachRound);
        this.watchdog = new Watchdog(sessions::values, pump::look, clocks);
        this.control = ControlServer.open(
                configuration.control(), journal, () -> new RecorderCommands(this, journal, stopRequest));
        this.live = LiveServer.open(liveSocket(configuration.control()), sessions::values);
        events.tellTo(control);
    }

    /** Starts on the archive; fails when another recorder holds it. {@code stopRequest} is run when the node asks to stop. */
    public static Recorder start(
            RecorderConfiguration configuration, Briefing briefing, Clocks clocks, Runnable stopRequest)
            throws IOException {
        return start(configuration, briefing, clocks, stopRequest, Syncing.OF_MACHINE);
    }

    static Recorder start(
            RecorderConfiguration configuration,
            Briefing briefing,
            Clocks clocks,
            Runnable stopRequest,
            Syncing syncing)
            throws IOException {
        Path archive = configuration.archive();
        Files.createDirectories(archive);
        FileChannel lockFile =
                FileChannel.open(archive.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockFile.tryLock();
        if (lock == null) {
            lockFile.close();
            throw new IOException("another recorder holds the archive");
        }
        sign(lockFile);
        var recorder = new Recorder(configuration, briefing, clocks, lockFile, stopRequest, syncing);
        recorder.begin();
        return recorder;
    }

    /** Says who holds the lock, so that a recorder that hangs can be ended by a node that did not start it. */
    private static void sign(FileChannel lockFile) {
        try {
            lockFile.truncate(0);
            lockFile.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException noRoom) {
            // A full disk is no reason not to record; then only the node that started it can end it.
            return;
        }
    }

    private void begin() throws IOException {
        events.write(Line.of("recorder-started").with("boot", boot).with("sudden-end", endedSuddenly));
        salvage();
        disk.take();
        pump.start();
        recordFirst();
        watchdog.start();
    }

    private synchronized void recordFirst() throws IOException {
        begun = true;
        // A node asks again for those that are not recorded.
        var _ = record(first);
    }

    /** File by file: one that cannot be read or finds no room for its seal waits for the next start, and costs no camera a picture. */
    private void salvage() throws IOException {
        var folder = new ArchiveFolder(configuration.archive());
        for (CameraId camera : folder.cameras()) {
            try {
                folder.open(camera).forEach(open -> salvage(camera, open));
            } catch (IOException unreadable) {
                unread.journal(camera, unreadable);
            }
        }
    }

    private void salvage(CameraId camera, Path open) {
        try {
            Salvage.of(configuration.archive(), open).ifPresent(events::sealed);
        } catch (IOException failed) {
            events.notSealed(camera, open, String.valueOf(failed.getMessage()));
        }
    }

    /**
     * Records exactly these cameras from now on; a camera whose address or account is unchanged goes on undisturbed. Answers those that
     * are not recorded since their folder cannot be read, or since what an earlier run left is not in order yet: they are tried again
     * when this is called again.
     */
    synchronized Set<CameraId> record(Briefing briefing) throws IOException {
        if (!begun) {
            first = briefing;
            return briefing.cameras().keySet();
        }
        Map<CameraId, StreamAddress> cameras = briefing.cameras();
        List<CameraSession> leaving = sessions().stream()
                .filter(s -> !s.records(
                        cameras.get(s.camera()),
                        Optional.ofNullable(briefing.accounts().get(s.camera()))))
                .toList();
        for (CameraSession session : leaving) {
            sessions.remove(session.camera());
            session.stop();
        }
        joinAll(leaving);
        leaving.forEach(session -> left.put(session.camera(), session.fragmenter()));
        unread.only(cameras.keySet());
        var refused = new TreeSet<CameraId>();
        var ordered = new TreeMap<>(cameras);
        int place = 0;
        for (Map.Entry<CameraId, StreamAddress> entry : ordered.entrySet()) {
            if (!sessions.containsKey(entry.getKey())) {
                CutTimes cuts = CutTimes.of(
                        place, ordered.size(), configuration.segmentLength().toNanos());
                try {
                    CameraSession session = session(entry.getKey(), entry.getValue(), briefing, cuts);
                    sessions.put(entry.getKey(), session);
                    session.start();
                } catch (IOException unreadable) {
                    // Its folder; the other cameras are recorded.
                    unread.tell(entry.getKey(), knownEnd(entry.getKey(), briefing), unreadable);
                    refused.add(entry.getKey());
                }
            }
            place++;
        }
        return refused;
    }

    /** Where a camera's footage ends by what this run recorded itself, else by what the index knows. */
    private Optional<Instant> knownEnd(CameraId camera, Briefing briefing) {
        Fragmenter before = left.get(camera);
        return before == null
                ? Optional.ofNullable(briefing.last().get(camera)).map(LastRecorded::end)
                : Optional.of(before.hole().recordedUntil());
    }

    private CameraSession session(CameraId camera, StreamAddress address, Briefing briefing, CutTimes cuts)
            throws IOException {
        var folder = new ArchiveFolder(configuration.archive());
        Continuation found = Continuation.of(
                folder.newest(camera),
                folder.highestSequence(camera),
                Optional.ofNullable(briefing.last().get(camera)));
        boolean wasUnread = unread.over(camera);
        Fragmenter before = left.remove(camera);
        Continuation behind = before == null ? found : found.after(before.reached());
        Hole hole = before == null ? hole(camera, behind.end(), wasUnread) : before.hole();
        if (before != null) {
            hole.handedOn();
        }
        var counters = new CameraCounters();
        var fragmenter = new Fragmenter(
                camera,
                configuration.archive(),
                clocks,
                boot,
                syncing,
                pump,
                events,
                disk,
                cuts,
                hole,
                counters,
                memory,
                behind.sequence(),
                behind.root());
        var account = Optional.ofNullable(briefing.accounts().get(camera));
        return new CameraSession(
                camera, address, configuration.addresses(), account, clocks, gate, events, fragmenter, counters);
    }

    /** The hole that is open when this run records a camera for the first time. */
    private Hole hole(CameraId camera, Optional<Instant> end, boolean wasUnread) {
        var hole = new Hole(camera, events, end.orElseGet(clocks::wall));
        if (end.isEmpty()) {
            // A camera that never delivers has been missing since it was set up, not since nobody knows when.
            hole.opened(GapCause.OFFLINE, "nothing-yet");
        } else if (wasUnread) {
            hole.opened(GapCause.DISK, UnreadFolders.WORD);
        } else {
            hole.opened(
                    endedSuddenly ? GapCause.POWER : GapCause.POLICY,
                    endedSuddenly ? "sudden-end" : "recorder-stopped");
        }
        return hole;
    }

    private void eachRound() throws IOException {
        events.writeWaiting();
        journal.newDamage().forEach(file -> events.disk("journal-damaged", file));
        journal.sync();
        if (rounds++ % ROUNDS_BETWEEN_LOOKS == 0) {
            disk.watch(rate.at(clocks.nanos(), written()));
        }
    }

    private long written() {
        return sessions.values().stream()
                .mapToLong(session -> session.counters().bytes())
                .sum();
    }

    /** The socket of live pictures, beside that of the control channel. */
    public static Path liveSocket(Path control) {
        return control.resolveSibling("live.sock");
    }

    private static UUID bootId() throws IOException {
        return Files.isReadable(BOOT_ID)
                ? UUID.fromString(Files.readString(BOOT_ID).strip())
                : UUID.randomUUID();
    }

    List<CameraSession> sessions() {
        return List.copyOf(sessions.values());
    }

    /** Counters by camera. */
    public Map<CameraId, CameraCounters> counters() {
        var counters = new TreeMap<CameraId, CameraCounters>();
        sessions.forEach((camera, session) -> counters.put(camera, session.counters()));
        return counters;
    }

    /** Pictures a camera has recorded since the start, 0 for one that is not configured. */
    public long frames(CameraId camera) {
        CameraSession session = sessions.get(camera);
        return session == null ? 0 : session.counters().frames();
    }

    /** Whether there is so little room that only key frames are recorded. */
    boolean keyFramesOnly() {
        return disk.keyFramesOnly();
    }

    /** Whether a node is connected. */
    boolean hasListeners() {
        return control.hasListeners();
    }

    /** The most cameras that were connecting at one time. */
    public int mostConnecting() {
        return gate.highest();
    }

    /** Stops all cameras, seals all segments, and says in the journal that the end was meant. */
    public synchronized void close() throws IOException {
        try {
            List<CameraSession> all = sessions();
            all.forEach(CameraSession::stop);
            joinAll(all);
            sessions.clear();
            watchdog.close();
            pump.close();
            events.write(Line.of("recorder-stopped"));
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted while stopping", interrupted);
        } finally {
            control.close();
            live.close();
            journal.close();
            lockFile.close();
        }
    }

    private static void joinAll(List<CameraSession> sessions) throws IOException {
        try {
            for (CameraSession session : sessions) {
                session.join();
            }
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted while stopping", interrupted);
        }
    }
}
