package custody.web.forms;

import custody.web.components.Control;
import custody.web.components.Option;
import custody.web.components.Row;
import custody.web.session.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a form puts as it stands now. A form that puts a whole thing carries digests of what it was filled from: where
 * somebody else has put something since, what was typed must not undo it unseen.
 *
 * @param name which thing, in no language
 * @param value as it is sent, in no language; empty for nothing
 * @param label what it is, in words
 * @param text how it stands, in words
 */
public record Standing(String name, String value, String label, String text) {
    /** The hidden field that carries the digests. */
    public static final String SEEN = "seen";

    private static final int DIGITS = 16;
    private static final String NOTHING = "–";

    /** What controls hold that were filled from what stands. */
    public static List<Standing> of(List<Control> controls) {
        return controls.stream().map(Standing::of).toList();
    }

    private static Standing of(Control control) {
        return switch (control) {
            case Control.Line line -> said(line, line.value());
            case Control.Area area -> said(area, area.value());
            case Control.LineList list -> said(list, String.join("\n", list.values()));
            case Control.When when -> said(when, (when.date() + " " + when.time()).strip());
            case Control.BodyPlace place ->
                said(place, place.across().value() + " " + place.down().value());
            case Control.Radios radios -> chosen(radios, radios.options().stream());
            case Control.Ticks ticks -> chosen(ticks, ticks.options().stream());
            case Control.Menus menus -> chosen(menus, menus.menus().stream().flatMap(List::stream));
        };
    }

    private static Standing said(Control control, String value) {
        return new Standing(control.face().name(), value, control.face().label(), value);
    }

    private static Standing chosen(Control control, Stream<Option> options) {
        List<Option> chosen = options.filter(Option::chosen).toList();
        return new Standing(
                control.face().name(),
                chosen.stream().map(Option::value).collect(Collectors.joining("\n")),
                control.face().label(),
                chosen.stream().map(Option::text).collect(Collectors.joining(", ")));
    }

    /** What the hidden field holds. */
    public static String seen(List<Standing> all) {
        return all.stream().map(one -> one.name() + ":" + one.digest()).collect(Collectors.joining(" "));
    }

    /** How that stands now which is not as {@code seen} says; a thing that it does not name was not there. */
    public static List<Row> changed(String seen, List<Standing> all) {
        Map<String, String> before = new HashMap<>();
        for (String part : seen.split(" ", -1)) {
            int colon = part.lastIndexOf(':');
            if (colon > 0) {
                before.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        List<Row> changed = new ArrayList<>();
        for (Standing one : all) {
            if (!one.digest().equals(before.getOrDefault(one.name(), digest("")))) {
                changed.add(new Row(one.label(), one.text().isEmpty() ? NOTHING : one.text()));
            }
        }
        return changed;
    }

    private String digest() {
        return digest(value);
    }

    private static String digest(String value) {
        return Tokens.digest(value).substring(0, DIGITS);
    }
}
