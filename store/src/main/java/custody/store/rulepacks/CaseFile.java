package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.FieldType;
import custody.record.law.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Cases of rules that a board judges: what happened, and how the rule's clocks stand when. */
public record CaseFile(String name, String provision, String rule, List<String> zeros, List<Worked> cases)
        implements Cases {
    private static final Set<String> STATES =
            Set.of("running", "met", "met-late", "breached", "suspended", "not-applicable");

    /** One case: events, and what is expected when; {@code line} is where it begins in its file. */
    public record Worked(
            int line,
            String name,
            String rule,
            @Nullable String martialLaw,
            List<Map<String, Object>> events,
            List<Row> expect) {}

    /** What is expected at a time: the states of all clocks of the rule, and where said due and met of the last. */
    public record Row(
            int line,
            String at,
            String states,
            @Nullable String due,
            @Nullable String met) {}

    static CaseFile read(Source source) {
        CaseEvents events = CaseEvents.of(source);
        List<Map<String, Object>> common = events.read(source.block().find("events"), List.of());
        List<Worked> cases = new ArrayList<>();
        for (Block block : source.cases()) {
            cases.add(worked(source, block, events, common));
        }
        return new CaseFile(source.name(), source.provision(), source.rule().id(), events.zeros(), List.copyOf(cases));
    }

    private static Worked worked(Source source, Block block, CaseEvents events, List<Map<String, Object>> common) {
        Node instead = block.find("instead");
        List<Map<String, Object>> before = instead == null ? common : events.read(instead, List.of());
        Node rule = block.find("rule");
        Worked worked = new Worked(
                Block.line(block.node()),
                block.needText("name"),
                rule == null ? source.rule().id() : judged(source, rule),
                law(block.find("martial-law"), events),
                events.read(block.find("events"), before),
                Block.list(block.need("expect"), row -> row(row, events)));
        if (worked.events().isEmpty()) {
            throw Block.at(block.node(), "nothing happens in this case");
        }
        events.recordable(block.node(), worked.events());
        block.done();
        return worked;
    }

    private static String judged(Source source, Node node) {
        Rule rule = source.rule(node);
        if (rule instanceof Rule.Refusal refusal && !onBoard(refusal)) {
            throw Block.at(node, "no board judges " + rule.id() + ": its cases stand in a file of its own");
        }
        return rule.id();
    }

    private static boolean onBoard(Rule.Refusal refusal) {
        return switch (refusal.keptBy()) {
            case BOARD, RECORD -> true;
            case ALLOCATION, APPOINTMENT, ACCESS -> false;
        };
    }

    /** {@code 0s..30h}; what is left out after the dots has no end. */
    private static @Nullable String law(@Nullable Node node, CaseEvents events) {
        if (node == null) {
            return null;
        }
        String[] ends = Block.text(node).split("\\.\\.", 2);
        events.time(node, ends[0]);
        if (ends.length == 2 && !ends[1].isEmpty()) {
            events.time(node, ends[1]);
        }
        return Block.text(node);
    }

    /** When, state, due, met. */
    private static Row row(Node node, CaseEvents events) {
        List<String> row = Block.list(node, Block::text);
        if (row.size() < 2 || row.size() > 4) {
            throw Block.at(node, "expected when, state, due, met");
        }
        events.time(node, row.getFirst());
        for (String state : row.get(1).split("\\+", -1)) {
            if (!STATES.contains(state)) {
                throw Block.at(node, "a clock is never " + state);
            }
        }
        row.stream().skip(2).filter(time -> !time.equals("-")).forEach(time -> events.time(node, time));
        return new Row(Block.line(node), row.getFirst(), row.get(1), said(row, 2), said(row, 3));
    }

    private static @Nullable String said(List<String> row, int place) {
        return row.size() <= place || row.get(place).equals("-") ? null : row.get(place);
    }

    /** A mapping as it stands in the file, in its order. */
    public static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> found = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> found.put(key.toString(), Objects.requireNonNull(item)));
        }
        return found;
    }

    /** An event's fields, where another event stands by its label; {@code ids} says what it is recorded by. */
    public static Map<String, Object> named(String kind, @Nullable Object value, UnaryOperator<String> ids) {
        Map<String, Object> said = map(value);
        Catalogue.kind(kind)
                .ifPresent(type -> said.replaceAll((name, written) -> type.field(name)
                                .filter(field -> field.type() instanceof FieldType.EventReference)
                                .isPresent()
                        ? ids.apply(written.toString())
                        : written));
        return said;
    }
}
