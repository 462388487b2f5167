package custody.store.rulepacks;

import custody.record.catalogue.Catalogue;
import custody.record.law.rules.Activity;
import custody.record.law.rules.Condition;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.Heading;
import custody.record.law.rules.Limit;
import custody.record.law.rules.Need;
import custody.record.law.rules.Pattern;
import custody.record.law.rules.Postponement;
import custody.record.law.rules.Reading;
import custody.record.law.rules.Rule;
import custody.record.law.rules.Standing;
import custody.record.law.rules.Text;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one rule. One method a kind of rule; the keys of each kind are listed in docs/writing-rules.md. */
final class Rules {
    private static final List<Integer> USUAL = List.of(50, 75, 90);
    private static final List<Integer> IMMEDIATE = List.of(75);
    private final Conditions conditions;
    private final Headings headings;
    private final Acts acts;

    Rules(Conditions conditions, Escalation ladder, Acts acts) {
        this.conditions = conditions;
        this.headings = new Headings(conditions, ladder, acts);
        this.acts = acts;
    }

    Rule read(Node node) {
        Block block = Block.of(node);
        Node kind = block.need("kind");
        Rule rule = switch (Block.text(kind)) {
            case "deadline" -> deadline(block);
            case "maximum-duration" -> duration(block);
            case "forbidden-window" -> window(block);
            case "required-presence" -> presence(block);
            case "recurrence" -> recurrence(block);
            case "daily-amount" -> daily(block);
            case "refusal" -> refusal(block);
            default -> throw Block.at(kind, "unknown kind of rule " + Block.text(kind));
        };
        block.done();
        return rule;
    }

    private Rule deadline(Block block) {
        List<Reading> readings = readings(block);
        Node suspended = block.find("suspended-while");
        boolean each = block.flag("each");
        if (each && readings.size() > 1) {
            throw Block.at(block.node(), "a rule with several readings cannot count each event");
        }
        if (suspended != null && readings.stream().anyMatch(reading -> reading.until() != null)) {
            throw Block.at(
                    suspended, "what an event says until is an instant: nothing stops it, and until stands alone");
        }
        Heading heading = heading(
                block,
                readings.stream().flatMap(reading -> reading.limits().stream()).toList());
        return new Rule.Deadline(
                heading,
                readings,
                needs(block),
                each,
                block.flag("counts-once-known"),
                back(block),
                suspended == null ? null : conditions.read(suspended));
    }

    /** {@code done-before: 60m}, or {@code done-since-apprehension: yes}. */
    private static Duration back(Block block) {
        Node before = block.find("done-before");
        boolean always = block.flag("done-since-apprehension");
        return before == null ? (always ? Duration.ofDays(400) : Duration.ZERO) : Limits.length(before);
    }

    private List<Reading> readings(Block block) {
        Node several = block.find("readings");
        if (several == null) {
            return List.of(reading(new Text("", ""), Condition.ALWAYS, block, block));
        }
        return Block.list(several, node -> reading(Block.of(node), block));
    }

    private Reading reading(Block block, Block rule) {
        Reading reading = reading(Words.text(block.need("name")), conditions.optional(block.find("when")), block, rule);
        block.done();
        return reading;
    }

    /** {@code limit}, or {@code until}: the field in which the event itself says it. */
    private Reading reading(Text name, Condition when, Block block, Block rule) {
        List<Pattern> from = Words.patterns(block.need("from"));
        Node until = block.find("until");
        Node limit = block.find("limit");
        if (until != null && limit != null) {
            throw Block.at(until, "a deadline says either limit or until");
        }
        return new Reading(
                name,
                acts.citation(block.need("provision")),
                when,
                from,
                until == null ? limits(rule).read(limit, block.node()) : List.of(),
                until == null ? null : Words.end(from, until));
    }

    /** {@code done-by}: any of these; {@code done-by-all}: each of these, some only for some people. */
    private List<Need> needs(Block block) {
        Node any = block.find("done-by");
        Node all = block.find("done-by-all");
        if ((any == null) == (all == null)) {
            throw Block.at(block.node(), "a deadline says either done-by or done-by-all");
        }
        return any == null
                ? Block.list(block.need("done-by-all"), this::need)
                : List.of(new Need(Condition.ALWAYS, Words.patterns(any)));
    }

    private Need need(Node node) {
        if (node instanceof MappingNode && Block.of(node).has("any-of")) {
            Block block = Block.of(node);
            Need need = new Need(conditions.optional(block.find("when")), Words.patterns(block.need("any-of")));
            block.done();
            return need;
        }
        return new Need(Condition.ALWAYS, List.of(Words.pattern(node)));
    }

    private Rule duration(Block block) {
        List<Limit> limits = limits(block).read(block.find("limit"), block.node());
        Rule.MaximumDuration.Per per = Words.choice(Rule.MaximumDuration.Per.class, block.need("per"), "per");
        return new Rule.MaximumDuration(heading(block, limits), activity(block), limits, per);
    }

    private Rule window(Block block) {
        Activity activity = activity(block);
        LocalTime from = time(block.need("forbidden-from"));
        LocalTime to = time(block.need("forbidden-to"));
        if (from.equals(to)) {
            throw Block.at(block.node(), "a window opens and closes at different times");
        }
        Node except = block.find("except-with");
        Node whole = block.find("part-of");
        Activity partOf = whole == null ? null : whole(Block.of(whole));
        if (except != null) {
            requireField(activity.begins(), except, Block.text(except));
            if (whole != null && partOf != null) {
                requireField(partOf.begins(), whole, Block.text(except));
            }
        }
        return new Rule.ForbiddenWindow(
                heading(block, List.of()), activity, from, to, except == null ? null : Block.text(except), partOf);
    }

    private Activity whole(Block block) {
        Activity activity = activity(block);
        block.done();
        return activity;
    }

    private Rule presence(Block block) {
        List<Pattern> during = Words.patterns(block.need("during"));
        Node continued = block.find("continued-by");
        List<Pattern> stretches = continued == null ? List.of() : Words.patterns(continued);
        Node ends = block.find("ends");
        Requirements requirements = new Requirements(
                conditions, Stream.concat(during.stream(), stretches.stream()).toList());
        return new Rule.RequiredPresence(
                heading(block, List.of()),
                during,
                stretches,
                ends == null ? List.of() : Words.patterns(ends),
                Block.list(block.need("requires"), requirements::read));
    }

    private Postponement postponement(Node by, Block block) {
        Node within = block.need("postponed-for");
        List<Limit> limits = limits(block).read(within, block.node());
        if (limits.size() != 1) {
            throw Block.at(within, "a postponement has one limit");
        }
        return new Postponement(Words.patterns(by), limits.getFirst());
    }

    private Rule recurrence(Block block) {
        List<Limit> every = limits(block).read(block.find("every"), block.node());
        Node first = block.find("first");
        Node suspended = block.find("suspended-while");
        Node paused = block.find("paused-while");
        Node postponed = block.find("postponed-by");
        if (suspended != null && paused != null) {
            throw Block.at(paused, "a rule says either suspended-while or paused-while");
        }
        if (paused != null && every.size() > 1) {
            throw Block.at(paused, "paused-while stands beside one limit only: a rhythm that changes is not paused");
        }
        return new Rule.Recurrence(
                heading(block, every, List.of()),
                Words.patterns(block.need("from")),
                first == null ? null : Limits.length(first),
                every,
                Words.patterns(block.need("done-by")),
                suspended == null ? null : conditions.read(suspended),
                paused == null ? null : conditions.read(paused),
                postponed == null ? null : postponement(postponed, block));
    }

    private Rule daily(Block block) {
        Node amount = block.find("amount");
        int times = block.number("times", 0);
        if ((amount == null) == (times < 1)) {
            throw Block.at(block.node(), "the limit is missing: either times or amount");
        }
        Node except = block.find("except-while");
        Node day = block.need("day");
        if (Words.choice(Rule.DailyAmount.Day.class, day, "day") == Rule.DailyAmount.Day.PART
                && (amount != null || except != null)) {
            throw Block.at(day, "of a part of a day only times are owed, without an exception");
        }
        List<Limit> amounts = amount == null ? List.of() : limits(block).read(amount, block.node());
        return new Rule.DailyAmount(
                heading(block, amounts, List.of()),
                Words.patterns(block.need("of")),
                times,
                amounts,
                block.flag("unbroken"),
                except == null ? null : conditions.read(except),
                Words.choice(Rule.DailyAmount.Day.class, day, "day"),
                Words.patterns(block.need("from")));
    }

    private Rule refusal(Block block) {
        Node forbids = block.find("forbids");
        Rule.Refusal.Keeper keeper = Words.choice(Rule.Refusal.Keeper.class, block.need("kept-by"), "keeper");
        if (forbids == null && keeper == Rule.Refusal.Keeper.BOARD) {
            throw Block.at(block.node(), "a refusal kept by the board says what it forbids");
        }
        Node except = block.find("except");
        return new Rule.Refusal(
                heading(block, List.of()),
                forbids == null ? List.of() : Words.patterns(forbids),
                except == null ? List.of() : Words.patterns(except),
                keeper);
    }

    private Activity activity(Block block) {
        Node ends = block.find("ends");
        List<Pattern> begins = Words.patterns(block.need("begins"));
        Node paired = block.find("paired-by");
        if (paired == null) {
            return new Activity(begins, ends == null ? List.of() : Words.patterns(ends));
        }
        if (ends == null) {
            throw Block.at(paired, "paired-by stands beside ends");
        }
        String field = Block.text(paired);
        requireField(begins, paired, field);
        requireField(Words.patterns(ends), paired, field);
        return new Activity(begins, Words.patterns(ends), field);
    }

    /** At least one of the kinds must be able to say it. */
    private static void requireField(List<Pattern> kinds, Node node, String field) {
        boolean known = kinds.stream()
                .flatMap(kind -> Catalogue.kind(kind.kind()).stream())
                .anyMatch(kind -> kind.field(field).isPresent());
        if (!known) {
            throw Block.at(node, "none of these events has a field " + field);
        }
    }

    private static LocalTime time(Node node) {
        return Block.parsed(node, "a time of day such as \"22:00\"", LocalTime::parse);
    }

    private Limits limits(Block block) {
        return new Limits(conditions, stated(block) == null ? Standing.LAW : Standing.STANDARD);
    }

    private static @Nullable Standing stated(Block block) {
        Node standing = block.find("standing");
        return standing == null || Words.choice(Standing.class, standing, "standing") == Standing.LAW
                ? null
                : Standing.STANDARD;
    }

    private Heading heading(Block block, List<Limit> limits) {
        return heading(block, limits, null);
    }

    private Heading heading(Block block, List<Limit> limits, @Nullable List<Integer> warnings) {
        boolean standard = stated(block) != null
                || (!limits.isEmpty() && limits.stream().allMatch(limit -> limit.standing() == Standing.STANDARD));
        List<Integer> usual = warnings == null ? (standard ? IMMEDIATE : USUAL) : warnings;
        return headings.read(block, standard ? Standing.STANDARD : Standing.LAW, usual);
    }
}
