package custody.store.rulepacks;

import java.util.List;
import java.util.stream.Collectors;

/** Rule packs that cannot be used. The packs in force stay in force. */
public final class BadRulePack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    BadRulePack(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, file by file. */
    public List<Problem> problems() {
        return problems;
    }
}
