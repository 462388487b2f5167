package custody.video.recorder;

import custody.video.camera.CameraAddresses;
import custody.video.camera.Network;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the recorder's file says. No camera is in it: which to record comes over standard input or the control channel.
 *
 * @param archive folder of the footage
 * @param control path of the control socket
 * @param segmentLength length of a segment, usually a minute
 * @param reserveBytes room kept back for a full disk
 * @param addresses where cameras may be
 */
public record RecorderConfiguration(
        Path archive, Path control, Duration segmentLength, long reserveBytes, CameraAddresses addresses) {
    public RecorderConfiguration {
        if (segmentLength.compareTo(Duration.ofSeconds(2)) < 0 || segmentLength.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("segment length must be 2 s to 5 min");
        }
    }

    /** Reads the file; an entry that makes no sense is refused with its name. */
    public static RecorderConfiguration read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Path archive = Path.of(required(properties, "archive"));
        Set<Integer> ports = Arrays.stream(
                        properties.getProperty("ports", "554,8554,10554").split("\\s*,\\s*"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        var networks = Arrays.stream(required(properties, "networks").split("\\s*,\\s*"))
                .map(Network::parse)
                .toList();
        return new RecorderConfiguration(
                archive,
                Path.of(properties.getProperty(
                        "control", archive.resolve("recorder.sock").toString())),
                Duration.ofSeconds(Long.parseLong(properties.getProperty("segment-seconds", "60"))),
                Long.parseLong(properties.getProperty("reserve-megabytes", "0")) * 1024 * 1024,
                new CameraAddresses(networks, ports));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("recorder configuration has no '" + name + "'");
        }
        return value;
    }
}
