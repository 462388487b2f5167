package custody.web.api;

import custody.record.catalogue.Wire;
import custody.record.law.Board;
import custody.record.law.Clock;
import custody.record.law.Proof;
import custody.record.law.Step;
import custody.record.law.Task;
import custody.record.law.rules.Text;
import custody.web.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Clocks and tasks as JSON. A member that says when or how long is there although it has no value: null says that the
 * clock does not run, or that nothing has been done.
 */
final class LawShapes {
    private LawShapes() {}

    static Map<String, Object> pack(Board.Under under) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", under.pack());
        json.put("version", under.version());
        json.put("hash", under.hash());
        return json;
    }

    static Map<String, @Nullable Object> clock(Clock clock, Instant at, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", clock.rule().id());
        json.put("provision", say(clock.heading().citation(), language));
        json.put("title", say(clock.heading().title(), language));
        json.put("state", Wire.name(clock.state()));
        json.put("standing", Wire.name(clock.standing()));
        json.put("startedAt", text(clock.startedAt()));
        json.put("due", text(clock.due()));
        json.put("metAt", text(clock.metAt()));
        json.put("elapsed", text(clock.elapsed()));
        json.put("remaining", text(clock.remaining(at).orElse(null)));
        json.put(
                "demands",
                clock.heading().demands().stream()
                        .map(demand -> Wire.name(demand))
                        .toList());
        if (!clock.readings().isEmpty()) {
            json.put(
                    "readings",
                    clock.readings().stream()
                            .map(reading -> reading(reading, language))
                            .toList());
        }
        json.put("proof", proof(clock, language));
        return json;
    }

    /** A clock on one line: which, and when it is due. */
    static Map<String, @Nullable Object> line(Clock clock, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", clock.rule().id());
        json.put("provision", say(clock.heading().citation(), language));
        json.put("title", say(clock.heading().title(), language));
        json.put("standing", Wire.name(clock.standing()));
        json.put("due", text(clock.due()));
        return json;
    }

    private static Map<String, @Nullable Object> reading(Clock.ReadingResult reading, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", say(reading.name(), language));
        json.put("provision", say(reading.citation(), language));
        json.put("state", Wire.name(reading.state()));
        json.put("startedAt", text(reading.startedAt()));
        json.put("due", text(reading.due()));
        return json;
    }

    private static Map<String, Object> proof(Clock clock, Language language) {
        Proof proof = clock.proof();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("provision", say(clock.heading().citation(), language));
        json.put("rule", proof.rule());
        json.put("version", proof.version());
        json.put(
                "inputs",
                proof.inputs().stream()
                        .map(input -> Map.of(
                                "event",
                                input.event().toString(),
                                "kind",
                                input.kind(),
                                "at",
                                input.at().toString()))
                        .toList());
        json.put(
                "steps",
                proof.steps().stream().map(step -> step(step, language)).toList());
        return json;
    }

    private static Map<String, Object> step(Step step, Language language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", Wire.name(step.code()));
        json.put("text", step.text(language.tag()));
        json.put("arguments", step.arguments());
        return json;
    }

    static Map<String, @Nullable Object> task(Task task, boolean may, Language language) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", task.rule());
        json.put("provision", say(task.citation(), language));
        json.put("title", say(task.title(), language));
        json.put("standing", Wire.name(task.standing()));
        json.put("due", text(task.due()));
        json.put("overdue", task.overdue());
        json.put("kind", task.kind());
        json.put("fields", task.prefilled());
        json.put("otherKinds", task.otherKinds());
        json.put("attempts", task.attempts().stream().map(Instant::toString).toList());
        json.put("permitted", may);
        return json;
    }

    static String say(Text text, Language language) {
        return language == Language.UK ? text.uk() : text.en();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
