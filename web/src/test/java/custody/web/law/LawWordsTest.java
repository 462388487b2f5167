package custody.web.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.law.Step;
import custody.web.words.Language;
import custody.web.words.Times;
import custody.web.words.Wording;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A step of a computation")
class LawWordsTest {
    private static final Step STATED = new Step(Step.Code.STATED, List.of("heldUntil", "2026-12-01"));

    @Test
    @DisplayName("names the field that says until when, and its day, as the reader says them")
    void namesTheFieldAndItsDay() {
        assertEquals("У полі «Строк тримання до» зазначено: до 01.12.2026 включно", said(Language.UK));
        assertEquals("Field “Held until” says: until 01.12.2026 inclusive", said(Language.EN));
    }

    private static String said(Language language) {
        return new LawWords(Wording.in(language), new Times(ZoneId.of("Europe/Kyiv"), language)).step(STATED);
    }
}
