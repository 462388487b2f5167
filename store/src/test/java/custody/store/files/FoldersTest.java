package custody.store.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.store.TestStores;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final int MEGABYTE = 1 << 20;

    /** Takes at most so many bytes at a time, and so many in all. */
    private static final class Narrow implements WritableByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final int most;
        private final int room;

        private Narrow(int most, int room) {
            this.most = most;
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) {
            int length = Math.min(Math.min(most, room - taken.size()), bytes.remaining());
            byte[] piece = new byte[length];
            bytes.get(piece);
            taken.writeBytes(piece);
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void allIsWrittenThoughEachWriteTakesAPart() throws IOException {
        byte[] content = random(1000);
        Narrow channel = new Narrow(7, Integer.MAX_VALUE);
        Folders.whole(channel, ByteBuffer.wrap(content));
        assertArrayEquals(content, channel.taken.toByteArray());
    }

    @Test
    void whatTakesNothingMoreIsAFaultAndNoWaiting() {
        Narrow channel = new Narrow(7, 20);
        assertThrows(IOException.class, () -> Folders.whole(channel, ByteBuffer.wrap(random(1000))));
    }

    @Test
    void aFileIsReplacedWholeAndIsItsOwnersOnly() throws IOException {
        Path file = Folders.own(TestStores.folder("replaced")).resolve("one");
        Folders.write(file, "before");
        byte[] content = random(3 * MEGABYTE + 1);
        Folders.write(file, new ByteArrayInputStream(content));
        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** A memory disk of a megabyte, for which the test must be root. */
    @Test
    void aDiskWithRoomForAPartOfTheNewFileKeepsTheOldOne() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(TestStores.folder("megabyte"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()) == 0,
                "cannot mount a small disk here");
        try {
            Path keystore = disk.resolve("keystore.p12");
            byte[] old = random(MEGABYTE / 4);
            Folders.write(keystore, old);
            StoreFault fault = assertThrows(StoreFault.class, () -> Folders.write(keystore, random(MEGABYTE)));
            assertEquals(Code.DISK_FULL, fault.code());
            assertArrayEquals(old, Files.readAllBytes(keystore));
            assertThrows(
                    IOException.class,
                    () -> Folders.write(disk.resolve("copy"), new ByteArrayInputStream(random(MEGABYTE))));
            assertEquals(List.of("keystore.p12"), List.of(disk.toFile().list()), "nothing half-written takes room");
            Folders.write(keystore, random(MEGABYTE / 2));
            assertEquals(MEGABYTE / 2, Files.size(keystore), "a smaller one finds room");
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
