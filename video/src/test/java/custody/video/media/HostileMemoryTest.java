package custody.video.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.Effort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A camera that sends rubbish for ever takes no more memory than at first. */
class HostileMemoryTest {
    private static final long SEED = 20_261_126;

    /** What parameter sets of both codings may come to, which is bounded and not reached soon. */
    private static final long MOST_GROWTH = 512 * 1024;

    private static final long MOST_OF_ONE = 256 * 1024;

    /** Lines of a word and numbers, by their word. */
    private static Map<String, List<Long>> fed(int number) throws IOException, InterruptedException {
        Process feeding = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx24m",
                        "-XX:MaxDirectMemorySize=4m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileInputs.class.getName(),
                        String.valueOf(number),
                        String.valueOf(SEED))
                .redirectErrorStream(true)
                .start();
        String told = new String(feeding.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, feeding.waitFor(), told);
        Map<String, List<Long>> said = new HashMap<>();
        told.lines()
                .map(line -> line.split(" "))
                .forEach(words -> said.put(
                        words[0],
                        List.of(words).subList(1, words.length).stream()
                                .map(Long::valueOf)
                                .toList()));
        return said;
    }

    @Test
    void hostileBytesDoNotMakeMemoryGrow() throws Exception {
        int number = Effort.times(20_000, 1_000_000);
        Map<String, List<Long>> said = fed(number);
        List<Long> heap = said.getOrDefault("heap", List.of());
        List<Long> direct = said.getOrDefault("direct", List.of());
        System.out.println(number + " hostile inputs of each kind: " + said);
        assertTrue(said.getOrDefault("refused", List.of()).getFirst() > number / 10, "they are hostile: " + said);
        assertTrue(heap.getLast() - heap.getFirst() <= MOST_GROWTH, () -> "heap: " + said);
        assertTrue(direct.getLast() <= direct.getFirst(), () -> "outside the heap: " + said);
        assertTrue(said.getOrDefault("one", List.of()).getFirst() <= MOST_OF_ONE, () -> "at once: " + said);
    }
}
