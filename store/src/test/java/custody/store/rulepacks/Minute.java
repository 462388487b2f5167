package custody.store.rulepacks;

import java.util.Set;

/** What was the case during one minute. */
record Minute(
        Set<String> bases,
        boolean criminal,
        boolean detained,
        boolean noRuling,
        String aggravation,
        String regime,
        boolean minor,
        boolean doubt,
        String status,
        boolean foreign,
        boolean pregnant,
        boolean disabled,
        boolean child,
        String level,
        boolean away,
        boolean martial,
        boolean delayed,
        boolean remanded) {
    boolean young() {
        return minor || doubt;
    }

    /** Whether a defender must take part. */
    boolean guarded() {
        return young() || disabled;
    }

    boolean on(String basis) {
        return bases.contains(basis);
    }

    boolean has(String wanted) {
        return status.equals(wanted);
    }
}
