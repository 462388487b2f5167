package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.ledger.Malformation;
import custody.ledger.ParserFuzz;
import custody.ledger.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An entry bundle (C2SP tlog-tiles)")
class EntryBundleTest {
    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(Seeded.bytes(new Random(i), 1 + i));
        }
        return leaves;
    }

    @Test
    void isLengthsAndLeaves() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {7}, new byte[258]));
        assertEquals(2 + 1 + 2 + 258, bundle.length);
        assertArrayEquals(new byte[] {0, 1, 7, 1, 2}, Arrays.copyOf(bundle, 5));
    }

    @Test
    void readsNothingButWhatItWrites() {
        for (int width : new int[] {1, 3, 40}) {
            ParserFuzz.bytes(
                    List.of(EntryBundle.encode(leaves(width))),
                    bundle -> EntryBundle.parse(bundle, width),
                    EntryBundle::encode);
        }
    }

    @Test
    void cannotBeReadAtAnotherWidth() {
        byte[] bundle = EntryBundle.encode(leaves(3));
        assertEquals(
                Optional.of(Malformation.TRAILING), EntryBundle.parse(bundle, 2).refusal());
        assertEquals(
                Optional.of(Malformation.TRUNCATED),
                EntryBundle.parse(bundle, 4).refusal());
        assertEquals(
                Optional.of(Malformation.BAD_COUNT),
                EntryBundle.parse(bundle, 0).refusal());
        assertEquals(
                Optional.of(Malformation.BAD_COUNT),
                EntryBundle.parse(bundle, 257).refusal());
    }

    @Test
    void cannotHoldLeavesThatCannotBe() {
        byte[] tooLong = EntryBundle.encode(List.of(new byte[Leaf.MAX_BYTES]));
        tooLong[1]++;
        assertEquals(
                Optional.of(Malformation.TOO_LONG),
                EntryBundle.parse(tooLong, 1).refusal());
        assertEquals(
                Optional.of(Malformation.TRUNCATED),
                EntryBundle.parse(new byte[2], 1).refusal());
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.encode(List.of(new byte[Leaf.MAX_BYTES + 1])));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.encode(List.of(new byte[0])));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.encode(List.of()));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.encode(Collections.nCopies(257, new byte[1])));
    }
}
