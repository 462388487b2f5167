package custody.store.embedded;

import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once for each version: beside the data folder and shared by the folders there, or in
 * the folder that the environment names, since a disk for data may forbid to run what lies on it.
 */
final class Binaries {
    /** Environment variable: the folder to unpack into. */
    private static final String PLACE = "CUSTODY_POSTGRES_PROGRAMS";

    private static final String VERSION = "18.6.0";
    private static final int EXECUTABLE = 0100;

    private Binaries() {}

    /** The folder that holds {@code bin/postgres}; unpacks it if it is not there yet. */
    static Path of(Path folder) {
        String name = ".postgresql-" + VERSION + "-" + machine();
        String told = System.getenv(PLACE);
        if (told != null) {
            Path place = Path.of(told).toAbsolutePath().resolve(name);
            return there(place) ? place : unpack(place);
        }
        for (Path place : List.of(folder.toAbsolutePath().resolveSibling(name), folder.resolve(name))) {
            if (there(place)) {
                return place;
            }
        }
        Path beside = folder.toAbsolutePath().resolveSibling(name);
        boolean shared = Files.isWritable(folder.toAbsolutePath().resolveSibling(".")) && !Files.exists(beside);
        return unpack(shared ? beside : folder.resolve(name));
    }

    private static boolean there(Path place) {
        return Files.isExecutable(place.resolve("bin/postgres")) && ours(place);
    }

    private static String machine() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return os + "-" + arch;
    }

    /** Programs that somebody else put there are not run. */
    private static boolean ours(Path place) {
        try {
            return Files.getOwner(place, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(Path.of("/proc/self")));
        } catch (IOException notLinux) {
            return Files.isWritable(place);
        }
    }

    /** Unpacks them there; where others do so at once, one of them is first. */
    static Path unpack(Path place) {
        String machine = machine();
        String resource = "postgres-" + machine + ".txz";
        try (InputStream packed = Binaries.class.getClassLoader().getResourceAsStream(resource)) {
            if (packed == null) {
                throw new StoreFault(
                        Code.BINARIES_MISSING,
                        "this program carries no PostgreSQL for " + machine
                                + "; give the URL of an external PostgreSQL instead");
            }
            Path fresh = Files.createTempDirectory(Files.createDirectories(place.getParent()), ".postgresql-unpacking");
            try {
                extract(packed, fresh);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException failed) {
                delete(fresh);
                // Another was faster: a move onto a full folder fails without a name of its own.
                if (!there(place)) {
                    throw failed;
                }
            }
            return place;
        } catch (IOException unusable) {
            throw Folders.unusable(place, unusable);
        }
    }

    private static void extract(InputStream packed, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = inside(into, into.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    inside(into, path.resolveSibling(entry.getLinkName()));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    boolean executable = (entry.getMode() & EXECUTABLE) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static Path inside(Path folder, Path path) throws IOException {
        Path plain = path.normalize();
        if (!plain.startsWith(folder)) {
            throw new IOException("an entry of the archive points outside");
        }
        return plain;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
