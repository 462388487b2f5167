package custody.record.detention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import custody.record.places.Separation.Concern;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What stands against a cell")
class HousingTest {

    @Test
    @DisplayName("refuses it for the gravest reason; a mere warning refuses nothing")
    void refusesForTheGravestReason() {
        assertNull(Housing.refusal(Set.of()));
        assertNull(Housing.refusal(EnumSet.of(Concern.OVER_CAPACITY, Concern.UNDER_AREA)));
        assertEquals(
                new Refusal.UnsuitableCell(Concern.WOMEN_WITH_MEN),
                Housing.refusal(EnumSet.of(Concern.OVER_CAPACITY, Concern.KEEP_APART, Concern.WOMEN_WITH_MEN)));
    }
}
