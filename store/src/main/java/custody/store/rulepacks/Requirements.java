package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Requirement;
import custody.record.law.rules.Requirement.Way;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what an action must show. */
final class Requirements {
    private final Conditions conditions;
    private final List<Pattern> during;

    Requirements(Conditions conditions, List<Pattern> during) {
        this.conditions = conditions;
        this.during = during;
    }

    Requirement read(Node node) {
        Block block = Block.of(node);
        Requirement requirement = new Requirement(
                Words.text(block.need("name")),
                conditions.optional(block.find("when")),
                Block.list(block.need("shown-by"), this::way));
        block.done();
        return requirement;
    }

    /**
     * {@code field}, {@code field} with {@code is} or {@code at-least}; {@code before}, also with {@code at-least}; or
     * {@code arrived} and {@code left}.
     */
    private Way way(Node node) {
        Block block = Block.of(node);
        Condition when = conditions.optional(block.find("when"));
        Way way = block.has("field") ? ofField(block, when) : ofEvent(block, when);
        block.done();
        return way;
    }

    private Way ofField(Block block, Condition when) {
        Node node = block.need("field");
        String field = Block.text(node);
        during.forEach(kind -> Words.field(Catalogue.kind(kind.kind()).orElseThrow(), node, field));
        Node is = block.find("is");
        Node least = block.find("at-least");
        if (is != null) {
            return new Requirement.Says(when, field, Block.text(is));
        }
        return least == null
                ? new Requirement.Named(when, field)
                : new Requirement.AtLeast(when, field, Block.number(least));
    }

    private static Way ofEvent(Block block, Condition when) {
        Node before = block.find("before");
        if (before == null) {
            return new Requirement.Attending(
                    when, Words.pattern(block.need("arrived")), Words.pattern(block.need("left")));
        }
        Node least = block.find("at-least");
        return new Requirement.Before(when, Words.pattern(before), least == null ? 1 : Block.number(least));
    }
}
