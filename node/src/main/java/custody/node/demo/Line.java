package custody.node.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One written entry of a script: {@code when who kind | field = value | @instruction = value}. The grammar is explained
 * at the head of {@code plots.txt} and {@code scenes.txt}.
 *
 * @param when time, {@code T+0:12}
 * @param who word for the writer, {@code custody}
 * @param kind wire name of the kind
 * @param fields the kind's own fields as they are written
 * @param instructions what stands behind {@code @}
 */
record Line(String when, String who, String kind, Map<String, String> fields, Map<String, String> instructions) {

    static Line parse(String written) {
        String[] parts = written.split(" \\| ", -1);
        String[] head = parts[0].strip().split(" +", -1);
        if (head.length != 3) {
            throw new IllegalArgumentException("a line begins with when, who and kind: " + written);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> instructions = new LinkedHashMap<>();
        for (int part = 1; part < parts.length; part++) {
            String[] pair = parts[part].split(" = ", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("not a field and its value: " + parts[part]);
            }
            String name = pair[0].strip();
            if (name.startsWith("@")) {
                instructions.put(name.substring(1), pair[1].strip());
            } else {
                fields.put(name, pair[1].strip());
            }
        }
        return new Line(head[0], head[1], head[2], fields, instructions);
    }

    Optional<String> instruction(String name) {
        return Optional.ofNullable(instructions.get(name));
    }
}
