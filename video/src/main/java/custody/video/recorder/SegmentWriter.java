package custody.video.recorder;

import custody.video.archive.ArchiveLayout;
import custody.video.archive.Fragment;
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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One open segment. Its session thread writes fragments; the {@link SyncPump} makes them durable and, when the session has let
 * go of it, seals it. After a failed write the file is cut back to its last whole fragment.
 */
public final class SegmentWriter {
    /** How far it has come, published as one value so that another thread never sees half of it. */
    public record Progress(int fragments, long bytes, Octets root) {}

    private final Path archive;
    private final Path open;
    private final SegmentHeader header;
    private final StreamFormat format;
    private final FileChannel file;
    private final Sha256 sha = new Sha256();
    private final SegmentRoot root = new SegmentRoot();
    private final List<Fragment> fragments = new ArrayList<>();
    private final byte[] initialisation;
    private volatile Progress written;
    private volatile Progress synced;
    private boolean folderSynced;
    private volatile boolean distrusted;

    private SegmentWriter(
            Path archive,
            Path open,
            SegmentHeader header,
            StreamFormat format,
            FileChannel file,
            byte[] initialisation) {
        this.archive = archive;
        this.open = open;
        this.header = header;
        this.format = format;
        this.file = file;
        this.initialisation = initialisation;
        Octets hash = sha.of(ByteBuffer.wrap(initialisation));
        root.add(hash);
        this.written = new Progress(0, initialisation.length, root.root());
        this.synced = new Progress(0, 0, root.root());
    }

    /** Creates the file with its initialisation. */
    public static SegmentWriter open(Path archive, SegmentHeader header, StreamFormat format) throws IOException {
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
            return new SegmentWriter(archive, open, header, format, file, initialisation);
        } catch (IOException failed) {
            file.close();
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    /** Writes the gathered fragment; {@code endTicks} is the time of the picture behind it. The buffer is not cleared. */
    public Fragment write(FragmentBuffer buffer, long endTicks, Instant wall, int arrivalMillis) throws IOException {
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
        file.force(false);
        if (!folderSynced) {
            Salvage.syncFolder(archive.resolve(open));
            folderSynced = true;
        }
        synced = upTo;
        return upTo;
    }

    /** What was written could not be made durable: nothing more is to be written to this file. */
    void distrusted() {
        distrusted = true;
    }

    boolean isDistrusted() {
        return distrusted;
    }

    /** Seals and closes the file; called by the pump after the session let go of it, again if it failed. Answers the final relative path. */
    Path seal(long lostPackets, OptionalLong clockOffsetMicros) throws IOException {
        var seal = new Seal(root.root(), false, lostPackets, clockOffsetMicros, fragments);
        ByteBuffer bytes = ByteBuffer.wrap(SegmentFile.sealBytes(seal));
        file.truncate(written.bytes());
        file.position(written.bytes());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
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
