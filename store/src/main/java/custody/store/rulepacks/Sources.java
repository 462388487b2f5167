package custody.store.rulepacks;

import custody.record.law.rules.Certainty;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A pack's {@code sources.md} against its rules: it names every one, no other, and as surely as the rule itself does. */
final class Sources {
    private final Path root;
    private final Path file;
    private final Pack pack;
    private final Map<String, Mark> marks = new HashMap<>();

    /** The first word of a mark is the rule's; what follows it is about another provision. */
    private record Mark(String word, int line) {}

    private Sources(Path root, Path file, Pack pack) {
        this.root = root;
        this.file = file;
        this.pack = pack;
    }

    /** What is wrong with the one of this pack. */
    static List<String> wrong(Path root, Path folder, Pack pack) {
        return new Sources(root, folder.resolve("sources.md"), pack).wrong();
    }

    /** The word that stands in {@code sources.md} for what a rule says. */
    static String mark(Certainty certainty) {
        return switch (certainty) {
            case READ_IN_THE_LAW -> "read";
            case READ_IN_AN_OLDER_TEXT -> "older";
            case SECONDARY -> "secondary";
            case TO_BE_CONFIRMED -> "confirm";
            case OWN_STANDARD -> "own";
        };
    }

    private List<String> wrong() {
        if (!Files.isRegularFile(file)) {
            return List.of(problem(0, "", "the file is not there"));
        }
        read();
        List<String> wrong = new ArrayList<>();
        for (Rule rule : pack.rules()) {
            Mark mark = marks.remove(rule.id());
            String wanted = mark(rule.heading().source().certainty());
            if (mark == null) {
                wrong.add(problem(0, rule.id(), "the rule is not named"));
            } else if (!mark.word().equals(wanted)) {
                wrong.add(problem(mark.line(), rule.id(), "marked " + mark.word() + ", by the rule itself " + wanted));
            }
        }
        marks.forEach((name, mark) -> wrong.add(problem(mark.line(), name, "the pack has no such rule")));
        return wrong;
    }

    private String problem(int line, String rule, String message) {
        return new Problem(root.relativize(file).toString().replace('\\', '/'), line, rule, message).toString();
    }

    private void read() {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                row(lines.get(line).split("\\|", -1), line + 1);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("sources cannot be read", unreadable);
        }
    }

    /** A row of the table: rules, provision, mark, remarks. */
    private void row(String[] cells, int line) {
        if (cells.length == 6 && !cells[1].contains("---") && !cells[1].strip().equals("rule")) {
            Mark mark = new Mark(cells[3].strip().split("[; ]", 2)[0], line);
            Arrays.stream(cells[1].split(",", -1)).map(String::strip).forEach(rule -> marks.put(rule, mark));
        }
    }
}
