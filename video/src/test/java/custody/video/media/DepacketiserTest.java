package custody.video.media;

import static custody.video.media.PacketWriter.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DepacketiserTest {
    private record Picture(Octets data, long ticks, boolean key, boolean damaged) {}

    private final List<Picture> pictures = new ArrayList<>();
    private final PacketWriter camera = new PacketWriter();

    private Depacketiser depacketiser(Codec codec) {
        return new Depacketiser(new ParameterSets(codec), 96, 1 << 20, unit -> {
            var data = new byte[unit.length()];
            unit.data().get(data);
            pictures.add(new Picture(Octets.of(data), unit.mediaTicks(), unit.key(), unit.damaged()));
        });
    }

    private static void take(Depacketiser into, ByteBuffer packet) throws IOException {
        into.take(packet, 0, packet.remaining(), 0);
    }

    @Test
    void singleUnitsBecomeOnePictureAtTheMarker() throws IOException {
        var in = depacketiser(Codec.H264);
        take(in, camera.packet(1000, false, bytes(0x65, 1, 2)));
        take(in, camera.packet(1000, true, bytes(0x65, 3, 4)));
        assertArrayEquals(
                bytes(0, 0, 0, 3, 0x65, 1, 2, 0, 0, 0, 3, 0x65, 3, 4),
                pictures.getFirst().data().toArray());
        assertTrue(pictures.getFirst().key());
        assertFalse(pictures.getFirst().damaged());
    }

    @Test
    void pictureEndsWhenTheTimestampChangesAlthoughNoMarkerCame() throws IOException {
        var in = depacketiser(Codec.H264);
        take(in, camera.packet(1000, false, bytes(0x65, 1)));
        take(in, camera.packet(4600, false, bytes(0x41, 2)));
        assertEquals(1, pictures.size());
        assertEquals(1000, pictures.getFirst().ticks());
    }

    @Test
    void aggregatedUnitsAreTakenApart() throws IOException {
        var in = depacketiser(Codec.H264);
        take(in, camera.packet(0, true, bytes(24, 0, 2, 0x09, 0xf0, 0, 3, 0x65, 7, 8)));
        assertArrayEquals(
                bytes(0, 0, 0, 3, 0x65, 7, 8), pictures.getFirst().data().toArray(), "the delimiter is not kept");
        var newer = depacketiser(Codec.H265);
        take(newer, camera.packet(0, true, bytes(48 << 1, 1, 0, 3, 19 << 1, 1, 5, 0, 3, 19 << 1, 1, 6)));
        assertEquals(2, PacketWriter.split(pictures.getLast().data().toArray()).size());
        assertTrue(pictures.getLast().key());
    }

    @Test
    void fragmentedUnitsAreJoined() throws IOException {
        var in = depacketiser(Codec.H264);
        take(in, camera.packet(0, false, bytes(0x7c, 0x85, 1)));
        take(in, camera.packet(0, false, bytes(0x7c, 0x05, 2)));
        take(in, camera.packet(0, true, bytes(0x7c, 0x45, 3)));
        assertArrayEquals(
                bytes(0, 0, 0, 4, 0x65, 1, 2, 3), pictures.getFirst().data().toArray());
        var newer = depacketiser(Codec.H265);
        take(newer, camera.packet(0, false, bytes(49 << 1, 1, 0x80 | 19, 1)));
        take(newer, camera.packet(0, true, bytes(49 << 1, 1, 0x40 | 19, 2)));
        assertArrayEquals(
                bytes(0, 0, 0, 4, 19 << 1, 1, 1, 2), pictures.getLast().data().toArray());
    }

    @Test
    void fragmentWithALostMiddleIsLeftOutAndCounted() throws IOException {
        var in = depacketiser(Codec.H264);
        take(in, camera.packet(0, false, bytes(0x41, 9)));
        take(in, camera.packet(0, false, bytes(0x7c, 0x85, 1)));
        camera.skip(2);
        take(in, camera.packet(0, true, bytes(0x7c, 0x45, 3)));
        assertArrayEquals(bytes(0, 0, 0, 2, 0x41, 9), pictures.getFirst().data().toArray(), "the whole unit is kept");
        assertTrue(pictures.getFirst().damaged());
        assertEquals(2, in.lostPackets());
        assertEquals(1, in.damagedPictures());
    }

    @Test
    void wrappingSequenceAndClockLoseNothing() throws IOException {
        var in = depacketiser(Codec.H264);
        for (int i = 0; i < 20; i++) {
            take(in, camera.packet((int) (0xffff_ff00L + i * 100L), true, bytes(0x65, i)));
        }
        assertEquals(0, in.lostPackets());
        assertEquals(0xffff_ff00L + 1900, pictures.getLast().ticks());
    }

    @Test
    void pictureLargerThanAllowedIsDroppedNotGrown() throws IOException {
        var in = depacketiser(Codec.H264);
        take(in, camera.packet(0, false, bytes(0x7c, 0x85, 1)));
        for (int i = 0; i < 100; i++) {
            take(in, camera.packet(0, false, bytes(0x7c, 0x05), new byte[60_000]));
        }
        take(in, camera.packet(0, true, bytes(0x7c, 0x45, 1)));
        assertEquals(1, in.oversizedPictures());
        assertTrue(pictures.isEmpty());
    }

    @Test
    void packetsOfAnotherPayloadAreNotThisStream() throws IOException {
        var in = depacketiser(Codec.H264);
        ByteBuffer audio = camera.packet(0, true, bytes(1, 2, 3)).put(1, (byte) 97);
        take(in, audio);
        assertEquals(0, in.packets());
    }

    @Test
    void hostilePacketsNeverThrow() throws IOException {
        long seed = 20_261_124;
        var random = new Random(seed);
        for (int i = 0; i < Effort.times(20_000, 1_000_000); i++) {
            Codec codec = random.nextBoolean() ? Codec.H264 : Codec.H265;
            var in = new Depacketiser(new ParameterSets(codec), 96, 1 << 16, _ -> {});
            for (int k = 0; k < 3; k++) {
                var noise = new byte[random.nextInt(80)];
                random.nextBytes(noise);
                if (noise.length > 16 && random.nextInt(4) > 0) {
                    noise[0] = (byte) 0x80;
                    noise[1] = (byte) (96 | (noise[1] & 0x80));
                    noise[12] = (byte) (random.nextBoolean() ? 28 : 24);
                }
                in.take(ByteBuffer.wrap(noise), 0, noise.length, 0);
            }
            assertTrue(in.packets() <= 3, () -> "seed " + seed);
        }
    }
}
