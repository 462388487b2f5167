package custody.store.rulepacks;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as far as we let it in: one document of plain text, lists and maps. No aliases, no tags, nothing constructed. */
final class Yaml {
    /** Most characters of one file; the longest rule has a tenth of it. */
    static final int LONGEST = 64 * 1024;

    private static final int DEEPEST = 24;

    private Yaml() {}

    /** Reads one file's text; every complaint becomes a {@link Refused} with its line. */
    static Node read(String text) {
        if (text.length() > LONGEST) {
            throw new Refused(0, "the file is longer than " + LONGEST + " characters");
        }
        try {
            refuseAliases(text);
            Node root = parser().compose(new StringReader(text));
            if (root == null) {
                throw new Refused(0, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException bad) {
            int line = bad.getProblemMark() == null ? 0 : bad.getProblemMark().getLine() + 1;
            throw new Refused(line, "not readable as YAML: " + bad.getProblem());
        } catch (YAMLException bad) {
            throw new Refused(0, "not readable as YAML: " + bad.getMessage());
        }
    }

    /** An alias lets a short file grow without end; a rule never needs one. */
    private static void refuseAliases(String text) {
        parser().parse(new StringReader(text)).forEach(event -> {
            if (event instanceof AliasEvent) {
                throw new Refused(event.getStartMark().getLine() + 1, "aliases are not allowed");
            }
        });
    }

    private static org.yaml.snakeyaml.Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        options.setTagInspector(_ -> false);
        return new org.yaml.snakeyaml.Yaml(options);
    }

    static boolean plain(Node node) {
        return node.getTag().getValue().startsWith(Tag.PREFIX);
    }

    /** Why a file was refused. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Refused(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
