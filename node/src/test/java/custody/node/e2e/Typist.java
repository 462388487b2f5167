package custody.node.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Somebody who uses nothing but the keyboard, every key of whom is counted: those that move from field to field too.
 *
 * <p>How long a person would take is an estimate by the keystroke-level model (Card, Moran, Newell 1980): 0.28 s a key for an
 * average typist of 40 words a minute, and 1.35 s to think before each field and before sending. Reading papers, asking a person
 * for a name and waiting for an answer are not in it.
 */
final class Typist {
    private static final double KEY_SECONDS = 0.28;
    private static final double THOUGHT_SECONDS = 1.35;

    private final Page page;
    private final List<String> fields = new ArrayList<>();
    private int keys;

    Typist(Page page) {
        this.page = page;
    }

    /** Moves to a control and thinks. */
    void field(String id) {
        to(id);
        fields.add(id);
    }

    void type(String text) {
        page.keyboard().type(text);
        keys += text.length();
    }

    void press(String key) {
        page.keyboard().press(key);
        keys++;
    }

    /** Chooses from a list as a keyboard does, line by line. */
    void choose(String value) {
        for (int lines = 0; !value.equals(page.evaluate("document.activeElement.value")); lines++) {
            if (lines > 60) {
                throw new AssertionError("the keyboard does not reach " + value);
            }
            press("ArrowDown");
        }
    }

    /** Moves on until a button that sends has the focus, and presses it. */
    void send() {
        for (int tabs = 0; !"submit".equals(page.evaluate("document.activeElement.type")); tabs++) {
            if (tabs > 60) {
                throw new AssertionError("the keyboard does not reach the button");
            }
            press("Tab");
        }
        press("Enter");
    }

    private void to(String id) {
        for (int tabs = 0; !Objects.equals(id, page.evaluate("document.activeElement.id")); tabs++) {
            if (tabs > 60) {
                throw new AssertionError("the keyboard does not reach " + id);
            }
            press("Tab");
        }
    }

    /** What was filled in or chosen, in order. */
    List<String> fields() {
        return List.copyOf(fields);
    }

    int keys() {
        return keys;
    }

    /** What a person's hands and head would take. */
    double seconds() {
        return keys * KEY_SECONDS + (fields.size() + 1) * THOUGHT_SECONDS;
    }
}
