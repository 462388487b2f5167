package custody.record.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.record.events.Basis;
import custody.record.events.CareFact.Level;
import custody.record.law.Clock.State;
import custody.record.law.rules.NamedFact;
import custody.record.law.rules.Pack;
import custody.record.law.rules.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A custody that is only supposed")
class SuppositionTest {
    private static final Instant ZERO = Instant.parse("2026-11-24T06:00:00Z");
    private static final Pack PACK = SmallLaw.pack("1", Instant.EPOCH, null, "a");

    private static Supposition supposed(Basis basis, Set<NamedFact> facts) {
        return new Supposition(
                basis, null, null, null, facts, null, ZERO, Duration.ofMinutes(40), Duration.ofMinutes(45));
    }

    private static Clock clock(Supposition supposed, String rule) {
        return supposed.board(PACK, SmallLaw.KYIV, supposed.known()).of(rule).getFirst();
    }

    @Test
    @DisplayName("has the clocks of its basis and facts")
    void hasTheClocksOfItsFacts() {
        Clock maximum = clock(supposed(Basis.CPC_208, Set.of()), "maximum");
        assertEquals(State.RUNNING, maximum.state());
        assertEquals(ZERO.plus(Duration.ofDays(3)), maximum.due());
        assertEquals(Standing.LAW, maximum.standing());
        assertEquals(
                State.NOT_APPLICABLE,
                clock(supposed(Basis.VISITOR, Set.of()), "maximum").state());
        assertEquals(
                State.NOT_APPLICABLE,
                clock(supposed(Basis.CPC_208, Set.of()), "parents").state());
        Clock parents = clock(supposed(Basis.CPC_208, Set.of(NamedFact.MINOR)), "parents");
        assertEquals(ZERO.plus(Duration.ofMinutes(30)), parents.due());
        assertEquals(
                State.BREACHED,
                clock(supposed(Basis.CPC_208, Set.of(NamedFact.SMALL_CHILD)), "parents")
                        .state(),
                "a small child is a minor too");
        assertEquals(Standing.STANDARD, parents.standing());
    }

    @Test
    @DisplayName("can be made of every fact that does not follow from a movement")
    void canBeMadeOfEveryFact() {
        for (NamedFact fact : Supposition.POSSIBLE) {
            Supposition one = new Supposition(
                    Basis.MISDEMEANOUR,
                    Basis.Aggravation.NONE,
                    Basis.Regime.BORDER,
                    "115",
                    EnumSet.of(fact),
                    Level.EVERY_30_MIN,
                    ZERO,
                    null,
                    null);
            assertEquals(2, one.board(PACK, SmallLaw.KYIV, ZERO).clocks().size(), fact.name());
        }
        assertThrows(IllegalArgumentException.class, () -> supposed(Basis.CPC_208, EnumSet.of(NamedFact.IN_HOSPITAL)));
    }
}
