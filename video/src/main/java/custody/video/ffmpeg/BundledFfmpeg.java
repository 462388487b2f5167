package custody.video.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The ffmpeg and ffprobe programs (LGPL build) that lie in a jar on the class path, unpacked once into a folder and run as
 * processes. No code of the jar is loaded into this JVM.
 */
public final class BundledFfmpeg {
    private static final String FOLDER = "org/bytedeco/ffmpeg/";
    private static final List<String> PROGRAMS = List.of("ffmpeg", "ffprobe");

    /**
     * The programs know the folder of their libraries, the libraries themselves do not, and some need others that lie beside
     * them: on a machine that has none of its own they are found only in this way.
     */
    private static final String STARTER = """
            #!/bin/sh
            here=${0%/*}
            LD_LIBRARY_PATH="$here${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$here/PROGRAM" "$@"
            """;

    private final Path folder;

    private BundledFfmpeg(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the programs for this machine below {@code cache} unless they are there, and tries them.
     *
     * @throws IOException when the class path has none for this machine, or they do not run here: then with their own words,
     *     a system library that is missing, say
     */
    public static synchronized BundledFfmpeg unpack(Path cache) throws IOException {
        String platform = platform();
        URL program = BundledFfmpeg.class.getClassLoader().getResource(FOLDER + platform + "/ffmpeg");
        if (program == null || !(program.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("no ffmpeg for this machine: " + platform);
        }
        JarFile jar = connection.getJarFile();
        String version = String.valueOf(Path.of(jar.getName()).getFileName()).replace(".jar", "");
        Path folder = cache.resolve(version);
        if (!Files.isDirectory(folder)) {
            Path fresh = Files.createTempDirectory(Files.createDirectories(cache), "unpacking");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpackAll(jar, FOLDER + platform + "/", fresh);
            settle(fresh, folder);
        }
        var ffmpeg = new BundledFfmpeg(folder);
        ffmpeg.mustRun();
        return ffmpeg;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macosx" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        return system + "-" + machine;
    }

    private static void unpackAll(JarFile jar, String prefix, Path folder) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(e -> e.getName().startsWith(prefix) && !e.isDirectory())
                .filter(e -> e.getName().indexOf('/', prefix.length()) < 0)
                // The bindings to Java are not needed by the programs.
                .filter(e -> !e.getName().startsWith(prefix + "libjni"))
                .toList();
        for (JarEntry entry : entries) {
            Path file = folder.resolve(entry.getName().substring(prefix.length()));
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            executable(file);
        }
        for (String program : PROGRAMS) {
            executable(Files.writeString(folder.resolve(starter(program)), STARTER.replace("PROGRAM", program)));
        }
    }

    /** In one step, so that a folder is whole or not there; another process may have been faster. */
    static void settle(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException anotherWasFaster) {
            if (!Files.isDirectory(folder)) {
                throw anotherWasFaster;
            }
            try (Stream<Path> all = Files.walk(fresh)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void executable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + file);
        }
    }

    private static String starter(String program) {
        return "run-" + program;
    }

    private void mustRun() throws IOException {
        Process process = new ProcessBuilder(List.of(ffmpeg().toString(), "-v", "quiet", "-version"))
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException("ffmpeg does not run here: " + said);
            }
        } catch (InterruptedException interrupted) {
            throw new IOException("interrupted", interrupted);
        }
    }

    public Path ffmpeg() {
        return folder.resolve(starter("ffmpeg"));
    }

    public Path ffprobe() {
        return folder.resolve(starter("ffprobe"));
    }
}
