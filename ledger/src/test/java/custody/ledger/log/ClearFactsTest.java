package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clear facts")
class ClearFactsTest {
    @Test
    void areWordsAndNumbersInTheOrderOfTheirNames() {
        ClearFacts facts = ClearFacts.none().with("b", 7).with("a", "word");
        assertEquals(List.of("a", "b"), List.copyOf(facts.facts().keySet()));
        assertEquals(Optional.of("word"), facts.word("a"));
        assertEquals(OptionalLong.of(7), facts.number("b"));
        assertEquals(Optional.empty(), facts.word("b"));
        assertEquals(OptionalLong.empty(), facts.number("a"));
    }

    @Test
    void cannotHoldFreeTextOrTwoOfOneName() {
        ClearFacts facts = ClearFacts.none().with("a", 1);
        assertThrows(IllegalArgumentException.class, () -> facts.with("a", 2));
        for (String word : List.of("Іваненко", "say \"no\"", "a\\b", "line\nline", "x".repeat(257))) {
            assertThrows(IllegalArgumentException.class, () -> facts.with("b", word));
        }
        assertThrows(IllegalArgumentException.class, () -> facts.with("b", 1L << 53));
        assertThrows(IllegalArgumentException.class, () -> facts.with("not a name", 1));
    }

    @Test
    void cannotBeMoreThanTheirLimit() {
        ClearFacts facts = ClearFacts.none();
        for (int i = 0; i < ClearFacts.MAX_FACTS; i++) {
            facts = facts.with("f" + i, i);
        }
        ClearFacts full = facts;
        assertThrows(IllegalArgumentException.class, () -> full.with("more", 1));
    }
}
