package custody.video.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the bundled ffprobe, a reader that is not ours. */
public final class Probe {
    private final BundledFfmpeg ffmpeg;

    private Probe(BundledFfmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    public static Probe ready() throws IOException {
        return new Probe(BundledFfmpeg.unpack(Path.of("target", "ffmpeg")));
    }

    public BundledFfmpeg programs() {
        return ffmpeg;
    }

    /** One value of the video stream, as {@code nb_read_frames}; every picture is decoded, and any complaint fails. */
    public String video(Path file, String value) throws IOException, InterruptedException {
        return run(
                ffmpeg.ffprobe(),
                "-v",
                "error",
                "-count_frames",
                "-select_streams",
                "v",
                "-show_entries",
                "stream=" + value,
                "-of",
                "csv=p=0",
                file.toString());
    }

    /** One value of the file as a whole, as {@code duration}. */
    public String format(Path file, String value) throws IOException, InterruptedException {
        return run(
                ffmpeg.ffprobe(), "-v", "error", "-show_entries", "format=" + value, "-of", "csv=p=0", file.toString());
    }

    /** Runs a program and answers what it says; fails when it fails. */
    public static String run(Path program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + said);
        }
        return said.endsWith(",") ? said.substring(0, said.length() - 1) : said;
    }
}
