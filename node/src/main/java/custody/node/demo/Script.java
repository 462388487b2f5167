package custody.node.demo;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.FieldType;
import custody.record.detention.Refusal;
import custody.record.events.Badge;
import custody.record.events.Fact;
import custody.record.events.RoomCode;
import custody.record.events.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns written lines into entries of a story: conditions, times, names and phrases are filled in. */
final class Script {
    private static final Map<String, Badge> WRITERS = Map.of(
            "custody", DemoOfficers.CUSTODY,
            "apprehending", DemoOfficers.APPREHENDING,
            "medic", DemoOfficers.MEDIC,
            "investigator", DemoOfficers.INVESTIGATOR,
            "head", DemoOfficers.HEAD,
            "prosecutor", DemoOfficers.PROSECUTOR,
            "advocate", DemoOfficers.ADVOCATE,
            "ombudsman", DemoOfficers.OMBUDSMAN,
            "duty", DemoOfficers.DUTY);

    private final Story story;
    private final Slots slots;

    Script(Story story, Slots slots) {
        this.story = story;
        this.slots = slots;
    }

    /** Tells those lines whose conditions hold. {@code at} holds the times they count from. */
    void tell(List<String> lines, When at) {
        for (String written : lines) {
            Line line = Line.parse(written);
            if (slots.hold(line.instruction("if").orElse(""))
                    && story.chance(
                            line.instruction("chance").map(Integer::parseInt).orElse(100))) {
                tell(line, at);
            }
        }
    }

    private void tell(Line line, When times) {
        Instant exact = times.at(line.when());
        double spread = line.instruction("spread").map(Double::parseDouble).orElse(0.7);
        Instant at = spread == 0 ? exact : story.after(exact, 0, spread);
        Badge who = writer(line.who());
        Told told = Told.of(at, who, fact(line, times));
        if (line.instruction("until").isPresent()) {
            double minutes = Double.parseDouble(line.instruction("until").orElseThrow());
            told = told.until(at.plusSeconds((long) (minutes * 60) + story.number(0, 40)));
        }
        if (line.instruction("busy").isPresent()) {
            story.diary.take(at, at.plus(minutes(line.instruction("busy").orElseThrow())));
        }
        if (line.instruction("away").isPresent()) {
            story.diary.leave(at, at.plus(minutes(line.instruction("away").orElseThrow())));
        }
        story.tell(instructed(told, line));
    }

    private Told instructed(Told plain, Line line) {
        Told told = plain;
        for (Map.Entry<String, String> instruction : line.instructions().entrySet()) {
            String value = slots.fill(instruction.getValue()).orElse("");
            told = switch (instruction.getKey()) {
                case "place" -> told.in(new RoomCode(value));
                case "name" -> told.named(value);
                case "by" -> told.by(writer(value));
                case "present" -> value.isEmpty() ? told : told.with(value.split("; ", -1));
                case "note" -> told.noted(value);
                case "delay" -> told.late(minutes(value), told.lateReason());
                case "late" -> told.late(Optional.ofNullable(told.delay()).orElse(Duration.ofMinutes(25)), value);
                case "refused" -> told.meeting(refusal(value));
                case "until", "busy", "away", "if", "chance", "spread", "person" -> told;
                default -> throw new IllegalArgumentException("no such instruction: " + instruction.getKey());
            };
        }
        return told;
    }

    private Fact fact(Line line, When times) {
        if (line.instruction("person").isPresent()) {
            return Persons.identified(
                    story.person.details(),
                    slots.fill(line.fields().getOrDefault("howEstablished", "-"))
                            .orElse("-"));
        }
        EventKind kind = Catalogue.kind(line.kind())
                .orElseThrow(() -> new IllegalArgumentException("no such kind: " + line.kind()));
        Map<String, Value> values = new LinkedHashMap<>();
        line.fields()
                .forEach((name, written) -> slots.fill(written)
                        .filter(text -> !text.isEmpty() && !text.equals("-"))
                        .ifPresent(text -> values.put(name, value(kind, name, text, times))));
        return Facts.of(line.kind(), values);
    }

    private Value value(EventKind kind, String name, String text, When times) {
        FieldType type = kind.field(name).map(field -> field.type()).orElse(new FieldType.Line(1));
        return switch (type) {
            case FieldType.Moment() -> new Value.Text(times.at(text).toString());
            case FieldType.EventReference() ->
                new Value.Text(story.event(text.substring(1)).toString());
            case FieldType.EventReferences() ->
                new Value.Texts(Arrays.stream(text.split("; ", -1))
                        .map(event -> story.event(event.substring(1)).toString())
                        .toList());
            case FieldType.Choices _, FieldType.Officers(), FieldType.LineList _, FieldType.Cameras _ ->
                new Value.Texts(List.of(text.split("; ", -1)));
            case FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.Code _,
                    FieldType.Choice _,
                    FieldType.YesNo(),
                    FieldType.Quantity _,
                    FieldType.Day(),
                    FieldType.Officer(),
                    FieldType.Room(),
                    FieldType.Replacements() -> new Value.Text(text);
        };
    }

    private static Duration minutes(String text) {
        return Duration.ofSeconds((long) (Double.parseDouble(text) * 60));
    }

    private static Badge writer(String word) {
        Badge badge = WRITERS.get(word);
        if (badge == null) {
            throw new IllegalArgumentException("nobody in the demo is called " + word);
        }
        return badge;
    }

    private static Class<? extends Refusal> refusal(String name) {
        return Arrays.stream(Refusal.class.getPermittedSubclasses())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .<Class<? extends Refusal>>map(type -> type.asSubclass(Refusal.class))
                .orElseThrow(() -> new IllegalArgumentException("no such refusal: " + name));
    }
}
