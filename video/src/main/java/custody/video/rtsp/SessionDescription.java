package custody.video.rtsp;

import custody.video.media.Codec;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.media.ParameterSets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a camera offers (SDP, RFC 8866), as far as recording needs it. Lines that are unknown or malformed are passed over.
 *
 * @param control the session's control attribute, empty when there is none
 */
public record SessionDescription(String control, List<Media> media) {
    private static final int LONGEST = 32 * 1024;
    private static final int MOST_LINES = 500;
    private static final int MOST_MEDIA = 16;

    /**
     * One stream of a camera.
     *
     * @param kind {@code video}, {@code audio}, {@code application}
     * @param codec empty when this room does not record it
     * @param format parameters of {@code a=fmtp} by lower-case name
     * @param control the control attribute, empty when there is none
     */
    public record Media(
            String kind, int payloadType, Optional<Codec> codec, Map<String, String> format, String control) {
        public Media {
            format = Map.copyOf(format);
        }

        /** The parameter sets that came with the description; malformed ones are left to arrive with the pictures. */
        public ParameterSets parameterSets(Codec of) {
            var sets = new ParameterSets(of);
            for (String name : List.of("sprop-vps", "sprop-sps", "sprop-pps", "sprop-parameter-sets")) {
                for (String set : format.getOrDefault(name, "").split(",", 32)) {
                    takeTolerant(sets, set.strip());
                }
            }
            return sets;
        }

        private static void takeTolerant(ParameterSets sets, String base64) {
            try {
                var unit = Octets.of(Base64.getDecoder().decode(base64));
                if (unit.length() > 0
                        && sets.codec().isParameterSet(sets.codec().unitType(unit.at(0)))) {
                    sets.take(unit);
                }
            } catch (IllegalArgumentException | MalformedMedia tolerated) {
                // Cameras with a broken description still send the sets before each key frame.
            }
        }
    }

    public SessionDescription {
        media = List.copyOf(media);
    }

    public static SessionDescription parse(String text) throws MalformedMedia {
        if (text.length() > LONGEST) {
            throw new MalformedMedia("description too long");
        }
        String[] lines = text.split("\r?\n|\r", MOST_LINES + 1);
        if (lines.length > MOST_LINES) {
            throw new MalformedMedia("description of too many lines");
        }
        var reader = new Reader();
        for (String line : lines) {
            reader.line(line);
        }
        return reader.description();
    }

    /** The first video that this room records. */
    public Optional<Media> video() {
        return media.stream()
                .filter(m -> m.kind().equals("video") && m.codec().isPresent())
                .findFirst();
    }

    /** Gathers the lines of one section after the other. */
    private static final class Reader {
        private final List<Media> media = new ArrayList<>();
        private String sessionControl = "";
        private boolean inMedia;
        private String kind = "";
        private int payloadType;
        private Optional<Codec> codec = Optional.empty();
        private Map<String, String> format = new HashMap<>();
        private String control = "";

        void line(String line) throws MalformedMedia {
            if (line.startsWith("m=")) {
                closeMedia();
                openMedia(line.substring(2));
            } else if (line.startsWith("a=control:")) {
                String value = line.substring("a=control:".length()).strip();
                if (inMedia) {
                    control = value;
                } else {
                    sessionControl = value;
                }
            } else if (inMedia && line.startsWith("a=rtpmap:")) {
                rtpmap(line.substring("a=rtpmap:".length()).strip());
            } else if (inMedia && line.startsWith("a=fmtp:")) {
                fmtp(line.substring("a=fmtp:".length()).strip());
            }
        }

        private void openMedia(String text) throws MalformedMedia {
            if (media.size() >= MOST_MEDIA) {
                throw new MalformedMedia("too many streams");
            }
            String[] words = text.strip().split("\\s+", 5);
            inMedia = true;
            kind = words[0].toLowerCase(Locale.ROOT);
            payloadType = words.length > 3 && words[3].matches("[0-9]{1,3}") ? Integer.parseInt(words[3]) : -1;
        }

        private void rtpmap(String text) {
            String[] words = text.split("\\s+", 2);
            if (words.length == 2 && words[0].equals(String.valueOf(payloadType))) {
                codec = Codec.named(words[1].split("/", 2)[0].strip());
            }
        }

        private void fmtp(String text) {
            String[] words = text.split("\\s+", 2);
            if (words.length < 2 || !words[0].equals(String.valueOf(payloadType))) {
                return;
            }
            for (String parameter : words[1].split(";", 64)) {
                int equals = parameter.indexOf('=');
                if (equals > 0) {
                    format.put(
                            parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                            parameter.substring(equals + 1).strip());
                }
            }
        }

        private void closeMedia() {
            if (inMedia) {
                media.add(new Media(kind, payloadType, codec, format, control));
            }
            codec = Optional.empty();
            format = new HashMap<>();
            control = "";
        }

        SessionDescription description() {
            closeMedia();
            return new SessionDescription(sessionControl, media);
        }
    }
}
