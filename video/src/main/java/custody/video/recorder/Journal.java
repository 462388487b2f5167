package custody.video.recorder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the recorder did, numbered, on disk, so that a node that was away can catch up. Files of a few megabytes; those the node
 * has acknowledged are deleted, and the oldest go when nobody comes for a very long time, since the archive itself tells the same.
 * Lines: {@code <number> <verb> …}.
 */
final class Journal implements AutoCloseable {
    private static final long LARGEST_FILE = 4L * 1024 * 1024;
    private static final int MOST_FILES = 256;
    private static final String SUFFIX = ".journal";

    private final Path folder;
    private FileChannel file;
    private long next;
    private boolean unsynced;
    private Optional<String> lastVerb = Optional.empty();

    private Journal(Path folder, FileChannel file, long next) {
        this.folder = folder;
        this.file = file;
        this.next = next;
    }

    static Journal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = files(folder);
        long next = 1;
        Optional<String> lastVerb = Optional.empty();
        if (!files.isEmpty()) {
            Path last = files.getLast();
            next = first(last);
            cutTornLine(last);
            for (String line : Files.readAllLines(last)) {
                next = Long.parseLong(line.substring(0, line.indexOf(' '))) + 1;
                lastVerb = Line.parse(line.substring(line.indexOf(' ') + 1)).map(Line::verb);
            }
        }
        var journal = new Journal(folder, openFile(folder, next), next);
        journal.lastVerb = lastVerb;
        return journal;
    }

    private static FileChannel openFile(Path folder, long first) throws IOException {
        return FileChannel.open(
                folder.resolve("%012d".formatted(first) + SUFFIX),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    private static void cutTornLine(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        if (whole < bytes.length) {
            try (FileChannel cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
                cut.truncate(whole);
            }
        }
    }

    /** The verb of the last line an earlier run wrote. */
    Optional<String> lastVerb() {
        return lastVerb;
    }

    /** Appends a line and answers it with its number. */
    synchronized String append(String line) throws IOException {
        String numbered = next + " " + line;
        ByteBuffer bytes = ByteBuffer.wrap((numbered + "\n").getBytes(StandardCharsets.UTF_8));
        long before = file.size();
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException full) {
            file.truncate(before);
            throw full;
        }
        next++;
        unsynced = true;
        if (file.size() > LARGEST_FILE) {
            file.force(false);
            file.close();
            file = openFile(folder, next);
            dropOldest();
        }
        return numbered;
    }

    synchronized void sync() throws IOException {
        if (unsynced) {
            unsynced = false;
            file.force(false);
        }
    }

    /** Lines with numbers from {@code from} on, at most {@code most}. */
    synchronized List<String> from(long from, int most) throws IOException {
        var lines = new ArrayList<String>();
        List<Path> files = files(folder);
        for (int i = 0; i < files.size() && lines.size() < most; i++) {
            boolean whollyBefore = i + 1 < files.size() && first(files.get(i + 1)) <= from;
            if (!whollyBefore) {
                takeFrom(files.get(i), from, most, lines);
            }
        }
        return lines;
    }

    private static void takeFrom(Path file, long from, int most, List<String> into) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (into.size() < most && Long.parseLong(line.substring(0, line.indexOf(' '))) >= from) {
                into.add(line);
            }
        }
    }

    /** The number the next line will have. */
    synchronized long next() {
        return next;
    }

    /** The node has everything up to {@code number}. */
    synchronized void acknowledged(long number) throws IOException {
        List<Path> files = files(folder);
        for (int i = 0; i + 1 < files.size(); i++) {
            if (first(files.get(i + 1)) <= number + 1) {
                Files.delete(files.get(i));
            }
        }
    }

    private void dropOldest() throws IOException {
        List<Path> files = files(folder);
        for (Path old : files.subList(0, Math.max(0, files.size() - MOST_FILES))) {
            Files.delete(old);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> p.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static long first(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    @Override
    public synchronized void close() throws IOException {
        file.force(false);
        file.close();
    }
}
