package custody.video.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.media.Codec;
import custody.video.media.MalformedMedia;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionDescriptionTest {
    private static final String CAMERA = """
            v=0
            o=- 0 0 IN IP4 10.20.1.1
            s=Session
            t=0 0
            a=control:*
            m=audio 0 RTP/AVP 0
            a=rtpmap:0 PCMU/8000
            a=control:trackID=2
            m=video 0 RTP/AVP 96
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1;profile-level-id=420029; sprop-parameter-sets=Z0IAKeKQFAe2AtwEBAaQeJEV,aM48gA==
            a=control:trackID=1
            """;

    @Test
    void firstVideoWithItsParameterSetsIsFound() throws MalformedMedia {
        var video = SessionDescription.parse(CAMERA).video().orElseThrow();
        assertEquals(Codec.H264, video.codec().orElseThrow());
        assertEquals(96, video.payloadType());
        assertEquals("trackID=1", video.control());
        assertEquals(
                640,
                video.parameterSets(Codec.H264)
                        .format()
                        .orElseThrow()
                        .pictures()
                        .width());
    }

    @Test
    void missingOrBrokenParameterSetsAreTolerated() throws MalformedMedia {
        String bare = CAMERA.replaceAll("sprop-parameter-sets=.*", "");
        assertTrue(SessionDescription.parse(bare)
                .video()
                .orElseThrow()
                .parameterSets(Codec.H264)
                .format()
                .isEmpty());
        String broken = CAMERA.replace("Z0IAKeKQ", "!!!!");
        assertTrue(SessionDescription.parse(broken)
                .video()
                .orElseThrow()
                .parameterSets(Codec.H264)
                .format()
                .isEmpty());
    }

    @Test
    void streamOfAnotherCodingIsNotOffered() throws MalformedMedia {
        assertTrue(
                SessionDescription.parse(CAMERA.replace("H264", "JPEG")).video().isEmpty());
    }

    @Test
    void mutatedDescriptionsAreReadOrRefusedButNothingElse() {
        long seed = 5;
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < Effort.times(20_000, 1_000_000); i++) {
            var text = new StringBuilder(CAMERA);
            for (int k = random.nextInt(1, 8); k > 0; k--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(128));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, "=:;,\n0".charAt(random.nextInt(6)));
                }
            }
            try {
                SessionDescription.parse(text.toString()).video().ifPresent(v -> v.parameterSets(Codec.H264));
                read++;
            } catch (MalformedMedia expected) {
                assertTrue(expected.getMessage() != null, () -> "seed " + seed);
            }
        }
        assertTrue(read > 0);
    }
}
