package custody.record.catalogue;

import custody.record.catalogue.FieldError.Code;
import java.text.Normalizer;
import java.util.Map;

/** The one way typed text becomes stored text: NFC, no control characters, within its limit. */
public final class Texts {
    private Texts() {}

    /** What cleaning gives. */
    public sealed interface Cleaned {}

    /** Text as it will be stored. */
    public record Clean(String text) implements Cleaned {}

    /** Text that cannot be taken, and the rule. */
    public record Unclean(Code code, Map<String, String> limits) implements Cleaned {}

    /** Cleans one text; {@code max} counts UTF-16 units after normalisation. */
    public static Cleaned clean(String typed, int max, boolean lines) {
        String lined = typed.indexOf('\r') < 0 ? typed : typed.replace("\r\n", "\n");
        String text = Normalizer.normalize(lined, Normalizer.Form.NFC).strip();
        if (text.length() > max) {
            return new Unclean(Code.TOO_LONG, Map.of("max", Integer.toString(max)));
        }
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            if (forbidden(text.codePointAt(index), lines)) {
                return new Unclean(Code.CHARACTERS, Map.of());
            }
        }
        return new Clean(text);
    }

    /** Controls, lone surrogates, and the marks that reorder text on a screen so that it reads as something else. */
    private static boolean forbidden(int c, boolean lines) {
        if (lines && (c == '\n' || c == '\t')) {
            return false;
        }
        boolean reordering = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        int type = Character.getType(c);
        return reordering || type == Character.CONTROL || type == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF;
    }
}
