package custody.video.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import custody.video.media.MalformedMedia;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtspParserTest {
    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void packetsAndMessagesInterleave() throws MalformedMedia {
        var parser = new RtspParser();
        ByteBuffer in = bytes(
                "$\u0001\u0000\u0003abcRTSP/1.0 200 OK\r\nCSeq: 4\r\nContent-Length: 2\r\n\r\nhi$\u0000\u0000\u0000");
        assertEquals(RtspParser.Step.PACKET, parser.next(in));
        assertEquals(1, parser.channel());
        assertEquals(3, parser.packetLength());
        assertEquals(RtspParser.Step.MESSAGE, parser.next(in));
        assertEquals(200, parser.message().status());
        assertEquals("hi", parser.message().body());
        assertEquals("4", parser.message().header("cseq").orElseThrow());
        assertEquals(RtspParser.Step.PACKET, parser.next(in));
        assertEquals(RtspParser.Step.MORE_NEEDED, parser.next(in));
    }

    @Test
    void everyCutOfAMessageOnlyAsksForMore() throws MalformedMedia {
        String whole = "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 3\r\n\r\nabc";
        for (int cut = 0; cut < whole.length(); cut++) {
            assertEquals(
                    RtspParser.Step.MORE_NEEDED,
                    new RtspParser().next(bytes(whole.substring(0, cut))),
                    "cut at " + cut);
        }
        assertEquals(RtspParser.Step.MESSAGE, new RtspParser().next(bytes(whole)));
    }

    @Test
    void strayBytesBetweenPacketsArePassedOver() throws MalformedMedia {
        var parser = new RtspParser();
        assertEquals(RtspParser.Step.PACKET, parser.next(bytes("\u0000\u0000Rubbish\r\n$\u0000\u0000\u0001x")));
        assertTrue(parser.strayBytes() > 5);
    }

    @Test
    void requestOfTheCameraIsNoAnswer() throws MalformedMedia {
        var parser = new RtspParser();
        assertEquals(RtspParser.Step.MESSAGE, parser.next(bytes("SET_PARAMETER rtsp://x RTSP/1.0\r\nCSeq: 9\r\n\r\n")));
        assertEquals(0, parser.message().status());
    }

    @Test
    void endlessHeadersAndBodiesAreRefused() {
        var parser = new RtspParser();
        assertThrows(
                MalformedMedia.class, () -> parser.next(bytes("RTSP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n")));
        assertThrows(
                MalformedMedia.class,
                () -> parser.next(bytes("RTSP/1.0 200 OK\r\n" + "A: b\r\n".repeat(200) + "\r\n")));
        assertThrows(MalformedMedia.class, () -> parser.next(bytes("x".repeat(70_000))));
    }

    @Test
    void hostileBytesAreReadOrRefusedButNothingElse() {
        long seed = 11;
        var random = new Random(seed);
        String[] pieces = {
            "$", "\u0000", "RTSP/1.0 ", "200", "\r\n", "\n", "CSeq: 1", "Content-Length: ", "5", "OPTIONS ", ":", "é"
        };
        int times = Effort.times(20_000, 1_000_000);
        for (int i = 0; i < times; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(30); k > 0; k--) {
                text.append(
                        random.nextInt(3) == 0
                                ? String.valueOf((char) random.nextInt(256))
                                : pieces[random.nextInt(pieces.length)]);
            }
            ByteBuffer in = bytes(text.toString());
            var parser = new RtspParser();
            try {
                int steps = 0;
                while (parser.next(in) != RtspParser.Step.MORE_NEEDED) {
                    assertTrue(++steps <= text.length(), () -> "seed " + seed);
                }
            } catch (MalformedMedia expected) {
                assertTrue(expected.getMessage() != null);
            }
        }
    }
}
