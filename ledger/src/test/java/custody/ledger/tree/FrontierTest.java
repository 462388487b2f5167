package custody.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import custody.ledger.Malformation;
import custody.ledger.ParserFuzz;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The frontier")
class FrontierTest {
    private static final int SIZE = 600;

    private final NaiveTree tree = NaiveTree.of(SIZE);

    @Test
    void hasTheRootOfTheDefinitionAtEverySize() {
        Frontier frontier = new Frontier();
        for (int size = 0; size <= SIZE; size++) {
            assertEquals(tree.head(size), frontier.head(), "size " + size);
            if (size < SIZE) {
                frontier.append(tree.leaves().get(size));
            }
        }
    }

    @Test
    void canBeStoredAndReadAtEverySize() {
        Frontier frontier = new Frontier();
        for (int size = 0; size < SIZE; size++) {
            Frontier read = Frontier.decode(frontier.encode()).orThrow();
            assertArrayEquals(frontier.encode(), read.encode());
            assertEquals(frontier.root(), read.root());
            frontier.append(tree.leaves().get(size));
            read.append(tree.leaves().get(size));
            assertEquals(frontier.root(), read.root());
        }
    }

    @Test
    void canAppendManyAtOnce() {
        Frontier frontier = new Frontier();
        frontier.append(tree.leaves().subList(0, 77));
        frontier.append(tree.leaves().subList(77, 300));
        assertEquals(tree.head(300), frontier.head());
    }

    @Test
    void copyDoesNotFollowTheOriginal() {
        Frontier frontier = new Frontier();
        frontier.append(tree.leaves().subList(0, 13));
        Frontier copy = frontier.copy();
        frontier.append(tree.leaves().get(13));
        assertEquals(tree.head(13), copy.head());
        assertNotEquals(copy.root(), frontier.root());
    }

    @Test
    void cannotBeReadFromFewerOrMoreBytesOrANegativeSize() {
        Frontier frontier = new Frontier();
        frontier.append(tree.leaves().subList(0, 5));
        byte[] bytes = frontier.encode();
        refused(Malformation.TRUNCATED, new byte[7]);
        refused(Malformation.TRUNCATED, Arrays.copyOf(bytes, bytes.length - 1));
        refused(Malformation.TRAILING, Arrays.copyOf(bytes, bytes.length + 1));
        byte[] negative = bytes.clone();
        negative[0] = (byte) 0x80;
        refused(Malformation.BAD_NUMBER, negative);
    }

    private static void refused(Malformation reason, byte[] bytes) {
        assertEquals(Optional.of(reason), Frontier.decode(bytes).refusal());
    }

    @Test
    void readsNothingButWhatItWrote() {
        List<byte[]> valid = new ArrayList<>();
        for (int size : new int[] {0, 1, 2, 7, 64, 255}) {
            Frontier frontier = new Frontier();
            frontier.append(tree.leaves().subList(0, size));
            valid.add(frontier.encode());
        }
        ParserFuzz.bytes(valid, Frontier::decode, Frontier::encode);
    }
}
