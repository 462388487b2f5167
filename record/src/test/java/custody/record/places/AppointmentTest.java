package custody.record.places;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.places.Officer.Category;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A custody officer")
class AppointmentTest {
    private static final Set<Category> BARRED = EnumSet.of(
            Category.INVESTIGATOR,
            Category.INQUIRER,
            Category.HEAD_OF_INVESTIGATION,
            Category.INVESTIGATION_STAFF,
            Category.OPERATIONAL_OFFICER);

    @Test
    @DisplayName("cannot be one of the five whom КПК 212(2) bars, and can be anybody else")
    void cannotBeOneOfTheFive() {
        for (Category category : Category.values()) {
            Appointment expected =
                    BARRED.contains(category) ? new Appointment.Refused(category) : new Appointment.Appointed();
            assertEquals(expected, Appointment.asCustodyOfficer(category), category::toString);
        }
    }
}
