package custody.web.words;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import custody.record.catalogue.Wire;
import custody.record.law.Clock;
import custody.record.law.rules.Certainty;
import custody.record.law.rules.Demand;
import custody.record.law.rules.Escalation;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes of events and of the law: a Ukrainian page names what they mean and never shows them. */
public final class RawCodes {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d._/-])[a-z]+(?:-[a-z0-9]+)*(?![\\p{L}\\d._/-])");

    /** Scripts, styles, tags, what is said in English besides, and what is cited by its id on purpose: {@code relatives, версія 1}. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?s)<script.*?</script>|<style.*?</style>|<pre.*?</pre>|<(span|div) lang=\"en\".*?</\\1>|<[^>]*>"
                    + "|[a-z0-9-]+, версія \\d+");

    private static final Set<String> CODES = Stream.of(
                    Catalogue.kinds().stream().map(EventKind::name),
                    Catalogue.kinds().stream()
                            .flatMap(kind -> kind.fields().stream())
                            .flatMap(field -> options(field).stream()),
                    names(Demand.class),
                    names(NamedFact.class),
                    names(Standing.class),
                    names(Certainty.class),
                    names(Escalation.Rung.class),
                    names(Clock.State.class))
            .flatMap(codes -> codes)
            .collect(Collectors.toUnmodifiableSet());

    private RawCodes() {}

    private static Stream<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Wire::name);
    }

    private static List<String> options(Field field) {
        return switch (field.type()) {
            case FieldType.Choice choice -> choice.options();
            case FieldType.Choices choices -> choices.options();
            case FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.Code _,
                    FieldType.YesNo _,
                    FieldType.Quantity _,
                    FieldType.Moment _,
                    FieldType.Day _,
                    FieldType.Officer _,
                    FieldType.Officers _,
                    FieldType.Room _,
                    FieldType.EventReference _,
                    FieldType.EventReferences _,
                    FieldType.LineList _,
                    FieldType.Cameras _,
                    FieldType.Replacements _ -> List.of();
        };
    }

    /** Codes that a Ukrainian page shows its reader; empty for anything else. */
    public static List<String> shownIn(String answer) {
        if (!answer.contains("<html lang=\"uk\"")) {
            return List.of();
        }
        String text = ASIDE.matcher(answer).replaceAll(" ");
        return WORD.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(CODES::contains)
                .distinct()
                .toList();
    }
}
