package custody.record.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.places.Officer;
import custody.record.places.Officer.Category;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Officers are administered")
class AdministeringTest {
    private static final Relation OWN = new Relation(true, true, false, false, false, false, false, false);

    private static Set<Category> reach(Category actor, Relation relation) {
        Officer officer = new Officer(new Badge("1"), "Хтось", "", "", new FacilityCode("UA26-0007"), actor, true);
        return Arrays.stream(Category.values())
                .filter(category ->
                        Administering.decide(officer, category, relation).permitted())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
    }

    @Test
    @DisplayName("by a head of facility only where he is head, and only those who serve custody")
    void byAHead() {
        assertEquals(
                EnumSet.of(
                        Category.CUSTODY_OFFICER,
                        Category.APPREHENDING_OFFICER,
                        Category.DUTY_OFFICER,
                        Category.CONVOY,
                        Category.MEDIC),
                reach(Category.HEAD_OF_FACILITY, OWN));
        assertEquals(Set.of(), reach(Category.HEAD_OF_FACILITY, Relation.STRANGER));
    }

    @Test
    @DisplayName("by an administrator everywhere, and by nobody else")
    void byAnAdministrator() {
        for (Category actor : Category.values()) {
            if (actor == Category.ADMINISTRATOR) {
                assertEquals(EnumSet.allOf(Category.class), reach(actor, Relation.STRANGER));
            } else if (actor != Category.HEAD_OF_FACILITY) {
                assertEquals(Set.of(), reach(actor, OWN), actor.name());
            }
        }
    }
}
