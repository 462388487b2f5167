package custody.record.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.events.CareFact.CheckMade;
import custody.record.events.CareFact.CheckMade.Condition;
import custody.record.events.ContactFact;
import custody.record.events.ContactFact.ContactStarted;
import custody.record.events.Fact;
import custody.record.events.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalogue")
class CatalogueTest {

    @Test
    @DisplayName("holds exactly the kinds that the API names")
    void holdsTheKindsOfTheApi() {
        List<String> named = Golden.KINDS.stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
        List<String> held = Catalogue.kinds().stream().map(EventKind::name).toList();
        assertEquals(new TreeSet<>(named), new TreeSet<>(held));
        assertEquals(held.size(), Set.copyOf(held).size());
    }

    @Test
    @DisplayName("names bases and addressees as the API does")
    void namesOptionsAsTheApi() {
        assertEquals(new FieldType.Choice("basis", Golden.BASES), type("apprehended", "basis"));
        assertEquals(new FieldType.Choice("addressee", Golden.ADDRESSEES), type("notice", "addressee"));
        assertEquals(
                new FieldType.Choice("handcuffs-state", List.of("on", "loosened", "off")), type("handcuffs", "state"));
        assertEquals(
                new FieldType.Choice("outcome", List.of("attempted", "reached", "refused-by-detainee")),
                type("notice", "outcome"));
        assertEquals(
                new FieldType.Choice("aggravation", List.of("none", "resistance-or-flight", "intoxicated-dangerous")),
                type("apprehended", "aggravation"));
    }

    @Test
    @DisplayName("takes a contact for an interview as ever, though forms offer it no longer")
    void takesWhatIsOfferedNoLonger() {
        assertEquals(
                List.of("interview"),
                type("contact-started", "purpose") instanceof FieldType.Choice purpose ? purpose.former() : List.of());
        Parsed<Fact> read = Catalogue.parse(
                Catalogue.kind("contact-started").orElseThrow(), Map.of("purpose", new Value.Text("interview")));
        assertEquals(new Parsed.Ok<Fact>(new ContactStarted(null, null, ContactFact.Purpose.INTERVIEW, null)), read);
    }

    @Test
    @DisplayName("finds a kind by its name, by its type and by a fact")
    void findsAKind() {
        EventKind kind = Catalogue.kind("check-made").orElseThrow();
        assertEquals(kind, Catalogue.kind(CheckMade.class));
        assertEquals(kind, Catalogue.kind(new CheckMade(null, null, null, null)));
        assertEquals(Group.CARE, kind.group());
    }

    @Test
    @DisplayName("cannot find what is not there")
    void cannotFindWhatIsNotThere() {
        assertEquals(Optional.empty(), Catalogue.kind("check_made"));
        assertEquals(Optional.empty(), Catalogue.kind(""));
        assertEquals(
                Optional.empty(), Catalogue.kind("check-made").orElseThrow().field("nothing"));
    }

    @Test
    @DisplayName("has a group for every kind and a kind for every group")
    void hasNoEmptyGroup() {
        assertEquals(
                Set.of(Group.values()),
                Catalogue.kinds().stream().map(EventKind::group).collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("says what an incomplete entry leaves open, and keeps the entry")
    void saysWhatIsMissing() {
        assertEquals(List.of("condition", "seen"), Catalogue.missing(new CheckMade(null, true, null, null)));
        assertEquals(List.of(), Catalogue.missing(new CheckMade(Condition.CALM_AWAKE, null, "читає", null)));
    }

    @Test
    @DisplayName("demands little: no kind that people write needs more than three fields")
    void demandsLittle() {
        for (EventKind kind : Catalogue.kinds()) {
            if (kind.name().equals("footage-exported")) {
                continue;
            }
            long demanded = kind.fields().stream()
                    .filter(field -> field.demand() == Field.Demand.REQUIRED)
                    .count();
            assertTrue(demanded <= 3, kind.name() + " demands " + demanded);
        }
    }

    @Test
    @DisplayName("keeps names in their two forms: kinds in kebab-case, fields in camelCase")
    void keepsNamesInTheirForms() {
        for (EventKind kind : Catalogue.kinds()) {
            assertTrue(kind.name().matches("[a-z]+(-[a-z0-9]+)*"), kind.name());
            for (Field field : kind.fields()) {
                assertTrue(field.name().matches("[a-z][a-zA-Z0-9]*(\\.[a-z][a-zA-Z0-9]*)?"), field.name());
            }
        }
        assertFalse(Catalogue.kinds().isEmpty());
    }

    private static FieldType type(String kind, String field) {
        return Catalogue.kind(kind).orElseThrow().field(field).orElseThrow().type();
    }
}
