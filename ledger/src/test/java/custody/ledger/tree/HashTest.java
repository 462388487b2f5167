package custody.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.ParserFuzz;
import custody.ledger.Seeded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A hash")
class HashTest {
    private static final Hash OF_NOTHING = Hash.sha256(new byte[0]);

    @Test
    void isWrittenInBase64AndHex() {
        assertEquals("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", OF_NOTHING.base64());
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", OF_NOTHING.hex());
    }

    @Test
    void isReadOnlyFromCanonicalBase64() {
        ParserFuzz.text(List.of(OF_NOTHING.base64(), NaiveTree.leaf(1).base64()), Hash::parseBase64, Hash::base64);
        // The last digit's two spare bits are not zero.
        assertTrue(Hash.parseBase64("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=")
                .accepted()
                .isEmpty());
        assertTrue(Hash.parseBase64("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=")
                .accepted()
                .isEmpty());
    }

    @Test
    void isOrderedLikeItsBytes() {
        Seeded.times(500, random -> {
            byte[] one = Seeded.bytes(random, Hash.BYTES);
            byte[] other = one.clone();
            other[random.nextInt(Hash.BYTES)] = (byte) random.nextInt();
            int expected = Integer.signum(Arrays.compareUnsigned(one, other));
            assertEquals(expected, Integer.signum(Hash.of(one).compareTo(Hash.of(other))));
            assertEquals(expected == 0, Hash.of(one).equals(Hash.of(other)));
        });
    }

    @Test
    void doesNotChangeWithItsArray() {
        byte[] bytes = new byte[Hash.BYTES];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;
        assertEquals(Hash.of(new byte[Hash.BYTES]), hash);
        assertNotEquals(Hash.of(bytes), hash);
        assertFalse(hash.isAt(bytes, 0));
    }

    @Test
    void cannotHaveAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> Hash.of(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> Hash.of(new byte[33]));
    }
}
