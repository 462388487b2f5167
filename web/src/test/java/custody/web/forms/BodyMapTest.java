package custody.web.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.web.components.Control;
import custody.web.components.Control.BodyPlace;
import custody.web.components.Control.Face;
import custody.web.components.Control.Line;
import custody.web.components.Control.Radios;
import custody.web.components.Control.Spot;
import custody.web.components.Option;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figure of a body")
class BodyMapTest {
    private static final Control SIDE = new Radios(
            face("side"), List.of(new Option("front", "Front", false), new Option("back", "Back", false)), true);
    private static final Control SIZE = new Line(face("size"), "", 5, "mm", "numeric");

    private static Face face(String name) {
        return new Face("fields-" + name, "fields." + name, name, null, null, false);
    }

    private static Control line(String name) {
        return new Line(face(name), "", 5, "‰", "numeric");
    }

    private static List<Control> joined(List<Control> controls, Language language) {
        return BodyMap.join(controls, null, Wording.in(language), new Times(ZoneOffset.UTC, language));
    }

    @Test
    @DisplayName("takes the place of side, across and down, and leaves the rest in order")
    void takesTheirPlace() {
        List<Control> joined = joined(List.of(SIDE, line("x"), line("y"), SIZE), Language.EN);
        assertEquals(2, joined.size());
        assertInstanceOf(BodyPlace.class, joined.getFirst());
        assertEquals(SIZE, joined.getLast());
    }

    @Test
    @DisplayName("stands in no form that does not ask for all three")
    void standsNowhereElse() {
        List<Control> other = List.of(SIDE, line("x"), SIZE);
        assertEquals(other, joined(other, Language.EN));
    }

    @Test
    @DisplayName("names every part once, in both languages, within the figure")
    void namesEveryPart() {
        for (Language language : Language.values()) {
            BodyPlace place = (BodyPlace)
                    joined(List.of(SIDE, line("x"), line("y")), language).getFirst();
            List<String> names = place.spots().stream().map(Spot::text).toList();
            assertEquals(BodyMap.Part.values().length, names.stream().distinct().count());
            assertTrue(names.stream().noneMatch(name -> name.startsWith("body.")), names.toString());
            assertTrue(place.spots().stream().allMatch(spot -> spot.across() < 1_000 && spot.down() < 1_000));
        }
    }
}
