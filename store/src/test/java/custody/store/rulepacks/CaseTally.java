package custody.store.rulepacks;

import custody.record.law.rules.Pack;
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
    void judged(Pack pack, String provision, String rule) {
        judged.add(pack.id() + " " + rule);
        perProvision.merge(pack.id() + " " + provision, 1, Integer::sum);
    }

    void expect(String where, Object wanted, @Nullable Object found) {
        if (!wanted.equals(found)) {
            wrong.add(where + ": expected " + wanted + ", is " + found);
        }
    }

    /** Rules, each behind its pack's id, that have a case. */
    Set<String> judged() {
        return judged;
    }

    List<String> wrong() {
        return wrong;
    }

    void print() {
        perProvision.forEach((provision, count) -> System.out.println(provision + ": " + count));
        System.out.println("cases: "
                + perProvision.values().stream().mapToInt(Integer::intValue).sum());
    }
}
