package custody.store.rulepacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the drivers of cases have judged so far, and what came out otherwise than a lawyer expects. */
final class CaseTally {
    private final Map<String, Integer> perProvision = new TreeMap<>();
    private final Set<String> judged = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();

    /** One expectation of a case is about to be compared. */
    void judged(String provision, String rule) {
        judged.add(rule);
        perProvision.merge(provision, 1, Integer::sum);
    }

    /** Where a case stands, for whoever has to look at it. */
    static String where(Cases file, int line, String name) {
        return file.name() + ":" + line + ": rule " + file.rule() + " «" + name + "»";
    }

    void expect(String where, Object wanted, @Nullable Object found) {
        if (!wanted.equals(found)) {
            wrong.add(where + ": expected " + wanted + ", is " + found);
        }
    }

    /** Rules that have a case. */
    Set<String> judged() {
        return judged;
    }

    List<String> wrong() {
        return wrong;
    }

    /** How many expectations were compared of each provision. */
    Map<String, Integer> perProvision() {
        return perProvision;
    }
}
