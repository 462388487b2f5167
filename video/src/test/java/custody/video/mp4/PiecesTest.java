package custody.video.mp4;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PiecesTest {
    /** A second of 64 cameras of 3 Mbit/s, all of them full at once. */
    private static final int ALL_FULL = 64 * 12;

    private final Pieces pieces = new Pieces();
    private final Set<ByteBuffer> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    @Test
    @DisplayName("Cameras that begin their seconds together go on with the memory of the first second, however often")
    void together() {
        second(ALL_FULL);
        int first = seen.size();

        for (int i = 0; i < 100; i++) {
            second(ALL_FULL);
        }

        assertEquals(ALL_FULL, first);
        assertEquals(first, seen.size());
    }

    @Test
    @DisplayName("What one very large second took goes back to the machine when it was not needed for a while")
    void given() {
        second(10 * ALL_FULL);
        for (int given = 0; given < 2 * Pieces.WHILE; given += ALL_FULL) {
            second(ALL_FULL);
        }

        assertEquals(ALL_FULL, pieces.free());
    }

    private void second(int full) {
        List<ByteBuffer> taken = new ArrayList<>();
        for (int i = 0; i < full; i++) {
            taken.add(pieces.take());
        }
        seen.addAll(taken);
        taken.forEach(pieces::giveBack);
    }
}
