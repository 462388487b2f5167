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
        boolean smallChild,
        boolean doubt,
        String status,
        boolean foreign,
        boolean pregnant,
        boolean disabled,
        boolean child,
        boolean interpreter,
        boolean grave,
        String level,
        boolean away,
        boolean martial,
        boolean delayed,
        boolean remanded,
        boolean defended) {
    boolean young() {
        return minor || doubt;
    }

    /** Whether a defender must take part: age, a disability, the language, an especially grave offence (КПК 52). */
    boolean guarded() {
        return young() || disabled || interpreter || grave;
    }

    boolean on(String basis) {
        return bases.contains(basis);
    }

    boolean has(String wanted) {
        return status.equals(wanted);
    }
}
