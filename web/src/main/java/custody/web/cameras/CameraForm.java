package custody.web.cameras;

import custody.record.places.Room;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.ErrorLink;
import custody.web.components.Option;
import custody.web.forms.Typed;
import custody.web.session.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The controls that describe a camera. */
final class CameraForm {
    private final Visit visit;
    private final Typed typed;
    private final List<ErrorLink> errors;

    CameraForm(Visit visit, Typed typed, List<ErrorLink> errors) {
        this.visit = visit;
        this.typed = typed;
        this.errors = errors;
    }

    /** Where it hangs and what it shows; {@code fresh} asks for its id too. */
    List<Control> place(boolean fresh) {
        List<Control> controls = new ArrayList<>();
        if (fresh) {
            controls.add(line("id", 20));
        }
        controls.add(line("name", 0));
        controls.add(new Control.Menus(face("room"), List.of(rooms())));
        controls.add(new Control.Radios(face("aim"), List.of(option("room", "aim"), option("door", "aim")), true));
        controls.add(line("direction", 0));
        controls.add(new Control.Ticks(
                face("used"),
                List.of(new Option(
                        "true", say("cameras.used.yes"), typed.one("used").equals("true")))));
        return controls;
    }

    /** Where its streams are. */
    List<Control> streams() {
        return List.of(line("address", 0), line("second", 0), line("user", 20));
    }

    /** The password's control: always empty. */
    Control.Line password() {
        return new Control.Line(face("password"), "", 20, null, null);
    }

    /** Whether the camera needs no account. */
    Control open() {
        return new Control.Ticks(
                face("open"),
                List.of(new Option(
                        "true", say("cameras.open.yes"), typed.one("open").equals("true"))));
    }

    private List<Option> rooms() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", say("form.choose"), typed.one("room").isEmpty()));
        for (Room room : visit.facility().rooms()) {
            String code = room.code().code();
            String text = room.name() + " · " + visit.wording().constant(room.privacy());
            options.add(new Option(code, text, code.equals(typed.one("room"))));
        }
        return options;
    }

    private Option option(String value, String field) {
        return new Option(value, say("cameras." + field + "." + value), value.equals(typed.one(field)));
    }

    private Control.Line line(String name, int width) {
        return new Control.Line(face(name), typed.one(name), width, null, null);
    }

    private Face face(String name) {
        return new Face(name, name, say("cameras." + name), hint(name), error(name), false);
    }

    private @Nullable String hint(String name) {
        return switch (name) {
            case "id" -> say("cameras.id.hint");
            case "direction" -> say("cameras.direction.hint");
            case "address" -> say("cameras.address.hint");
            case "second" -> say("cameras.second.hint");
            case "password" -> say("cameras.password.hint");
            default -> null;
        };
    }

    private @Nullable String error(String name) {
        return errors.stream()
                .filter(link -> link.target().equals(name))
                .findFirst()
                .map(ErrorLink::text)
                .orElse(null);
    }

    private String say(String key) {
        return visit.wording().say(key);
    }
}
