package custody.video.recorder;

import custody.video.archive.ArchiveLayout;
import custody.video.archive.Fragment;
import custody.video.archive.Gap;
import custody.video.archive.GapCause;
import custody.video.archive.NtpTime;
import custody.video.archive.Salvage;
import custody.video.archive.Seal;
import custody.video.archive.SegmentFile;
import custody.video.archive.SegmentHeader;
import custody.video.archive.SegmentRoot;
import custody.video.archive.Sha256;
import custody.video.media.Octets;
import custody.video.media.StreamFormat;
import custody.video.mp4.Box;
import custody.video.mp4.FragmentBuffer;
import custody.video.mp4.Initialisation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One open segment. Its session thread writes fragments; the {@link SyncPump} makes them durable and, when the session has let
 * go of it, seals it. After a failed write the file is cut back to its last whole fragment, after a failed sync to the last that
 * is durable: what the machine still shows of the rest may be nowhere else.
 */
public final class SegmentWriter {
    /** How far it has come, published as one value so that another thread never sees half of it. */
    public record Progress(int fragments, long bytes, Octets root) {}

    private final Path archive;
    private final Path open;
    private final SegmentHeader header;
    private final StreamFormat format;
    private final FileChannel file;
    private final Syncing syncing;
    private final Sha256 sha = new Sha256();
    private final SegmentRoot root = new SegmentRoot();
    private final List<Fragment> fragments = new ArrayList<>();
    private final byte[] initialisation;
    private volatile Progress written;
    private volatile Progress synced;
    private boolean folderSynced;
    private volatile boolean distrusted;
    /** Both under this writer's lock, so that of the session and the pump exactly one tells what is lost. */
    private boolean handedOver;

    private SegmentWriter(
            Path archive,
            Path open,
            SegmentHeader header,
            StreamFormat format,
            FileChannel file,
            Syncing syncing,
            byte[] initialisation) {
        this.archive = archive;
        this.open = open;
        this.header = header;
        this.format = format;
        this.file = file;
        this.syncing = syncing;
        this.initialisation = initialisation;
        Octets hash = sha.of(ByteBuffer.wrap(initialisation));
        root.add(hash);
        this.written = new Progress(0, initialisation.length, root.root());
        this.synced = new Progress(0, 0, root.root());
    }

    /** Creates the file with its initialisation. */
    public static SegmentWriter open(Path archive, SegmentHeader header, StreamFormat format) throws IOException {
        return open(archive, header, format, Syncing.OF_MACHINE);
    }

    static SegmentWriter open(Path archive, SegmentHeader header, StreamFormat format, Syncing syncing)
            throws IOException {
        Path open = ArchiveLayout.open(header.camera(), header.sequence(), header.wallStart());
        Path path = archive.resolve(open);
        Path folder = path.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Salvage.syncFolder(folder);
        }
        byte[] initialisation = Initialisation.of(format, header.box());
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(initialisation);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            return new SegmentWriter(archive, open, header, format, file, syncing, initialisation);
        } catch (IOException failed) {
            file.close();
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    /** Writes the gathered fragment; {@code endTicks} is the time of the picture behind it. The buffer is not cleared. */
    public synchronized Fragment write(FragmentBuffer buffer, long endTicks, Instant wall, int arrivalMillis)
            throws IOException {
        if (distrusted) {
            throw new IOException("the disk did not keep what was written before");
        }
        long offset = written.bytes();
        ByteBuffer[] parts = buffer.close(fragments.size() + 1L, endTicks, NtpTime.of(wall));
        long length = FragmentBuffer.length(parts);
        Octets hash = sha.of(parts);
        try {
            file.position(offset);
            FragmentBuffer.writeFully(file, parts);
        } catch (IOException failed) {
            file.truncate(offset);
            throw failed;
        }
        var fragment = new Fragment(
                offset,
                (int) length,
                buffer.firstTicks(),
                buffer.durationTo(endTicks),
                arrivalMillis,
                buffer.count(),
                buffer.beginsWithKey(),
                hash);
        fragments.add(fragment);
        root.add(hash);
        written = new Progress(fragments.size(), offset + length, root.root());
        return fragment;
    }

    /** Whether something was written that is not yet durable. */
    boolean unsynced() {
        return written.bytes() != synced.bytes();
    }

    /** Makes durable what was written; called by the pump only. */
    Progress sync() throws IOException {
        Progress upTo = written;
        syncing.force(file, false);
        if (!folderSynced) {
            Salvage.syncFolder(archive.resolve(open));
            folderSynced = true;
        }
        synced = upTo;
        return upTo;
    }

    /**
     * What was written could not be made durable: nothing more is to be written to this file, and what is not durable is no footage.
     * Answers what is lost by that of footage that was handed over; while the session writes, it tells that itself. Called by the
     * pump only.
     */
    synchronized Optional<Gap> distrusted() {
        distrusted = true;
        cutBack();
        return handedOver ? lost() : Optional.empty();
    }

    /** At once: after a sudden end the next start must not take the rest for footage. */
    private void cutBack() {
        try {
            file.truncate(synced.bytes());
        } catch (IOException notNow) {
            // Sealing cuts it again.
            return;
        }
    }

    boolean isDistrusted() {
        return distrusted;
    }

    /** The session writes no more to it. Answers what is lost of what it wrote; what is lost later the pump tells. */
    synchronized Optional<Gap> handOver() {
        handedOver = true;
        return lost();
    }

    private Optional<Gap> lost() {
        int kept = kept().fragments();
        return kept == fragments.size()
                ? Optional.empty()
                : Optional.of(new Gap(header.camera(), end(kept), end(fragments.size()), GapCause.DISK, "sync-failed"));
    }

    /** What counts as footage: all that was written, or, once the disk has failed, all that was durable before. */
    Progress kept() {
        return distrusted ? synced : written;
    }

    /** Wall clock at the end of so many fragments. */
    private Instant end(int count) {
        if (count == 0) {
            return header.wallStart();
        }
        Fragment last = fragments.get(count - 1);
        return header.wallStart()
                .plusMillis(last.arrivalMillis())
                .plus(last.durationTicks() * 100 / 9, ChronoUnit.MICROS);
    }

    /**
     * Seals and closes the file; called by the pump when the session has handed it over and all of it is durable that can be, again if
     * it failed. Answers the final relative path.
     */
    Path seal(long lostPackets, OptionalLong clockOffsetMicros) throws IOException {
        Progress kept = kept();
        var seal = new Seal(
                kept.root(), distrusted, lostPackets, clockOffsetMicros, fragments.subList(0, kept.fragments()));
        ByteBuffer bytes = ByteBuffer.wrap(SegmentFile.sealBytes(seal));
        file.truncate(kept.bytes());
        file.position(kept.bytes());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        syncing.force(file, true);
        file.close();
        return Salvage.finish(archive, open);
    }

    /** Closes and deletes a file without a fragment. */
    void discard() throws IOException {
        file.close();
        Files.deleteIfExists(archive.resolve(open));
    }

    /** Closes without sealing; the next start salvages it. */
    void abandon() throws IOException {
        file.close();
    }

    public SegmentHeader header() {
        return header;
    }

    public StreamFormat format() {
        return format;
    }

    /** Path relative to the archive while it is written. */
    public Path open() {
        return open;
    }

    public Progress written() {
        return written;
    }

    byte[] initialisation() {
        return initialisation.clone();
    }

    /** Reads back what was written, for a viewer who joins. */
    ByteBuffer readBack(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        Box.readFully(file, bytes, from);
        return bytes.flip();
    }

    /** The fragments written so far; the session thread only. */
    List<Fragment> fragments() {
        return fragments;
    }

    long mediaTicks() {
        return fragments.isEmpty() ? 0 : fragments.getLast().endTicks();
    }

    int frames() {
        return fragments.stream().mapToInt(Fragment::frames).sum();
    }
}
