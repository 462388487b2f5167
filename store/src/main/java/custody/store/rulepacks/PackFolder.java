package custody.store.rulepacks;

import custody.ledger.tree.Hash;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** One folder of one version of one pack: {@code pack.yaml} and {@code rules/*.yaml}. */
final class PackFolder {
    private static final int MOST_RULES = 500;
    private final Path root;
    private final Path folder;
    private final List<Problem> problems;
    private final Map<String, byte[]> files = new TreeMap<>();

    private PackFolder(Path root, Path folder, List<Problem> problems) {
        this.root = root;
        this.folder = folder;
        this.problems = problems;
    }

    /** The pack, or null with its problems added. */
    static @Nullable Pack read(Path root, Path folder, List<Problem> problems) {
        return new PackFolder(root, folder, problems).read();
    }

    private @Nullable Pack read() {
        int before = problems.size();
        Pack pack = null;
        Path file = folder.resolve("pack.yaml");
        try {
            pack = pack(Block.of(Yaml.read(text(file))));
        } catch (Yaml.Refused refused) {
            problems.add(new Problem(name(file), refused.line(), "", refused.reason()));
        }
        return problems.size() == before ? pack : null;
    }

    private Pack pack(Block block) {
        Node facts = block.find("facts");
        Conditions conditions =
                new Conditions(facts == null ? Map.of() : Block.of(facts).all());
        Escalation ladder = Headings.ladder(block.need("escalation"));
        Node to = block.find("valid-to");
        Instant from = instant(block.need("valid-from"));
        Instant until = to == null ? null : instant(to);
        if (until != null && !from.isBefore(until)) {
            throw Block.at(block.need("valid-from"), "a pack is valid to after it is valid from");
        }
        String language = block.needText("language");
        Acts acts = Acts.read(block.find("acts"), language);
        List<Rule> rules = rules(new Rules(conditions, ladder, acts));
        Node childhood = block.find("small-child");
        Pack pack = new Pack(
                block.needText("id"),
                jurisdiction(block.need("jurisdiction")),
                block.needText("version"),
                from,
                until,
                Block.parsed(block.need("zone"), "a time zone such as Europe/Kyiv", ZoneId::of),
                language,
                block.needText("country"),
                age(block.need("majority"), 18),
                childhood == null ? null : age(childhood, 14),
                acts.all(),
                rules,
                hash());
        block.done();
        return pack;
    }

    /** {@code {years: 18, day-after-birthday: yes}}. */
    private static Pack.Age age(Node node, int usual) {
        Block block = Block.of(node);
        Pack.Age age = new Pack.Age(block.number("years", usual), block.flag("day-after-birthday"));
        block.done();
        return age;
    }

    /** {@code {uk: Україна, en: Ukraine}}; a single name stands for both. */
    private static Text jurisdiction(Node node) {
        if (node instanceof MappingNode) {
            return Words.text(node);
        }
        String name = Block.text(node);
        return new Text(name, name);
    }

    private List<Rule> rules(Rules reader) {
        Map<String, Rule> found = new TreeMap<>();
        List<Path> paths = list();
        if (paths.isEmpty() || paths.size() > MOST_RULES) {
            throw new Yaml.Refused(0, "a pack has 1 to " + MOST_RULES + " rules, this one " + paths.size());
        }
        for (Path path : paths) {
            rule(reader, path, found);
        }
        return new ArrayList<>(found.values());
    }

    private void rule(Rules reader, Path path, Map<String, Rule> found) {
        String stem = String.valueOf(path.getFileName()).replace(".yaml", "");
        try {
            Rule rule = reader.read(Yaml.read(text(path)));
            if (!rule.id().equals(stem)) {
                throw new Yaml.Refused(1, "the file is named after its rule: " + rule.id() + ".yaml");
            }
            found.put(rule.id(), rule);
        } catch (Yaml.Refused refused) {
            problems.add(new Problem(name(path), refused.line(), stem, refused.reason()));
        }
    }

    private List<Path> list() {
        try (Stream<Path> paths = Files.list(folder.resolve("rules"))) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new Yaml.Refused(0, "the folder rules cannot be read");
        }
    }

    private static Instant instant(Node node) {
        return Block.parsed(
                node,
                "an instant such as 2024-01-01T00:00:00+02:00",
                text -> java.time.OffsetDateTime.parse(text).toInstant());
    }

    /** Text of a file, remembered for the hash. */
    private String text(Path path) {
        try {
            if (Files.size(path) > 4L * Yaml.LONGEST) {
                throw new Yaml.Refused(0, "the file is longer than " + Yaml.LONGEST + " characters");
            }
            byte[] bytes = Files.readAllBytes(path);
            files.put(folder.relativize(path).toString().replace('\\', '/'), bytes);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException bad) {
            throw new Yaml.Refused(0, "the file is not UTF-8");
        } catch (IOException unreadable) {
            throw new Yaml.Refused(0, "the file cannot be read");
        }
    }

    /** SHA-256 over the listing of {@code <sha256>  <path>} lines, sorted by path: what {@code sha256sum} prints. */
    private String hash() {
        StringBuilder listing = new StringBuilder();
        files.forEach((path, bytes) -> listing.append(Hash.sha256(bytes).hex())
                .append("  ")
                .append(path)
                .append('\n'));
        return Hash.sha256(listing.toString()).hex();
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
