package custody.store.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.events.Basis;
import custody.record.law.Board;
import custody.record.law.Clock;
import custody.record.law.Supposition;
import custody.record.law.rules.Pack;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is supposed of an offence")
final class SupposedOffenceTest {
    private static final Instant ZERO = Instant.parse("2026-11-24T06:00:00Z");
    private final Pack pack =
            RulePackFolder.read(LawCasesTest.FOLDER).judging("ua", ZERO).orElseThrow();

    @Test
    @DisplayName("starts the clock of a defender where it is especially grave, and none where it is not")
    void startsTheClockOfADefender() {
        assertEquals(List.of(Clock.State.RUNNING), defender("115(1)"));
        assertEquals(List.of(Clock.State.NOT_APPLICABLE), defender("185"));
        assertEquals(List.of(Clock.State.NOT_APPLICABLE), defender(null));
    }

    private List<Clock.State> defender(@Nullable String offence) {
        Supposition supposed = new Supposition(Basis.CPC_208, null, null, offence, Set.of(), null, ZERO, null, null);
        Board board = supposed.board(pack, pack.zone(), ZERO);
        return board.of("defender-mandatory").stream().map(Clock::state).toList();
    }
}
