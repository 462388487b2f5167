package custody.node.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.node.alarms.LawInForce;
import custody.node.configuration.WrongSetting;
import custody.record.law.rules.Packs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rule pack that a node is told to judge by")
final class ChosenPackTest {
    private final Packs packs = LawInForce.builtIn();

    @Test
    @DisplayName("can be any that is there")
    void canBeAnyThatIsThere() {
        assertSame(packs, ChosenPack.among(packs, "ua"));
        assertSame(packs, ChosenPack.among(packs, "gb-ew-pace"));
    }

    @Test
    @DisplayName("cannot be another: the start is refused and names those that are there")
    void cannotBeAnother() {
        WrongSetting wrong = assertThrows(WrongSetting.class, () -> ChosenPack.among(packs, "fr"));
        assertEquals("rule-pack: is the id of a rule pack that is there: gb-ew-pace, ua; not fr", wrong.getMessage());
    }
}
