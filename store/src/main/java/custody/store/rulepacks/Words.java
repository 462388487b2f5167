package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Wire;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The closed words of rules: kinds of events, their fields and choices, and enumerations by wire name. */
final class Words {
    /** Asks no more of a field than that it is not left open. */
    private static final String SAID = "said";

    private Words() {}

    /** The constant of that wire name, or an error that lists what there is. */
    static <E extends Enum<E>> E choice(Class<E> type, Node node, String what) {
        return find(type, Block.text(node))
                .orElseThrow(
                        () -> Block.at(node, "unknown " + what + " " + Block.text(node) + "; one of " + names(type)));
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Wire.name(constant).equals(name))
                .findFirst();
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Wire::name).toList());
    }

    static Text text(Node node) {
        Block block = Block.of(node);
        Text text = new Text(block.needText("uk"), block.needText("en"));
        block.done();
        return text;
    }

    /** {@code released}, {@code notice: {addressee: relative, outcome: [reached]}}, or {@code right-delayed: {reason: said}}. */
    static Pattern pattern(Node node) {
        if (!(node instanceof MappingNode)) {
            return Pattern.of(kind(node, Block.text(node)).name());
        }
        Map.Entry<String, Node> only = Block.of(node).only();
        EventKind kind = kind(node, only.getKey());
        Map<String, List<String>> where = new LinkedHashMap<>();
        Set<String> said = new LinkedHashSet<>();
        Block.of(only.getValue()).all().forEach((name, values) -> {
            Field field = field(kind, values, name);
            if (values instanceof ScalarNode && Block.text(values).equals(SAID)) {
                said.add(name);
            } else {
                where.put(name, values(kind, field, values));
            }
        });
        return new Pattern(kind.name(), where, said);
    }

    static List<Pattern> patterns(Node node) {
        return Block.list(node, Words::pattern);
    }

    private static EventKind kind(Node node, String name) {
        return Catalogue.kind(name).orElseThrow(() -> unknownKind(node, name));
    }

    static Yaml.Refused unknownKind(Node node, String name) {
        List<String> names = Catalogue.kinds().stream().map(EventKind::name).toList();
        return Block.at(node, "unknown kind of event " + name + "; one of " + String.join(", ", names));
    }

    static Field field(EventKind kind, Node node, String name) {
        return kind.field(name).orElseThrow(() -> {
            List<String> names = kind.fields().stream().map(Field::name).toList();
            return Block.at(node, kind.name() + " has no field " + name + "; one of " + String.join(", ", names));
        });
    }

    /** A field in which every one of these events can say until when: a day or an instant. */
    static String end(List<Pattern> events, Node node) {
        String name = Block.text(node);
        for (Pattern event : events) {
            FieldType type = field(kind(node, event.kind()), node, name).type();
            if (!(type instanceof FieldType.Day || type instanceof FieldType.Moment)) {
                throw Block.at(node, event.kind() + "." + name + " is neither a day nor an instant");
            }
        }
        return name;
    }

    private static List<String> values(EventKind kind, Field field, Node node) {
        List<String> values = Block.list(node, Block::text);
        List<String> options = options(field.type());
        String name = kind.name() + "." + field.name();
        if (options.isEmpty()) {
            throw Block.at(node, "of " + name + " a rule can only ask that it is " + SAID);
        }
        values.stream().filter(value -> !options.contains(value)).findFirst().ifPresent(value -> {
            throw Block.at(
                    node, name + " cannot be " + value + "; one of " + options + ", or " + SAID + " for any of them");
        });
        return values;
    }

    private static List<String> options(FieldType type) {
        return switch (type) {
            case FieldType.Choice choice -> choice.options();
            case FieldType.Choices choices -> choices.options();
            case FieldType.YesNo _ -> List.of("true", "false");
            default -> List.of();
        };
    }
}
