package custody.web.forms;

import custody.record.detention.CustodyRecord;
import custody.record.detention.Entry;
import custody.record.events.Event;
import custody.record.events.MedicalFact.Injury;
import custody.web.components.Control;
import custody.web.components.Control.BodyPlace;
import custody.web.components.Control.Face;
import custody.web.components.Control.Line;
import custody.web.components.Control.Mark;
import custody.web.components.Control.Radios;
import custody.web.components.Control.Spot;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figure on which an injury is placed, instead of three numbers; what the record knows already is marked on it. */
public final class BodyMap {
    private BodyMap() {}

    /** The controls with side, across and down joined into one figure, where a form has the three. */
    static List<Control> join(List<Control> controls, @Nullable CustodyRecord record, Wording say, Times times) {
        Control side = named(controls, "fields.side");
        Control across = named(controls, "fields.x");
        Control down = named(controls, "fields.y");
        if (!(side instanceof Radios radios) || !(across instanceof Line x) || !(down instanceof Line y)) {
            return controls;
        }
        Face face = new Face("body-place", "", say.say("body.title"), say.say("body.hint"), null, false);
        BodyPlace figure =
                new BodyPlace(face, radios, x, y, marks(record, say, times), say.say("body.part"), spots(say));
        List<Control> joined = new ArrayList<>();
        for (Control control : controls) {
            if (control.equals(side)) {
                joined.add(figure);
            } else if (!control.equals(across) && !control.equals(down)) {
                joined.add(control);
            }
        }
        return joined;
    }

    private static @Nullable Control named(List<Control> controls, String name) {
        return controls.stream()
                .filter(control -> control.face().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Injuries of a record that stand and have a place, the oldest first. */
    public static List<Mark> marks(@Nullable CustodyRecord record, Wording say, Times times) {
        if (record == null) {
            return List.of();
        }
        return record.entries().stream()
                .filter(entry -> !entry.withdrawn())
                .map(Entry::standing)
                .flatMap(event -> mark(event, say, times))
                .toList();
    }

    private static Stream<Mark> mark(Event event, Wording say, Times times) {
        if (event.fact() instanceof Injury injury
                && injury.side() != null
                && injury.x() != null
                && injury.y() != null) {
            String kind = injury.kind() == null ? say.say("kind.injury") : say.constant(injury.kind());
            String part = injury.bodyPart() == null ? "" : ", " + injury.bodyPart();
            String side = injury.side().name().toLowerCase(Locale.ROOT);
            return Stream.of(
                    new Mark(side, injury.x(), injury.y(), kind + part + ", " + times.full(event.occurredAt())));
        }
        return Stream.empty();
    }

    private static List<Spot> spots(Wording say) {
        return Stream.of(Part.values())
                .map(part -> new Spot(part.side, part.across, part.down, say.say("body." + part.key())))
                .toList();
    }

    /** Parts of the body; left and right are the person's own. */
    enum Part {
        FRONT_HEAD("front", 500, 45),
        FRONT_FACE("front", 500, 85),
        FRONT_NECK("front", 500, 145),
        FRONT_RIGHT_SHOULDER("front", 330, 190),
        FRONT_LEFT_SHOULDER("front", 670, 190),
        FRONT_CHEST("front", 500, 245),
        FRONT_RIGHT_UPPER_ARM("front", 270, 280),
        FRONT_LEFT_UPPER_ARM("front", 730, 280),
        FRONT_ABDOMEN("front", 500, 380),
        FRONT_RIGHT_FOREARM("front", 200, 400),
        FRONT_LEFT_FOREARM("front", 800, 400),
        FRONT_RIGHT_HAND("front", 140, 500),
        FRONT_LEFT_HAND("front", 860, 500),
        FRONT_GROIN("front", 500, 475),
        FRONT_RIGHT_THIGH("front", 400, 580),
        FRONT_LEFT_THIGH("front", 600, 580),
        FRONT_RIGHT_KNEE("front", 400, 705),
        FRONT_LEFT_KNEE("front", 600, 705),
        FRONT_RIGHT_SHIN("front", 400, 810),
        FRONT_LEFT_SHIN("front", 600, 810),
        FRONT_RIGHT_FOOT("front", 385, 955),
        FRONT_LEFT_FOOT("front", 615, 955),
        BACK_HEAD("back", 500, 60),
        BACK_NECK("back", 500, 145),
        BACK_LEFT_SHOULDER("back", 350, 200),
        BACK_RIGHT_SHOULDER("back", 650, 200),
        BACK_UPPER("back", 500, 260),
        BACK_LEFT_ARM("back", 240, 340),
        BACK_RIGHT_ARM("back", 760, 340),
        BACK_LOWER("back", 500, 390),
        BACK_LEFT_HAND("back", 140, 500),
        BACK_RIGHT_HAND("back", 860, 500),
        BACK_BUTTOCKS("back", 500, 480),
        BACK_LEFT_THIGH("back", 400, 590),
        BACK_RIGHT_THIGH("back", 600, 590),
        BACK_LEFT_CALF("back", 400, 790),
        BACK_RIGHT_CALF("back", 600, 790),
        BACK_LEFT_HEEL("back", 395, 950),
        BACK_RIGHT_HEEL("back", 605, 950);

        private final String side;
        private final int across;
        private final int down;

        Part(String side, int across, int down) {
            this.side = side;
            this.across = across;
            this.down = down;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
