package custody.store.rulepacks;

import custody.record.events.Basis;
import custody.record.events.CareFact;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Condition;
import custody.record.law.rules.NamedFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads conditions: the named facts, and the pack's own names for what it says often. */
final class Conditions {
    private final Map<String, Node> written;
    private final Map<String, Condition> read = new HashMap<>();
    private final Set<String> reading = new LinkedHashSet<>();

    /** {@code named} are the pack's own facts, as they stand in its file. */
    Conditions(Map<String, Node> named) {
        this.written = named;
        named.forEach((name, node) -> {
            if (Words.find(NamedFact.class, name).isPresent()) {
                throw Block.at(node, "the fact " + name + " is there already");
            }
            named(name, node);
        });
    }

    Condition optional(@Nullable Node node) {
        return node == null ? Condition.ALWAYS : read(node);
    }

    /** A fact's name, or one key: all, any, not, basis, aggravation, regime, level, offence, happened, happened-after, goes-on. */
    Condition read(Node node) {
        if (!(node instanceof MappingNode)) {
            return fact(node);
        }
        Map.Entry<String, Node> only = Block.of(node).only();
        Node value = only.getValue();
        return switch (only.getKey()) {
            case "all" -> new Condition.All(parts(value));
            case "any" -> new Condition.Any(parts(value));
            case "not" -> new Condition.Not(read(value));
            case "basis" -> new Condition.OnBasis(choices(Basis.class, value, "basis"));
            case "aggravation" -> new Condition.Aggravated(choices(Basis.Aggravation.class, value, "aggravation"));
            case "regime" -> new Condition.UnderRegime(choices(Basis.Regime.class, value, "regime"));
            case "level" -> new Condition.AtLevel(choices(CareFact.Level.class, value, "level"));
            case "offence" -> new Condition.OfOffence(new LinkedHashSet<>(Block.list(value, Block::text)));
            case "happened" -> new Condition.Happened(Words.pattern(value));
            case "happened-after" -> happenedAfter(Block.of(value));
            case "goes-on" -> goesOn(Block.of(value));
            default -> throw Block.at(node, "unknown condition " + only.getKey());
        };
    }

    private static Condition happenedAfter(Block block) {
        int times = block.number("at-least", 1);
        if (times < 1) {
            throw Block.at(block.need("at-least"), "at-least is at least 1");
        }
        Condition condition = new Condition.HappenedAfter(
                Words.pattern(block.need("event")), Words.pattern(block.need("after")), times);
        block.done();
        return condition;
    }

    private static Condition goesOn(Block block) {
        Condition condition = new Condition.GoesOn(
                new Activity(Words.patterns(block.need("begins")), Words.patterns(block.need("ends"))));
        block.done();
        return condition;
    }

    private List<Condition> parts(Node node) {
        List<Condition> parts = new ArrayList<>(Block.list(node, this::read));
        if (parts.isEmpty()) {
            throw Block.at(node, "a list of conditions is empty");
        }
        return parts;
    }

    private static <E extends Enum<E>> Set<E> choices(Class<E> type, Node node, String what) {
        return new LinkedHashSet<>(Block.list(node, item -> Words.choice(type, item, what)));
    }

    private Condition fact(Node node) {
        String name = Block.text(node);
        Optional<NamedFact> fact = Words.find(NamedFact.class, name);
        return fact.isPresent() ? new Condition.Is(fact.get()) : named(name, node);
    }

    private Condition named(String name, Node asked) {
        Condition known = read.get(name);
        if (known != null) {
            return known;
        }
        Node node = written.get(name);
        if (node == null) {
            throw Block.at(asked, "unknown fact " + name);
        }
        if (!reading.add(name)) {
            throw Block.at(asked, "the fact " + name + " is defined by itself: " + String.join(" → ", reading));
        }
        Condition condition = read(node);
        reading.remove(name);
        read.put(name, condition);
        return condition;
    }
}
