package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.places.Officer.Category;
import custody.web.components.Control;
import custody.web.components.Control.Face;
import custody.web.components.ErrorLink;
import custody.web.components.Option;
import custody.web.forms.Typed;
import custody.web.session.StaffDesk;
import custody.web.session.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The controls that describe an officer. */
final class OfficerForm {
    private OfficerForm() {}

    static List<Control> controls(Visit visit, StaffDesk staff, Typed typed, boolean fresh, List<ErrorLink> errors) {
        List<Control> controls = new ArrayList<>();
        if (fresh) {
            controls.add(line(visit, typed, "badge", 10, errors));
        }
        controls.add(line(visit, typed, "name", 0, errors));
        controls.add(line(visit, typed, "rank", 20, errors));
        controls.add(line(visit, typed, "post", 0, errors));
        controls.add(new Control.Menus(face(visit, "category", errors), List.of(categories(visit, staff, typed))));
        controls.add(new Control.Ticks(
                face(visit, "active", errors),
                List.of(new Option(
                        "true",
                        visit.wording().say("form.yes"),
                        typed.one("active").equals("true")))));
        return controls;
    }

    private static List<Option> categories(Visit visit, StaffDesk staff, Typed typed) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                "", visit.wording().say("form.choose"), typed.one("category").isEmpty()));
        for (Category category : Category.values()) {
            if (!staff.mayMake(visit, category)) {
                continue;
            }
            String name = Wire.name(category);
            options.add(new Option(name, visit.wording().constant(category), name.equals(typed.one("category"))));
        }
        return options;
    }

    private static Control line(Visit visit, Typed typed, String name, int width, List<ErrorLink> errors) {
        return new Control.Line(face(visit, name, errors), typed.one(name), width, null, null);
    }

    private static Face face(Visit visit, String name, List<ErrorLink> errors) {
        String error = errors.stream()
                .filter(link -> link.target().equals(name))
                .findFirst()
                .map(ErrorLink::text)
                .orElse(null);
        return new Face(name, name, visit.wording().say("admin." + name), null, error, false);
    }

    static Optional<Category> category(String name) {
        return Arrays.stream(Category.values())
                .filter(category -> Wire.name(category).equals(name))
                .findFirst();
    }
}
