package custody.store.rulepacks;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A map in a file, read key by key. Keys nobody asked for are refused, so that a misspelt one is found. */
final class Block {
    private final Node node;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private Block(MappingNode node) {
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            String key = text(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw at(tuple.getKeyNode(), "the key " + key + " stands twice");
            }
        }
    }

    static Block of(Node node) {
        if (node instanceof MappingNode mapping && Yaml.plain(node)) {
            return new Block(mapping);
        }
        throw at(node, "expected keys with values");
    }

    static Yaml.Refused at(Node node, String message) {
        return new Yaml.Refused(line(node), message);
    }

    /** Line in the file on which it begins, from 1. */
    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String text(Node node) {
        if (node instanceof ScalarNode scalar && Yaml.plain(node)) {
            return scalar.getValue().strip();
        }
        throw at(node, "expected one text or number");
    }

    /** A list's items; a single value counts as a list of one. */
    static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence && Yaml.plain(node) ? sequence.getValue() : List.of(node);
    }

    static <T> List<T> list(Node node, Function<Node, T> read) {
        List<T> found = new ArrayList<>();
        items(node).forEach(item -> found.add(read.apply(item)));
        return found;
    }

    Node node() {
        return node;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    @Nullable
    Node find(String key) {
        asked.add(key);
        return entries.get(key);
    }

    Node need(String key) {
        Node found = find(key);
        if (found == null) {
            throw at(node, "the key " + key + " is missing");
        }
        return found;
    }

    String needText(String key) {
        String found = text(need(key));
        if (found.isEmpty()) {
            throw at(need(key), "the key " + key + " is empty");
        }
        return found;
    }

    boolean flag(String key) {
        Node found = find(key);
        if (found == null) {
            return false;
        }
        return switch (text(found)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw at(found, key + " is yes or no");
        };
    }

    int number(String key, int otherwise) {
        Node found = find(key);
        return found == null ? otherwise : number(found);
    }

    static int number(Node node) {
        try {
            return Integer.parseInt(text(node));
        } catch (NumberFormatException unreadable) {
            throw at(node, "expected a whole number");
        }
    }

    /** Reads a text by a parser of the JDK and says what was expected where it does not read. */
    static <T> T parsed(Node node, String expected, Function<String, T> read) {
        try {
            return read.apply(text(node));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw at(node, "expected " + expected);
        }
    }

    /** The single key and its value, for words such as {@code all: […]}. */
    Map.Entry<String, Node> only() {
        if (entries.size() != 1) {
            throw at(node, "expected one key");
        }
        Map.Entry<String, Node> only = entries.entrySet().iterator().next();
        asked.add(only.getKey());
        return only;
    }

    Map<String, Node> all() {
        asked.addAll(entries.keySet());
        return entries;
    }

    /** Refuses what nobody asked for. */
    void done() {
        entries.forEach((key, value) -> {
            if (!asked.contains(key)) {
                throw at(value, "unknown key " + key);
            }
        });
    }
}
