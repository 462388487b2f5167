package custody.store.rulepacks;

import custody.record.law.rules.Condition;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Standing;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads limits: {@code 72h}, {@code {immediately: 15m}}, or a list of them with conditions, the first fitting taken. */
final class Limits {
    private static final Duration LONGEST = Duration.ofDays(400);
    private final Conditions conditions;
    private final Standing standing;

    /** {@code standing} is that of a plain limit: the law's own, or our standard where the whole rule is one. */
    Limits(Conditions conditions, Standing standing) {
        this.conditions = conditions;
        this.standing = standing;
    }

    List<Limit> read(@Nullable Node node, Node rule) {
        if (node == null) {
            throw Block.at(rule, "the limit is missing");
        }
        List<Limit> limits = Block.list(node, this::one);
        if (limits.isEmpty()) {
            throw Block.at(node, "the limit is missing");
        }
        return limits;
    }

    private Limit one(Node node) {
        if (!(node instanceof MappingNode)) {
            return new Limit(Condition.ALWAYS, length(node), standing);
        }
        Block block = Block.of(node);
        Condition when = conditions.optional(block.find("when"));
        Node immediately = block.find("immediately");
        Node within = block.find("within");
        block.done();
        if ((immediately == null) == (within == null)) {
            throw Block.at(node, "a limit says either within or immediately");
        }
        return immediately == null
                ? new Limit(when, length(block.need("within")), standing)
                : new Limit(when, length(immediately), Standing.STANDARD);
    }

    /** {@code 72h}, {@code 3d}, {@code 15m}, {@code 90s}; days are of 24 hours. */
    static Duration length(Node node) {
        String text = Block.text(node);
        Duration length = Block.parsed(node, "a length such as 72h, 3d or 15m", written -> {
            long number = Long.parseLong(written.substring(0, Math.max(0, written.length() - 1)));
            return switch (written.charAt(written.length() - 1)) {
                case 's' -> Duration.ofSeconds(number);
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                case 'd' -> Duration.ofHours(Math.multiplyExact(24, number));
                default -> throw new IllegalArgumentException("unit");
            };
        });
        if (length.isZero() || length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw Block.at(node, text + " is no limit");
        }
        return length;
    }
}
