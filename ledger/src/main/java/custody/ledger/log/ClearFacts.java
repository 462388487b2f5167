package custody.ledger.log;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a system entry says in clear: up to 32 named words and whole numbers, in the order of their names. Never about a
 * person. Empty for {@link EntryClass#RECORD}.
 *
 * @param facts by name; names as in {@link Field}, unmodifiable
 */
public record ClearFacts(Map<String, ClearFact> facts) {
    /** The most facts of one entry. */
    public static final int MAX_FACTS = 32;

    private static final ClearFacts NONE = new ClearFacts(Map.of());

    public ClearFacts {
        TreeMap<String, ClearFact> sorted = new TreeMap<>(facts);
        if (sorted.size() > MAX_FACTS || !sorted.keySet().stream().allMatch(Field::isName)) {
            throw new IllegalArgumentException("clear facts have field names and are at most " + MAX_FACTS);
        }
        facts = Collections.unmodifiableMap(sorted);
    }

    /** No fact. */
    public static ClearFacts none() {
        return NONE;
    }

    /** These and one more word. */
    public ClearFacts with(String name, String word) {
        return with(name, new ClearFact.Word(word));
    }

    /** These and one more number. */
    public ClearFacts with(String name, long number) {
        return with(name, new ClearFact.Whole(number));
    }

    private ClearFacts with(String name, ClearFact fact) {
        TreeMap<String, ClearFact> more = new TreeMap<>(facts);
        if (more.put(name, fact) != null) {
            throw new IllegalArgumentException("fact " + name + " stands twice");
        }
        return new ClearFacts(more);
    }

    /** The word of this name, if it is one. */
    public Optional<String> word(String name) {
        return facts.get(name) instanceof ClearFact.Word(String word) ? Optional.of(word) : Optional.empty();
    }

    /** The number of this name, if it is one. */
    public OptionalLong number(String name) {
        return facts.get(name) instanceof ClearFact.Whole(long number) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }
}
