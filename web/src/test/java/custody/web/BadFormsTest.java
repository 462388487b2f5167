package custody.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.catalogue.Catalogue;
import custody.record.catalogue.EventKind;
import custody.record.catalogue.Field;
import custody.record.catalogue.FieldType;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every form of the catalogue, with one field spoilt: the error leads to the field and everything typed is still there. */
@DisplayName("A form that is wrong somewhere")
class BadFormsTest extends ServerTest {
    /** What somebody types into every field of a kind, by parameter; each text is its own. */
    private static Map<String, String> typed(EventKind kind) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("occurredAt.date", "24.11.2026");
        typed.put("occurredAt.time", "11:41");
        typed.put("note", "примітка, яку шкода втратити");
        typed.put("lateReason", "черговий був на виклику");
        typed.put("present", "Свідок Перший");
        typed.put("place", "CELL-2");
        for (Field field : kind.fields()) {
            typed(field.type(), "fields." + field.name(), typed);
        }
        return typed;
    }

    private static void typed(FieldType type, String name, Map<String, String> typed) {
        switch (type) {
            case FieldType.Line(int max) -> typed.put(name, text(name, max));
            case FieldType.Lines(int max) -> typed.put(name, text(name, max));
            case FieldType.LineList(int max) -> typed.put(name, text(name, max));
            case FieldType.Code(String _, String example) -> typed.put(name, example);
            case FieldType.Choice(String _, List<String> options, List<String> _) -> typed.put(name, options.getLast());
            case FieldType.Choices(String _, List<String> options) -> typed.put(name, options.getLast());
            case FieldType.YesNo() -> typed.put(name, "false");
            case FieldType.Quantity(long min, long _, String _) -> typed.put(name, Long.toString(min));
            case FieldType.Moment() -> {
                typed.put(name + ".date", "24.11.2026");
                typed.put(name + ".time", "11:37");
            }
            case FieldType.Day() -> typed.put(name, "31.01.1990");
            case FieldType.Officer(), FieldType.Officers() -> typed.put(name, "1000003");
            case FieldType.Room() -> typed.put(name, "MED");
            case FieldType.Cameras _,
                    FieldType.EventReference(),
                    FieldType.EventReferences(),
                    FieldType.Replacements() -> {}
        }
    }

    private static String text(String name, int max) {
        String text = "слово про " + name;
        return text.substring(0, Math.min(max, text.length()));
    }

    /** Parameter and text that the field must refuse; empty where a form cannot send anything wrong. */
    private static Optional<Map.Entry<String, String>> wrong(FieldType type, String name) {
        return switch (type) {
            case FieldType.Line(int max) -> Optional.of(Map.entry(name, "я".repeat(max + 1)));
            case FieldType.Lines(int max) -> Optional.of(Map.entry(name, "я".repeat(max + 1)));
            case FieldType.LineList(int max) -> Optional.of(Map.entry(name, "я".repeat(max + 1)));
            case FieldType.Code _ -> Optional.of(Map.entry(name, "не код"));
            case FieldType.Choice _, FieldType.Choices _, FieldType.Cameras _ ->
                Optional.of(Map.entry(name, "no-such"));
            case FieldType.YesNo() -> Optional.of(Map.entry(name, "може"));
            case FieldType.Quantity _ -> Optional.of(Map.entry(name, "сім"));
            case FieldType.Moment() -> Optional.of(Map.entry(name + ".time", "25:70"));
            case FieldType.Day() -> Optional.of(Map.entry(name, "31.13.1990"));
            case FieldType.Officer(), FieldType.Officers() -> Optional.of(Map.entry(name, "9999999"));
            case FieldType.Room() -> Optional.of(Map.entry(name, "CELL-99"));
            case FieldType.EventReference(), FieldType.EventReferences() -> Optional.of(Map.entry(name, "1"));
            case FieldType.Replacements() -> Optional.empty();
        };
    }

    /** Whether a control can hold any text, so that a wrong one is shown again; a choice cannot. */
    private static boolean holdsAnything(FieldType type) {
        return switch (type) {
            case FieldType.Line _,
                    FieldType.Lines _,
                    FieldType.LineList _,
                    FieldType.Code _,
                    FieldType.Quantity _,
                    FieldType.Moment(),
                    FieldType.Day() -> true;
            case FieldType.Choice _,
                    FieldType.Choices _,
                    FieldType.Cameras _,
                    FieldType.YesNo(),
                    FieldType.Officer(),
                    FieldType.Officers(),
                    FieldType.Room(),
                    FieldType.EventReference(),
                    FieldType.EventReferences(),
                    FieldType.Replacements() -> false;
        };
    }

    @Test
    @DisplayName("leads to the field and keeps what was typed, for every field of every kind")
    void keepsWhatWasTyped() {
        Desk officer = Desk.of(port, "1000001");
        Desk medic = Desk.of(port, "1000003");
        Desk head = Desk.of(port, "1000005");
        String path = Booking.made(officer);
        int tried = 0;
        for (EventKind kind : Catalogue.kinds()) {
            String form = path + "/events/new/" + kind.name();
            Optional<Desk> desk = List.of(officer, medic, head).stream()
                    .filter(each -> each.get(form).statusCode() == 200)
                    .findFirst();
            if (desk.isEmpty()) {
                continue;
            }
            Map<String, String> right = desk.get().filled(form, typed(kind));
            for (Field field : kind.fields()) {
                String name = "fields." + field.name();
                Optional<Map.Entry<String, String>> wrong = wrong(field.type(), name);
                if (wrong.isPresent()) {
                    refused(desk.get(), form, right, name, wrong.get(), holdsAnything(field.type()));
                    tried++;
                }
            }
            refused(desk.get(), form, right, "occurredAt", Map.entry("occurredAt.time", "25:70"), true);
            refused(desk.get(), form, right, "note", Map.entry("note", "я".repeat(4_001)), true);
            refused(desk.get(), form, right, "place", Map.entry("place", "CELL-99"), false);
        }
        assertTrue(tried > 200, "only " + tried);
    }

    private void refused(
            Desk desk,
            String form,
            Map<String, String> right,
            String name,
            Map.Entry<String, String> wrong,
            boolean shownAgain) {
        int before = records.events();
        Map<String, String> typed = new LinkedHashMap<>(right);
        typed.put(wrong.getKey(), wrong.getValue());
        HttpResponse<String> answer = desk.post(form, typed);
        String said = form + " " + name + " " + answer.statusCode();
        assertEquals(422, answer.statusCode(), said);
        assertEquals(before, records.events(), said);
        String page = answer.body();
        assertTrue(page.contains("href=\"#" + name.replace('.', '-') + "\""), () -> said + " no link in " + page);
        typed.forEach((parameter, text) -> {
            if (shown(parameter, wrong.getKey(), shownAgain)) {
                assertTrue(holds(page, text), () -> said + " lost " + parameter + " = " + text + " in " + page);
            }
        });
    }

    private static boolean shown(String parameter, String wrong, boolean shownAgain) {
        return !parameter.equals("_csrf") && (!parameter.equals(wrong) || shownAgain);
    }

    /** As the value of a line, as the text of an area, or as the option that is chosen. */
    private static boolean holds(String page, String text) {
        String escaped =
                Pattern.quote(text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&#34;"));
        String line = "<input (?=[^>]*type=\"(text|hidden)\")[^>]*value=\"" + escaped + "\"";
        String chosen = "value=\"" + escaped + "\"[^>]* (selected|checked)";
        return Pattern.compile(line + "|" + chosen + "|>" + escaped + "</textarea>")
                .matcher(page)
                .find();
    }

    @Test
    @DisplayName("keeps what was typed of a booking, for every field")
    void keepsABooking() {
        Desk desk = Desk.of(port, "1000001");
        Map<String, String> all = new LinkedHashMap<>(Booking.FIELDS);
        all.put("person.patronymic", "Іванович");
        all.put("person.unknown.description", "шрам над бровою");
        all.put("person.birthDate", "31.01.1990");
        all.put("person.citizenship", "UA");
        all.put("basis.offence", "185(3)");
        Map<String, String> right = desk.filled("/records/new", all);
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("person.surname", "я".repeat(101)),
                Map.entry("person.givenName", "а\u202eб"),
                Map.entry("person.patronymic", "я".repeat(101)),
                Map.entry("person.unknown.description", "я".repeat(2_001)),
                Map.entry("person.birthDate", "31.13.1990"),
                Map.entry("person.citizenship", "Україна"),
                Map.entry("person.sex", "no-such"),
                Map.entry("apprehension.at.time", "25:70"),
                Map.entry("apprehension.at.date", "24.11.2027"),
                Map.entry("apprehension.place", "я".repeat(501)),
                Map.entry("apprehension.by", "9999999"),
                Map.entry("basis.kind", "no-such"),
                Map.entry("basis.offence", "я".repeat(201)),
                Map.entry("delivery.at.time", "08:15"),
                Map.entry("delivery.at.date", "завтра"));
        wrong.forEach((parameter, text) -> {
            boolean choice =
                    List.of("person.sex", "apprehension.by", "basis.kind").contains(parameter);
            String control = parameter.replaceFirst("\\.(date|time)$", "");
            refused(desk, "/records/new", right, control, Map.entry(parameter, text), !choice);
        });
    }

    @Test
    @DisplayName("cannot make the server take more than it can keep: 413, or the field by name")
    void cannotBeTooLarge() {
        Desk desk = Desk.of(port, "1000001");
        int before = records.events();
        Map<String, String> form = desk.filled("/records/new", Booking.FIELDS);
        form.put("apprehension.place", "x".repeat(10_000_000));
        int status = desk.post("/records/new", form).statusCode();
        assertTrue(status == 413 || status == 422 || status == 403, "answered " + status);
        assertEquals(before, records.events());
        assertEquals(200, desk.get("/records/new").statusCode());
    }
}
