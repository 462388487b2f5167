package custody.node.configuration;

import custody.video.camera.CameraAddresses;
import custody.video.camera.Network;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads what a settings file says of video. */
final class VideoSettings {
    /** Private addresses (RFC 1918, RFC 4193): where cameras of a building are, and no machine of others is. */
    private static final String USUAL_NETWORKS = "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fd00::/8";

    /** Several, since several demos may run on one machine. */
    private static final Set<Integer> DEMO_PORTS = IntStream.concat(
                    IntStream.of(8_554, 10_554), IntStream.range(18_550, 18_560))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private static final int RESERVE_MEGABYTES = 256;
    /** Footage of a real house is kept for no less, whatever a file says. */
    private static final int BASE_DAYS = 90;

    private static final int MOST_DAYS = 3_650;

    /** A copy to be handed out, which can be made again while the footage is there. */
    private static final int EXPORT_DAYS = 30;

    private final Function<String, Optional<String>> texts;

    private VideoSettings(Function<String, Optional<String>> texts) {
        this.texts = texts;
    }

    static Settings.Video of(Function<String, Optional<String>> texts, Path data, boolean demo) {
        return new VideoSettings(texts).read(data, demo);
    }

    private Settings.Video read(Path data, boolean demo) {
        int least = number("video.least-days", BASE_DAYS, demo ? 1 : BASE_DAYS, MOST_DAYS);
        int most = number("video.most-days", Math.max(least, BASE_DAYS), least, MOST_DAYS);
        return new Settings.Video(
                path("video.folder").orElse(data.resolve("video")),
                path("video.second-folder"),
                demo ? List.of(Network.parse("127.0.0.0/8")) : networks(),
                demo ? DEMO_PORTS : ports(),
                number("video.reserve-megabytes", demo ? 0 : RESERVE_MEGABYTES, 0, 1_000_000),
                least,
                most,
                number("video.film-days", most, 1, MOST_DAYS),
                number("video.export-days", EXPORT_DAYS, 1, MOST_DAYS),
                yes("video.goes-on"));
    }

    private List<Network> networks() {
        return words(texts.apply("video.networks").orElse(USUAL_NETWORKS)).stream()
                .map(VideoSettings::network)
                .toList();
    }

    private static Network network(String text) {
        try {
            return Network.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting("video.networks", "are networks as 10.20.0.0/16, with commas between");
        }
    }

    private Set<Integer> ports() {
        Optional<String> text = texts.apply("video.ports");
        if (text.isEmpty()) {
            return CameraAddresses.USUAL_PORTS;
        }
        return words(text.get()).stream()
                .map(port -> whole("video.ports", port, 1, 65_535))
                .collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s*,\\s*", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private int number(String name, int otherwise, int least, int most) {
        return texts.apply(name).map(text -> whole(name, text, least, most)).orElse(otherwise);
    }

    private static int whole(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new WrongSetting(name, "is a whole number from " + least + " to " + most);
        }
        throw new WrongSetting(name, "is a whole number from " + least + " to " + most);
    }

    private boolean yes(String name) {
        return switch (texts.apply(name).orElse("no")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new WrongSetting(name, "is yes or no");
        };
    }

    private Optional<Path> path(String name) {
        return texts.apply(name).map(text -> Path.of(text).toAbsolutePath().normalize());
    }
}
