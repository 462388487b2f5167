package custody.store.rulepacks;

import custody.record.law.rules.Certainty;
import custody.record.law.rules.Demand;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Heading;
import custody.record.law.rules.Source;
import custody.record.law.rules.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what every rule has. */
final class Headings {
    private final Conditions conditions;
    private final Escalation ladder;
    private final Acts acts;

    Headings(Conditions conditions, Escalation ladder, Acts acts) {
        this.conditions = conditions;
        this.ladder = ladder;
        this.acts = acts;
    }

    /** {@code standing} and {@code long} are known once the limits are read. */
    Heading read(Block block, Standing standing, List<Integer> usualWarnings) {
        Node escalation = block.find("escalation");
        return new Heading(
                id(block),
                block.number("version", 1),
                block.needText("provision"),
                acts.citation(block.need("provision")),
                Words.text(block.need("title")),
                standing,
                source(block.need("source")),
                conditions.optional(block.find("when")),
                scope(block.find("scope")),
                Block.list(block.need("demands"), node -> Words.choice(Demand.class, node, "demand")),
                warnings(block.find("warnings"), usualWarnings),
                escalation == null ? ladder : ladder(escalation),
                percent(block.find("task-from"), 0));
    }

    private static String id(Block block) {
        String id = block.needText("id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Block.at(block.need("id"), "an id is kebab-case: " + id);
        }
        return id;
    }

    private static Source source(Node node) {
        Block block = Block.of(node);
        Source source =
                new Source(Words.choice(Certainty.class, block.need("certainty"), "certainty"), block.needText("text"));
        block.done();
        return source;
    }

    private static Heading.Scope scope(@Nullable Node node) {
        return node == null ? Heading.Scope.CUSTODY : Words.choice(Heading.Scope.class, node, "scope");
    }

    private static List<Integer> warnings(@Nullable Node node, List<Integer> usual) {
        return node == null
                ? usual
                : Block.list(node, item -> percent(item, 0)).stream().sorted().toList();
    }

    private static int percent(@Nullable Node node, int otherwise) {
        if (node == null) {
            return otherwise;
        }
        int percent = Block.number(node);
        if (percent < 0 || percent > 99) {
            throw Block.at(node, "expected a percentage from 0 to 99");
        }
        return percent;
    }

    /** {@code [{to: head-of-facility, after: 10m}, …]}; {@code after: 0m} is at once. */
    static Escalation ladder(Node node) {
        return new Escalation(Block.list(node, Headings::step));
    }

    private static Escalation.Step step(Node node) {
        Block block = Block.of(node);
        Escalation.Step step = new Escalation.Step(
                Words.choice(Escalation.Rung.class, block.need("to"), "rung"),
                java.time.Duration.ofMinutes(block.number("after-minutes", 0)));
        block.done();
        return step;
    }
}
