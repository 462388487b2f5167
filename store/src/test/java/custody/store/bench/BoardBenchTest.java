package custody.store.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.law.rules.Pack;
import custody.store.rulepacks.RulePackFolder;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A board")
class BoardBenchTest {

    /** The figure is printed; the bound here is loose, for shared machines. */
    @Test
    @DisplayName("of 150 events is quick")
    void isQuick() {
        assertEquals(150, BoardBench.busy().size());
        Pack pack = RulePackFolder.read(Path.of("..", "rulepacks"))
                .judging("ua", BoardBench.ZERO)
                .orElseThrow();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int boards = Boolean.getBoolean("custody.long") ? 20_000 : 2_000;
        BoardBench.Took took = new BoardBench(pack, out).run(boards);
        assertTrue(took.half() < 5_000_000, "half of the boards take longer than 5 ms");
    }
}
