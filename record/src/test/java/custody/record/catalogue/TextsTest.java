package custody.record.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.record.catalogue.FieldError.Code;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A typed text")
class TextsTest {

    @Test
    @DisplayName("is kept composed, however the keyboard sent it")
    void isKeptComposed() {
        assertEquals(new Texts.Clean("Ївга й Ґалина"), Texts.clean("І\u0308вга и\u0306 Ґалина", 100, false));
    }

    @Test
    @DisplayName("is measured after composing")
    void isMeasuredAfterComposing() {
        assertEquals(new Texts.Clean("її"), Texts.clean("і\u0308і\u0308", 2, false));
        assertEquals(new Texts.Unclean(Code.TOO_LONG, Map.of("max", "1")), Texts.clean("і\u0308і\u0308", 1, false));
    }

    @Test
    @DisplayName("loses blanks around it and the second character of a Windows line end")
    void losesBlanksAround() {
        assertEquals(new Texts.Clean("один\nдва"), Texts.clean("  один\r\nдва \n", 100, true));
    }

    @Test
    @DisplayName("cannot hold a line break where one line is asked for")
    void cannotHoldALineBreakInALine() {
        assertEquals(new Texts.Unclean(Code.CHARACTERS, Map.of()), Texts.clean("один\nдва", 100, false));
        assertEquals(new Texts.Unclean(Code.CHARACTERS, Map.of()), Texts.clean("один\rдва", 100, true));
    }

    @Test
    @DisplayName("can hold letters beyond the basic plane, joiners and any script")
    void canHoldAnyScript() {
        for (String text :
                new String[] {"🩹", "שלום", "نعم", "👨‍👩‍👧", "O’Brien", "<script>alert(1)</script>", "=1+1"}) {
            assertEquals(new Texts.Clean(text), Texts.clean(text, 100, false));
        }
    }

    @Test
    @DisplayName("cannot turn the direction of reading")
    void cannotTurnTheDirectionOfReading() {
        for (char mark :
                new char[] {'\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'}) {
            assertEquals(new Texts.Unclean(Code.CHARACTERS, Map.of()), Texts.clean("a" + mark + "b", 100, true));
        }
    }
}
