package custody.record.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The labels")
class LabelsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}");

    @Test
    @DisplayName("name every kind, group, field, choice, refusal and error in both languages")
    void nameEverything() {
        assertEquals(List.of(), missing(Bundle.english()));
        assertEquals(List.of(), missing(Bundle.ukrainian()));
    }

    @Test
    @DisplayName("hold no key that nothing asks for")
    void holdNothingUnused() {
        assertEquals(Set.of(), unused(Bundle.english()));
        assertEquals(Set.of(), unused(Bundle.ukrainian()));
    }

    @Test
    @DisplayName("leave the same places open in both languages")
    void leaveTheSamePlacesOpen() {
        Map<String, String> ukrainian = Bundle.ukrainian().texts();
        Bundle.english()
                .texts()
                .forEach((key, text) -> assertEquals(places(text), places(ukrainian.getOrDefault(key, "")), key));
    }

    @Test
    @DisplayName("are written out, without an apostrophe that a message format would swallow")
    void areWrittenOut() {
        for (Bundle bundle : List.of(Bundle.english(), Bundle.ukrainian())) {
            bundle.texts().forEach((key, text) -> {
                assertEquals(text.strip(), text, key);
                assertEquals(-1, text.indexOf('\''), key);
                assertEquals(false, text.isEmpty(), key);
            });
        }
    }

    @Test
    @DisplayName("are Ukrainian where they say so, unit signs and names of standards aside")
    void areUkrainian() {
        Set<String> signs = Set.of("unit.per-mille", "unit.percent");
        Pattern cyrillic = Pattern.compile("[А-ЯІЇЄҐа-яіїєґ]");
        Pattern russian = Pattern.compile("[ЫЭЁЪыэёъ]");
        Bundle.ukrainian().texts().forEach((key, text) -> {
            assertEquals(!signs.contains(key), cyrillic.matcher(text).find(), key);
            assertEquals(false, russian.matcher(text).find(), key);
        });
    }

    private static List<List<String>> missing(Bundle bundle) {
        return Wanted.keys().stream()
                .filter(keys -> keys.stream().noneMatch(bundle.texts()::containsKey))
                .toList();
    }

    private static Set<String> unused(Bundle bundle) {
        Set<String> unused = new TreeSet<>(bundle.texts().keySet());
        for (List<String> keys : Wanted.keys()) {
            keys.stream().filter(bundle.texts()::containsKey).findFirst().ifPresent(unused::remove);
        }
        return unused;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }
}
