package custody.video.archive;

import custody.video.media.MalformedMedia;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Closes what a suddenly ended recorder left open: cut behind the last whole fragment, hashed again, sealed as salvaged. Each
 * step can itself be interrupted and is done again at the next start with the same outcome.
 */
public final class Salvage {
    private Salvage() {}

    /** Salvages one open file; empty when there was no picture in it, and then the file is gone. */
    public static Optional<Segment> of(Path archive, Path open) throws IOException {
        Path path = archive.resolve(open);
        SegmentFile.Walked walked;
        try {
            walked = SegmentFile.walk(path);
        } catch (MalformedMedia noBeginning) {
            Files.delete(path);
            return Optional.empty();
        }
        if (walked.fragments().isEmpty()) {
            Files.delete(path);
            return Optional.empty();
        }
        if (walked.seal().isEmpty()) {
            seal(path, walked);
        }
        return Optional.of(SegmentFile.read(archive, finish(archive, open)));
    }

    private static void seal(Path path, SegmentFile.Walked walked) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(walked.wholeBytes());
            ByteBuffer bytes = ByteBuffer.wrap(SegmentFile.sealBytes(SegmentFile.sealOf(walked, true)));
            long at = walked.wholeBytes();
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            file.force(true);
        }
    }

    /** Gives a sealed file its final name and makes the folder durable; answers the new relative path. */
    public static Path finish(Path archive, Path open) throws IOException {
        Path finished = ArchiveLayout.finished(open);
        Files.move(archive.resolve(open), archive.resolve(finished), StandardCopyOption.ATOMIC_MOVE);
        syncFolder(archive.resolve(finished));
        return finished;
    }

    /** Makes the entry of a file in its folder durable. */
    public static void syncFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
