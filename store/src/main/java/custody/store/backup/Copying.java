package custody.store.backup;

import custody.store.files.Folders;
import custody.video.archive.ArchiveLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies the files of a data folder in which a node and a recorder work: each is read while it is found, in pieces, and one
 * that is gone by then was not the node's to keep. One run each.
 */
final class Copying extends SimpleFileVisitor<Path> {
    /** Of the live node, of the database, or not to be had twice. */
    private static final Set<String> NOT_COPIED =
            Set.of(Backup.LAST_SIGNED, "node.lock", "control.sock", "postgres", "logs", "video", "printed");

    /** What makes a folder a recorder's, whatever its name is. */
    private static final String RECORDER = "recorder.lock";

    private final Path data;
    private final Path to;
    private final List<Manifest.Line> lines = new ArrayList<>();

    /**
     * From a data folder into a backup that is being made.
     *
     * <p>Neither path has links in it, since links are not followed.
     */
    Copying(Path data, Path to) {
        this.data = data;
        this.to = to;
    }

    List<Manifest.Line> run() throws IOException {
        Folders.own(to.resolve("files"));
        Files.walkFileTree(data, this);
        return List.copyOf(lines);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        boolean copied =
                folder.equals(data) || (named(folder) && !recorder(folder) && !footage(folder) && !backup(folder));
        return copied ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    private static boolean recorder(Path folder) {
        return Files.exists(folder.resolve(RECORDER));
    }

    /** A day of a camera, wherever it lies: no recorder marks a second volume as its own. */
    private static boolean footage(Path folder) throws IOException {
        if (!ArchiveLayout.DAY_NAME
                .matcher(String.valueOf(folder.getFileName()))
                .matches()) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> ArchiveLayout.sequence(file).isPresent());
        } catch (NoSuchFileException gone) {
            return true;
        }
    }

    /** The backup itself, or an earlier one: a copy of copies would grow with each. */
    private boolean backup(Path folder) throws IOException {
        return folder.equals(to) || Manifest.begins(folder);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (named(file) && Files.isRegularFile(file)) {
            copy(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private void copy(Path file) throws IOException {
        String name = "files/" + data.relativize(file);
        Path copy = to.resolve(name);
        try (InputStream in = opened(file)) {
            if (in != null) {
                Folders.own(Objects.requireNonNull(copy.getParent()));
                Folders.write(copy, in);
                lines.add(Manifest.of(copy, name));
            }
        }
    }

    /** Once it is open its bytes stay, whoever renames or removes it. */
    private static @Nullable InputStream opened(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
        if (why instanceof NoSuchFileException || !named(file)) {
            return FileVisitResult.CONTINUE;
        }
        throw why;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) throws IOException {
        if (why == null || why instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw why;
    }

    /** By its name; what ends so is half-written and about to be renamed. */
    private boolean named(Path path) {
        String first = data.relativize(path).getName(0).toString();
        return !NOT_COPIED.contains(first)
                && !first.startsWith("postgres")
                && !String.valueOf(path.getFileName()).endsWith(".new");
    }
}
