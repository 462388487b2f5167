package custody.record.law.rules;

import java.util.List;

/**
 * What every rule has.
 *
 * @param id names the rule within its pack, kebab-case
 * @param version counts the changes of this rule, from 1
 * @param provision article and part, as people cite it in the pack's language; what events keep
 * @param citation the same in both languages
 * @param title what is demanded, in both languages
 * @param standing whether the number is the law's or ours
 * @param source where it comes from, how surely
 * @param when for whom it is in force
 * @param scope where it ends
 * @param demands what a breach demands
 * @param warnings percentages of the limit at which people are warned
 * @param escalation who is told of a breach
 * @param taskFrom percentage of the limit from which it is a task
 */
public record Heading(
        String id,
        int version,
        String provision,
        Text citation,
        Text title,
        Standing standing,
        Source source,
        Condition when,
        Scope scope,
        List<Demand> demands,
        List<Integer> warnings,
        Escalation escalation,
        int taskFrom) {
    public Heading {
        demands = List.copyOf(demands);
        warnings = List.copyOf(warnings);
    }

    /** Where a rule ends. */
    public enum Scope {
        /** With the control over the person: a transfer neither ends nor resets it. */
        CUSTODY,
        /** With the stay in this facility: care that the next place takes over. */
        FACILITY,
        /** Never: what is owed although the person has gone. */
        RECORD
    }
}
