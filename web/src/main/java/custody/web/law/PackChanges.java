package custody.web.law;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Rule;
import custody.web.components.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What changed from one version of a pack to the next.
 *
 * @param all what changed for all rules: when somebody is an adult, the zone of calendar rules
 * @param added rules that are new
 * @param removed rules that are gone
 * @param changed rules that say something else
 * @param same how many rules are as they were
 */
public record PackChanges(
        List<Line> all, List<RuleView> added, List<RuleView> removed, List<ChangedRule> changed, int same) {

    /**
     * A rule that changed.
     *
     * @param rule as it is now
     * @param lines what changed, line by line
     */
    public record ChangedRule(RuleView rule, List<Line> lines) {}

    /** One line before and after; empty where there was or is none. */
    public record Line(String label, String before, String after) {}

    /** The changes from {@code before} to {@code after}. */
    public static PackChanges of(Pack before, Pack after, RuleWords words) {
        List<RuleView> added = new ArrayList<>();
        List<RuleView> removed = new ArrayList<>();
        List<ChangedRule> changed = new ArrayList<>();
        int same = 0;
        for (Rule rule : after.rules()) {
            Optional<Rule> was = before.rule(rule.id());
            if (was.isEmpty()) {
                added.add(words.of(rule));
            } else if (was.get().equals(rule)) {
                same++;
            } else {
                changed.add(new ChangedRule(
                        words.of(rule), lines(whole(words.of(was.get()), words), whole(words.of(rule), words))));
            }
        }
        before.rules().stream()
                .filter(rule -> after.rule(rule.id()).isEmpty())
                .forEach(rule -> removed.add(words.of(rule)));
        List<Line> all = lines(words.rows(before), words.rows(after));
        return new PackChanges(all, added, removed, changed, same);
    }

    private static List<Line> lines(List<Row> before, List<Row> after) {
        List<Line> lines = new ArrayList<>();
        Set<String> labels = new LinkedHashSet<>();
        after.forEach(row -> labels.add(row.key()));
        before.forEach(row -> labels.add(row.key()));
        for (String label : labels) {
            String old = said(before, label);
            String now = said(after, label);
            if (!old.equals(now)) {
                lines.add(new Line(label, old, now));
            }
        }
        return lines;
    }

    private static List<Row> whole(RuleView rule, RuleWords words) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.label("version"), Integer.toString(rule.version())));
        rows.add(new Row(words.label("title"), rule.title()));
        rows.add(new Row(words.label("title") + " (" + rule.otherLanguage() + ")", rule.other()));
        rows.add(new Row(words.label("provision"), rule.provision()));
        rows.add(new Row(words.label("kind"), rule.kind()));
        rows.add(new Row(words.label("standing"), rule.standing()));
        rows.addAll(rule.rows());
        rows.add(new Row(words.label("certainty"), rule.certainty()));
        rows.add(new Row(words.label("source"), rule.source()));
        return rows;
    }

    private static String said(List<Row> rows, String label) {
        return String.join(
                "; ",
                rows.stream()
                        .filter(row -> row.key().equals(label))
                        .map(Row::value)
                        .toList());
    }
}
