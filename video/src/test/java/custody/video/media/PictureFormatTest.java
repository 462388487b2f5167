package custody.video.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureFormatTest {
    private static Octets sequenceSet(Codec codec, String clip) throws IOException {
        int type = codec == Codec.H264 ? 7 : 33;
        return AnnexB.units(Effort.clip(clip)).stream()
                .filter(u -> codec.unitType(u.at(0)) == type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sizeNameAndRateOfH264AreRead() throws IOException {
        var format = PictureFormat.of(Codec.H264, sequenceSet(Codec.H264, "clip.h264"));
        assertEquals(160, format.width());
        assertEquals(90, format.height(), "cropped from 96");
        assertTrue(format.codecString().startsWith("avc1.64"), format.codecString());
        assertEquals(25, format.framesPerSecond());
    }

    @Test
    void sizeAndNameOfH265AreRead() throws IOException {
        var format = PictureFormat.of(Codec.H265, sequenceSet(Codec.H265, "clip.h265"));
        assertEquals(160, format.width());
        assertEquals(90, format.height());
        assertEquals("hvc1.1.6.L60.90", format.codecString());
    }

    @Test
    void setOfACameraIsRead() throws MalformedMedia {
        var set = Octets.of(Base64.getDecoder().decode("Z0IAKeKQFAe2AtwEBAaQeJEV"));
        var format = PictureFormat.of(Codec.H264, set);
        assertEquals("avc1.420029", format.codecString());
        assertEquals(640, format.width());
        assertEquals(480, format.height());
    }

    @Test
    void cutSetsAreRefused() throws IOException {
        Octets whole = sequenceSet(Codec.H264, "clip.h264");
        Octets cut = Octets.of(whole.toArray(), 0, 5);
        assertThrows(MalformedMedia.class, () -> PictureFormat.of(Codec.H264, cut));
    }

    @Test
    void mutatedSetsAreReadOrRefusedButNothingElse() throws IOException {
        long seed = 4;
        var random = new Random(seed);
        byte[][] originals = {
            sequenceSet(Codec.H264, "clip.h264").toArray(),
            sequenceSet(Codec.H265, "clip.h265").toArray()
        };
        int refused = 0;
        int times = Effort.times(20_000, 1_000_000);
        for (int i = 0; i < times; i++) {
            int which = random.nextInt(2);
            byte[] set = originals[which].clone();
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                set[random.nextInt(1, set.length)] = (byte) random.nextInt();
            }
            try {
                PictureFormat.of(
                        which == 0 ? Codec.H264 : Codec.H265, Octets.of(set, 0, random.nextInt(1, set.length + 1)));
            } catch (MalformedMedia expected) {
                refused++;
            }
        }
        assertTrue(refused > times / 10, "seed " + seed + " refused " + refused);
    }

    @Test
    void newSetsAreNoticedOnceAndMissingOnesLeaveTheFormatOpen() throws IOException {
        var sets = new ParameterSets(Codec.H265);
        for (Octets unit : AnnexB.units(Effort.clip("clip.h265"))) {
            if (Codec.H265.isParameterSet(Codec.H265.unitType(unit.at(0)))) {
                sets.take(unit);
                sets.take(unit);
            }
        }
        assertTrue(sets.takeChanged());
        assertTrue(!sets.takeChanged(), "the same sets again are no change");
        assertTrue(sets.format().isPresent());
        assertTrue(new ParameterSets(Codec.H264).format().isEmpty());
    }
}
