package custody.store.backup;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a backup consists of: a line {@code sha256 size name} for each file, as {@code sha256sum} would print but with the
 * size. Written last; a folder without it is not a backup.
 *
 * @param files the files, in the order in which they were written
 */
public record Manifest(List<Line> files) {
    static final String NAME = "MANIFEST";
    private static final String HEADER = "custody-backup v1";

    public Manifest {
        files = List.copyOf(files);
    }

    /** One file. */
    public record Line(String sha256, long size, String name) {}

    /** All bytes of the backup. */
    public long size() {
        return files.stream().mapToLong(Line::size).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        files.forEach(line -> text.append(line.sha256())
                .append(' ')
                .append(line.size())
                .append(' ')
                .append(line.name())
                .append('\n'));
        return text.toString();
    }

    /** Whether a folder is a backup, by how its manifest begins. */
    static boolean begins(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = HEADER.getBytes(StandardCharsets.US_ASCII);
            return Arrays.equals(header, in.readNBytes(header.length));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** Reads a backup's manifest and every file it names. Throws BACKUP_UNREADABLE with the first file that differs. */
    static Manifest verified(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(NAME));
            if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
                throw unreadable(folder + " is not a backup of this kind");
            }
            List<Line> files = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                files.add(line(folder, line));
            }
            return new Manifest(files);
        } catch (IOException missing) {
            throw new StoreFault(Code.BACKUP_UNREADABLE, folder + " cannot be read as a backup: " + missing, missing);
        }
    }

    private static Line line(Path folder, String text) throws IOException {
        String[] parts = text.split(" ", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,18}")) {
            throw unreadable("the manifest has a line that is none");
        }
        Path file = folder.resolve(parts[2]).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw unreadable("the manifest names a file outside the backup");
        }
        Line line = new Line(parts[0], Long.parseLong(parts[1]), parts[2]);
        if (!Files.exists(file) || !of(file, parts[2]).equals(line)) {
            throw unreadable(parts[2] + " is not what was backed up");
        }
        return line;
    }

    /** The line of a file as it is on the disk. */
    static Line of(Path file, String name) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new Line(HexFormat.of().formatHex(sha256.digest()), size, name);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private static StoreFault unreadable(String why) {
        return new StoreFault(Code.BACKUP_UNREADABLE, why);
    }
}
