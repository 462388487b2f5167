package custody.record.law;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An offence")
class OffenceTest {
    private static final Set<String> GRAVE = Set.of("115", "187(4)", "258-3");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "115",
                "115(2)",
                "ч. 1 ст. 115 КК України",
                "стаття 115",
                "ст. 115 ч. 2",
                "187(4)",
                "187 (4)",
                "ч.4 ст.187",
                "Частина 4 статті 187 КК",
                "ст. 187 ч. 4",
                "258-3(1)",
                "ст. 258-3",
                "ч. 1 ст. 122, ч. 2 ст. 115 КК",
                "ст 115",
                "КК 115",
                "ч 4 ст 187",
                "ст. 187, ч. 4",
                "ч. 4, ст. 187 КК",
                "ст. 115 КК; ст. 173 КУпАП",
                "ст. 115; ст. 173 КУпАП",
                "ст. 173 КУАП, ст. 115 КК України",
                "ст. 173 КУпАП; ст. 115 Кримінального кодексу",
                "ч. 3, 4 ст. 187",
                "ч. 4, 5 ст. 187 КК",
                "ч.ч. 3, 4 ст. 187",
                "чч. 3,4 ст.187",
                "частини 3 і 4 статті 187",
                "ч. 4 та ч. 5 ст. 187",
                "ч. 3-5 ст. 187",
                "ст. 187 ч. 3, 4",
                "187(3, 4)",
                "ст. 186, 187(4)",
                "ст. 186(2), 187 ч. 4",
                "186, 115",
                "ст. 186 та 115 КК України",
                "ст. 186, 258-3"
            })
    @DisplayName("is of an article, or of a part of one, however people write it")
    void isOfAnArticle(String written) {
        assertTrue(Offence.of(written, GRAVE), written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "116",
                "1150",
                "187",
                "187(3)",
                "ч. 3 ст. 187, ч. 4 ст. 186 КК",
                "ст. 187",
                "258",
                "258-1(2)",
                "258-31",
                "ст. 115-1",
                "ч. 4 ст. 187 КУпАП",
                "ст 115 КУАП",
                "115 купап",
                "ст. 115 КУпАП; ст. 186 КК",
                "ст. 186, ч. 4 ст. 188",
                "ст. 187, ч. 4 ст. 186",
                "спроба115",
                "ч. 2, 3 ст. 187",
                "ч. 1-3 ст. 187",
                "ст. 187 ч. 3, ч. 4 ст. 186",
                "ст. 186, 187(3)",
                "ст. 186, 1150",
                "ст. 173, 115 КУпАП",
                "ч. 99999999999 ст. 187",
                "ст. 186, вік 115",
                "вбивство 115"
            })
    @DisplayName("is not of another article, another part, or another code")
    void isNotOfAnother(String written) {
        assertFalse(Offence.of(written, GRAVE), written);
    }
}
