package custody.record.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who takes part in an interview")
class AttendeeTest {
    private static boolean somebodyStays(List<Attendee> present, Attendee... left) {
        List<Attendee> there = present;
        for (Attendee one : left) {
            there = one.leaving(there);
        }
        return !there.isEmpty();
    }

    private static Attendee told(String... values) {
        return Attendee.of(Stream.of(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "мати",
                "мати Коваль Марія",
                "Коваль Марія",
                "Коваль Марія, мати",
                "Коваль Марія, мати, тел. 0501234567",
                "Коваль Марія, тел. 0501234567, мати",
                "Коваль Марія, мати; 050 123-45-67",
                "мати, Коваль Марія, 0501234567",
                "Коваль Марія, 1980 р.н., мати",
                "законний представник, мати Коваль Марія",
                "мати Коваль Марія, законний представник",
                "бабуся"
            })
    @DisplayName("is one person, however a line says it, and gone when that one has left")
    void isOnePerson(String line) {
        assertEquals(1, Attendee.named(line).size(), line);
        assertFalse(somebodyStays(Attendee.named(line), told("parent", "Коваль Марія")), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "представник органу опіки та піклування",
                "Орган опіки і піклування, Іваненко О.",
                "представник служби у справах дітей та сім'ї"
            })
    @DisplayName("is one where it is a body with an “and” in its name")
    void isOneBody(String line) {
        assertEquals(1, Attendee.named(line).size(), line);
        assertFalse(somebodyStays(Attendee.named(line), told("guardianship-body", "Іваненко О.")), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "мати та психолог",
                "мати, психолог",
                "мати Коваль Марія, психологиня Орел Ольга",
                "мати, Коваль Марія, психолог, Орел Ольга",
                "Коваль Марія, мати, Орел Ольга, психолог",
                "Коваль Марія, мати, тел. 0501234567, Орел Ольга, психолог, 0671234567",
                "Коваль Марія, мати; Орел Ольга, психолог",
                "Коваль Марія; Орел Ольга"
            })
    @DisplayName("are two, of whom one may leave and not both, in whichever order")
    void areTwo(String line) {
        Attendee mother = told("parent", "Коваль Марія");
        Attendee psychologist = told("psychologist", "Орел Ольга");
        assertTrue(somebodyStays(Attendee.named(line), mother), line);
        assertTrue(somebodyStays(Attendee.named(line), psychologist), line);
        assertFalse(somebodyStays(Attendee.named(line), mother, psychologist), line);
        assertFalse(somebodyStays(Attendee.named(line), psychologist, mother), line);
    }

    @ParameterizedTest
    @CsvSource({
        "Лук'яненко Ольга, Лук’яненко Ольга",
        "Лук’яненко Ольга, Лукʼяненко Ольга",
        "Лук`яненко Ольга, ЛУК'ЯНЕНКО О.",
        "Марія, Мария",
        "Коваль Іван, Кoваль Iван"
    })
    @DisplayName("is whoever came, whatever the spelling of the name")
    void isWhoeverCame(String arrived, String left) {
        assertFalse(somebodyStays(List.of(told("parent", arrived)), told("parent", left)));
        assertFalse(somebodyStays(List.of(told(arrived)), told("other", left)));
        assertTrue(somebodyStays(List.of(told("parent", arrived), told("psychologist")), told("parent", left)));
    }

    @Test
    @DisplayName("is the other parent, where one leaves by the name")
    void isTheOtherParent() {
        List<Attendee> both = List.of(told("parent", "Коваль Марія"), told("parent", "Коваль Іван"));
        assertTrue(somebodyStays(both, told("parent", "Коваль Марія")));
        assertFalse(somebodyStays(both, told("parent", "Коваль Марія"), told("parent", "Коваль Иван")));
    }

    @Test
    @DisplayName("is one fewer for each who left under a name that nobody bears")
    void isOneFewer() {
        List<Attendee> two = List.of(told("Коваль Ганна"), told("Орел Ольга"));
        assertTrue(somebodyStays(two, told("other", "Сокіл Віра")));
        assertFalse(somebodyStays(two, told("other", "Сокіл Віра"), told("Орел Олга")));
    }

    @Test
    @DisplayName("is whoever came in another capacity than the one who left")
    void isInAnotherCapacity() {
        assertTrue(somebodyStays(Attendee.named("психологиня Орел"), told("parent", "Коваль Іван")));
        assertTrue(somebodyStays(Attendee.named("представник служби у справах дітей"), told("parent", "Коваль Іван")));
        assertFalse(somebodyStays(
                Attendee.named("представник служби у справах дітей"), told("guardianship-body", "Іваненко О.")));
        assertFalse(somebodyStays(Attendee.named("законний представник"), told("guardian", "Коваль Іван")));
    }
}
