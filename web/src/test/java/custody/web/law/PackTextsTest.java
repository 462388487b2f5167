package custody.web.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.law.rules.Pack;
import custody.record.law.rules.Packs;
import custody.web.house.HouseLaw;
import custody.web.law.PackTexts.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Texts of a pack beside each other")
class PackTextsTest {
    private static final String NOW = "2026-11-27T10:00:00Z";

    private static Pack text(String version, String from, @Nullable String to, String digit) {
        Pack some = HouseLaw.book().packs().all().getFirst();
        return new Pack(
                "ua",
                some.jurisdiction(),
                version,
                day(from),
                to == null ? null : day(to),
                some.zone(),
                some.language(),
                some.country(),
                some.majority(),
                some.childhood(),
                some.acts(),
                some.rules(),
                digit.repeat(64));
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static State now(PackTexts texts, Pack pack) {
        return texts.state(pack, Instant.parse(NOW));
    }

    @Test
    @DisplayName(
            "let the department's own judge in place of the program's, and the program's the records that began under it")
    void theDepartmentsOwn() {
        Pack program = text("2026.11", "2024-04-01", null, "a");
        Pack own = text("own", "2024-04-01", null, "b");
        PackTexts texts = new PackTexts(new Packs(List.of(own)).over(List.of(program)));
        assertEquals(State.IN_FORCE, now(texts, own));
        assertEquals(State.REPLACED, now(texts, program));
        assertEquals(Optional.of(program), texts.before(own));
        assertEquals(Optional.empty(), texts.before(program));
        assertEquals("/law/ua/own", texts.path(own));
        assertEquals("own", texts.name(own));
    }

    @Test
    @DisplayName("have an address each and tell what changed, where a program changed its text and not its version")
    void twoTextsOfOneVersion() {
        Pack old = text("2026.11", "2024-04-01", null, "a");
        Pack present = text("2026.11", "2024-04-01", null, "b");
        PackTexts texts = new PackTexts(new Packs(List.of(present)).over(List.of(old)));
        assertEquals(State.IN_FORCE, now(texts, present));
        assertEquals(State.REPLACED, now(texts, old));
        for (Pack each : List.of(old, present)) {
            String digits = each.hash().substring(0, 16);
            assertEquals("/law/ua/2026.11/" + digits, texts.path(each));
            assertEquals("2026.11 · " + digits, texts.name(each));
            assertEquals(Optional.of(each), texts.find("ua", "2026.11", digits));
        }
        assertEquals(Optional.of(present), texts.find("ua", "2026.11", ""));
        assertEquals(Optional.of(old), texts.before(present));
        assertEquals(Optional.empty(), texts.before(old));
    }

    @Test
    @DisplayName("are told from the version that ended where they begin, whatever stands behind")
    void oneVersionAfterAnother() {
        Pack program = text("2026.11", "2024-04-01", null, "a");
        Pack first = text("1", "2024-04-01", "2026-01-01", "b");
        Pack second = text("2", "2026-01-01", null, "c");
        Pack next = text("3", "2027-01-01", null, "d");
        Pack ending = text("2", "2026-01-01", "2027-01-01", "e");
        PackTexts texts = new PackTexts(
                new Packs(List.of(first, ending, next)).over(List.of(second)).over(List.of(program)));
        assertEquals(Optional.of(ending), texts.before(next));
        assertEquals(Optional.of(second), texts.before(ending), "the same version before it had an end");
        assertEquals(Optional.of(first), texts.before(second));
        assertEquals(Optional.of(program), texts.before(first));
        assertEquals(State.NOT_YET, now(texts, next));
        assertEquals(State.IN_FORCE, now(texts, ending));
        assertEquals(State.REPLACED, now(texts, second));
        assertEquals(State.NO_LONGER, now(texts, first));
        assertEquals(State.REPLACED, now(texts, program));
    }

    @Test
    @DisplayName("are told from the program's where the department's own begins later, or earlier")
    void anOwnTextThatBeginsAtAnotherTime() {
        Pack program = text("2026.11", "2024-04-01", null, "a");
        Pack later = text("own", "2027-01-01", null, "b");
        PackTexts alone = new PackTexts(new Packs(List.of(later)).over(List.of(program)));
        assertEquals(State.IN_FORCE, now(alone, program), "an own text that judges nobody yet replaces nothing");
        assertEquals(Optional.of(program), alone.before(later));
        assertEquals(Optional.empty(), alone.before(program));
        Pack earlier = text("own", "2020-01-01", null, "c");
        PackTexts whole = new PackTexts(new Packs(List.of(earlier)).over(List.of(program)));
        assertEquals(Optional.of(program), whole.before(earlier));
        assertEquals(Optional.empty(), whole.before(program));
    }
}
