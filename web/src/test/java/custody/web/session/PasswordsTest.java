package custody.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void anUnknownBadgeCostsWhatAKnownOneCosts() {
        String somebodys = passwords.hash("a password of somebody");
        assertEquals(cost(somebodys), cost(Passwords.NOBODY));
        assertEquals(somebodys.length(), Passwords.NOBODY.length());
        assertTrue(passwords.matches("nobody has this password", Passwords.NOBODY));
    }

    @Test
    void aBookIsNotHashed() {
        String book = "x".repeat(Passwords.LONGEST + 1);
        assertFalse(passwords.matches(book, passwords.hash(book)));
    }

    /** Algorithm, version, memory, passes and lanes. */
    private static String cost(String hash) {
        return hash.substring(0, hash.indexOf('$', hash.indexOf("m=")));
    }
}
