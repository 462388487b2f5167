package custody.video.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    private static final Pattern NAME = Pattern.compile("\\d{12,15}\\" + SUFFIX);

    private final Path folder;

    /** None until there is room for one, and after a write that nobody could take back. */
    private Optional<FileChannel> file = Optional.empty();

    private long next;
    private boolean unsynced;
    private final Optional<String> lastVerb;
    private final Set<Path> damaged = new TreeSet<>();
    private final Set<Path> damageTold = new TreeSet<>();

    private Journal(Path folder, long next, Optional<String> lastVerb) {
        this.folder = folder;
        this.next = next;
        this.lastVerb = lastVerb;
    }

    static Journal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            return new Journal(folder, 1, Optional.empty());
        }
        Path last = files.getLast();
        JournalFile read = JournalFile.read(last, first(last));
        Optional<String> lastVerb = read.damaged() || read.lines().isEmpty()
                ? Optional.empty()
                : Line.parse(content(read.lines().getLast())).map(Line::verb);
        var journal = new Journal(folder, read.next(), lastVerb);
        if (read.damaged()) {
            journal.damaged.add(last);
        }
        return journal;
    }

    private static String content(String numbered) {
        return numbered.substring(numbered.indexOf(' ') + 1);
    }

    /** The file that begins with the next line. What is in it already is of a write that failed. */
    private FileChannel openFile() throws IOException {
        FileChannel opened = FileChannel.open(
                folder.resolve("%012d".formatted(next) + SUFFIX),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
        try {
            opened.truncate(0);
            return opened;
        } catch (IOException failed) {
            opened.close();
            throw failed;
        }
    }

    /** The verb of the last line an earlier run wrote. */
    Optional<String> lastVerb() {
        return lastVerb;
    }

    /** Appends a line and answers it with its number. When this fails the line is not in the journal. */
    synchronized String append(String line) throws IOException {
        String numbered = next + " " + line;
        ByteBuffer bytes = ByteBuffer.wrap((numbered + "\n").getBytes(StandardCharsets.UTF_8));
        FileChannel to = writable();
        long before = to.size();
        try {
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
        } catch (IOException full) {
            takeBack(to, before);
            throw full;
        }
        next++;
        unsynced = true;
        if (before > LARGEST_FILE) {
            rotate(to);
        }
        return numbered;
    }

    private FileChannel writable() throws IOException {
        FileChannel to = file.filter(FileChannel::isOpen).orElse(null);
        if (to == null) {
            to = openFile();
            file = Optional.of(to);
        }
        return to;
    }

    /** Where not even that succeeds another file is begun; its name says from which number on this one does not count. */
    private void takeBack(FileChannel from, long before) {
        try {
            from.truncate(before);
        } catch (IOException alsoFailed) {
            file = Optional.empty();
            closeQuietly(from);
        }
    }

    /** The line is written: what fails from here on must not look as if it was not. Then the file grows on. */
    private void rotate(FileChannel full) {
        try {
            full.force(false);
            file = Optional.of(openFile());
        } catch (IOException notNow) {
            return;
        }
        closeQuietly(full);
        try {
            dropOldest();
        } catch (IOException later) {
            // The next rotation finds them again.
            return;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            // Nothing more is written to it.
            return;
        }
    }

    synchronized void sync() throws IOException {
        if (unsynced && file.isPresent()) {
            unsynced = false;
            file.get().force(false);
        }
    }

    /** Lines with numbers from {@code from} on, at most {@code most}; damaged ones are stepped over. */
    synchronized List<String> from(long from, int most) throws IOException {
        var lines = new ArrayList<String>();
        List<Path> files = files(folder);
        for (int i = 0; i < files.size() && lines.size() < most; i++) {
            long end = i + 1 < files.size() ? first(files.get(i + 1)) : next;
            if (end > from) {
                takeFrom(files.get(i), from, end, most, lines);
            }
        }
        return lines;
    }

    private void takeFrom(Path file, long from, long end, int most, List<String> into) {
        JournalFile read = JournalFile.read(file, first(file));
        if (read.damaged()) {
            damaged.add(file);
        }
        for (String line : read.lines()) {
            long number = Long.parseLong(line.substring(0, line.indexOf(' ')));
            if (into.size() < most && number >= from && number < end) {
                into.add(line);
            }
        }
    }

    /** Names of damaged files that were found since this was asked last. */
    synchronized List<String> newDamage() {
        List<Path> fresh = damaged.stream().filter(damageTold::add).toList();
        return fresh.stream().map(file -> String.valueOf(file.getFileName())).toList();
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
                Files.deleteIfExists(files.get(i));
            }
        }
    }

    private void dropOldest() throws IOException {
        List<Path> files = files(folder);
        for (Path old : files.subList(0, Math.max(0, files.size() - MOST_FILES))) {
            Files.deleteIfExists(old);
        }
    }

    /** What somebody else put there is none of ours. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path ->
                            NAME.matcher(String.valueOf(path.getFileName())).matches())
                    .sorted(Comparator.comparingLong(Journal::first))
                    .toList();
        } catch (UncheckedIOException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private static long first(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            try (FileChannel last = file.get()) {
                last.force(false);
            }
        }
    }
}
