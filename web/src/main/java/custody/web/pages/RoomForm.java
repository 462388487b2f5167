package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.events.RoomCode;
import custody.record.places.Room;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.ErrorLink;
import custody.web.components.Option;
import custody.web.forms.Plain;
import custody.web.forms.Standing;
import custody.web.forms.Typed;
import custody.web.session.Visit;
import custody.web.words.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The controls that describe a room. */
final class RoomForm {
    private RoomForm() {}

    static List<Control> room(Visit visit, Typed typed, List<ErrorLink> errors) {
        return List.of(
                line(visit, typed, "code", 10, null, errors),
                line(visit, typed, "name", 0, null, errors),
                menu(visit, typed, "kind", Room.Kind.values(), errors),
                menu(visit, typed, "privacy", Room.Privacy.values(), errors),
                menu(visit, typed, "designation", Room.Designation.values(), errors),
                line(visit, typed, "area", 5, visit.wording().say("admin.room.square-metres"), errors),
                line(visit, typed, "capacity", 3, null, errors));
    }

    /** A room as it stands, for whoever puts it anew. */
    static Standing standing(Visit visit, Room room) {
        Wording say = visit.wording();
        String text = String.join(
                ", ",
                List.of(
                        room.name(),
                        say.constant(room.kind()),
                        say.constant(room.privacy()),
                        say.constant(room.designation()),
                        say.hundredths(room.area()) + "\u00a0" + say.say("admin.room.square-metres"),
                        say.say("admin.room.capacity") + " " + room.capacity()));
        return new Standing(
                "room." + room.code().code(), room.toString(), room.code().code(), text);
    }

    /** The room that was typed; empty where {@code errors} say why not. */
    static Optional<Room> read(Visit visit, Typed typed, List<ErrorLink> errors) {
        String code = typed.one("code").strip();
        if (!code.matches("[A-Z0-9-]{1,20}")) {
            errors.add(new ErrorLink("code", visit.wording().say("admin.code-form")));
        }
        if (!Plain.said(typed.one("name"), 200)) {
            errors.add(new ErrorLink("name", visit.wording().say("admin.name-needed")));
        }
        Optional<Room.Kind> kind = chosen(Room.Kind.values(), "kind", visit, typed, errors);
        Optional<Room.Privacy> privacy = chosen(Room.Privacy.values(), "privacy", visit, typed, errors);
        Optional<Room.Designation> designation = chosen(Room.Designation.values(), "designation", visit, typed, errors);
        String area =
                typed.one("area").isBlank() ? "0" : typed.one("area").strip().replace(',', '.');
        if (!area.matches("[0-9]{1,4}(\\.[0-9]{1,2})?")) {
            errors.add(new ErrorLink("area", visit.wording().say("admin.area-form")));
        }
        String capacity =
                typed.one("capacity").isBlank() ? "0" : typed.one("capacity").strip();
        if (!capacity.matches("[0-9]{1,3}")) {
            errors.add(new ErrorLink("capacity", visit.wording().say("admin.capacity-form")));
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Room(
                new RoomCode(code),
                typed.one("name").strip(),
                kind.orElseThrow(),
                privacy.orElseThrow(),
                true,
                (int) Math.round(Double.parseDouble(area) * 100),
                Integer.parseInt(capacity),
                designation.orElseThrow(),
                null));
    }

    /** The constant of that name, the first where nothing was chosen; empty, with an error, where there is none of that name. */
    private static <E extends Enum<E>> Optional<E> chosen(
            E[] constants, String name, Visit visit, Typed typed, List<ErrorLink> errors) {
        String word = typed.one(name);
        Optional<E> found = Arrays.stream(constants)
                .filter(constant -> word.isEmpty() || Wire.name(constant).equals(word))
                .findFirst();
        if (found.isEmpty()) {
            errors.add(new ErrorLink(name, visit.wording().say("form.choose-one")));
        }
        return found;
    }

    private static Control line(
            Visit visit, Typed typed, String name, int width, @Nullable String suffix, List<ErrorLink> errors) {
        return new Control.Line(face(visit, name, errors), typed.one(name), width, suffix, null);
    }

    private static Control menu(Visit visit, Typed typed, String name, Enum<?>[] constants, List<ErrorLink> errors) {
        List<Option> options = Arrays.stream(constants)
                .map(constant -> new Option(
                        Wire.name(constant),
                        visit.wording().constant(constant),
                        Wire.name(constant).equals(typed.one(name))))
                .toList();
        return new Control.Menus(face(visit, name, errors), List.of(options));
    }

    private static Face face(Visit visit, String name, List<ErrorLink> errors) {
        String error = errors.stream()
                .filter(link -> link.target().equals(name))
                .findFirst()
                .map(ErrorLink::text)
                .orElse(null);
        return new Face(name, name, visit.wording().say("admin.room." + name), null, error, false);
    }
}
