package custody.node.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.node.alarms.LawInForce;
import custody.node.configuration.WrongSetting;
import custody.record.law.rules.Packs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rule pack that a node is told to judge by")
final class ChosenPackTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private final Packs packs = LawInForce.builtIn();
    private final List<String> said = new ArrayList<>();

    private Packs chosen(String id, Instant now) {
        return ChosenPack.among(packs, id, now, said::add);
    }

    @Test
    @DisplayName("can be any that is there")
    void canBeAnyThatIsThere() {
        assertSame(packs, chosen("ua", NOW));
        assertSame(packs, chosen("gb-ew-pace", NOW));
        assertEquals(List.of(), said);
    }

    @Test
    @DisplayName("cannot be another: the start is refused and names those that are there")
    void cannotBeAnother() {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> chosen("fr", NOW));
        assertEquals("rule-pack: is the id of a rule pack that is there: gb-ew-pace, ua; not fr", wrong.getMessage());
    }

    @Test
    @DisplayName("can be one that is not in force now: the console says that nothing judges, and what there is")
    void canBeOneNotInForce() {
        assertSame(packs, chosen("ua", Instant.parse("2024-03-31T20:59:59.999Z")));
        assertEquals(
                List.of("No version of the rule pack ua is in force now: nobody apprehended now is judged by any law."
                        + " There is: ua 2026.11.2, valid from 2024-03-31T21:00:00Z."),
                said);
        said.clear();
        chosen("ua", Instant.parse("2024-03-31T21:00:00Z"));
        assertEquals(List.of(), said);
    }
}
