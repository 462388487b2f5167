package custody.store.rulepacks;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A file of worked cases. Who keeps its rule decides what its cases look like; what each key means stands in
 * docs/writing-rules.md. The node's tests play them through the API.
 */
public sealed interface Cases permits CaseFile, CellCases, AppointmentCases, LookCases {

    /** The file, below the folder of rule packs. */
    String name();

    /** Provision as it is cited. */
    String provision();

    /** Id of the rule that the cases are of, where a case names no other. */
    String rule();

    /** A file while it is read. */
    record Source(String name, Pack pack, Block block, String provision, Rule rule) {

        /** A rule that a file or a case names. */
        Rule rule(Node node) {
            return Cases.rule(pack, node);
        }

        /** Its cases, at least one. */
        List<Block> cases() {
            Node cases = block.need("cases");
            List<Block> found = Block.list(cases, Block::of);
            if (found.isEmpty()) {
                throw Block.at(cases, "there is no case");
            }
            return found;
        }
    }

    /** Reads one file below {@code root}; throws {@link BadRulePack} with file and line where it cannot be what it should. */
    static Cases read(Path root, Path path, Pack pack) {
        String name = root.relativize(path).toString().replace('\\', '/');
        String rule = "";
        try {
            Block block = Block.of(Yaml.read(Files.readString(path, StandardCharsets.UTF_8)));
            rule = block.needText("rule");
            Cases read =
                    read(new Source(name, pack, block, block.needText("provision"), rule(pack, block.need("rule"))));
            block.done();
            return read;
        } catch (Yaml.Refused refused) {
            throw new BadRulePack(List.of(new Problem(name, refused.line(), rule, refused.reason())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cases cannot be read", unreadable);
        }
    }

    private static Rule rule(Pack pack, Node node) {
        return pack.rules().stream()
                .filter(rule -> rule.id().equals(Block.text(node)))
                .findFirst()
                .orElseThrow(() -> Block.at(node, "the pack has no rule " + Block.text(node)));
    }

    private static Cases read(Source source) {
        return switch (source.rule()) {
            case Rule.Refusal refusal ->
                switch (refusal.keptBy()) {
                    case BOARD, RECORD -> CaseFile.read(source);
                    case ALLOCATION -> CellCases.read(source);
                    case APPOINTMENT -> AppointmentCases.read(source);
                    case ACCESS -> LookCases.read(source);
                };
            case Rule.Deadline _,
                    Rule.MaximumDuration _,
                    Rule.ForbiddenWindow _,
                    Rule.RequiredPresence _,
                    Rule.Recurrence _,
                    Rule.DailyAmount _ -> CaseFile.read(source);
        };
    }
}
