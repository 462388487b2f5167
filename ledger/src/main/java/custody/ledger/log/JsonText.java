package custody.ledger.log;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the JSON of disclosures from text; no spaces, no nesting beyond a list of strings. Form is checked by writing
 * again, so this only has to understand. Gives up with {@link Malformed}.
 */
final class JsonText {
    private final String text;
    private int at;

    JsonText(String text) {
        this.text = text;
    }

    void expect(char c) {
        if (!next(c)) {
            throw new Malformed(
                    at < text.length() ? Malformation.NOT_CANONICAL : Malformation.TRUNCATED, "not the form at " + at);
        }
    }

    private boolean next(char c) {
        boolean here = at < text.length() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private boolean next(String word) {
        boolean here = text.startsWith(word, at);
        at += here ? word.length() : 0;
        return here;
    }

    void end() {
        if (at != text.length()) {
            throw new Malformed(Malformation.TRAILING, "something follows the array");
        }
    }

    FieldValue value() {
        if (at < text.length() && text.charAt(at) == '"') {
            return new FieldValue.Text(string());
        }
        if (next('[')) {
            return new FieldValue.Texts(strings());
        }
        if (next("true")) {
            return new FieldValue.Flag(true);
        }
        if (next("false")) {
            return new FieldValue.Flag(false);
        }
        return next("null") ? new FieldValue.Nothing() : new FieldValue.Whole(number());
    }

    private List<String> strings() {
        List<String> strings = new ArrayList<>();
        if (next(']')) {
            return strings;
        }
        do {
            strings.add(string());
        } while (next(','));
        expect(']');
        return strings;
    }

    private long number() {
        int from = at;
        next('-');
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            long number = Long.parseLong(text.substring(from, at));
            if (Math.abs(number) <= WholeNumber.MOST && number != Long.MIN_VALUE) {
                return number;
            }
        } catch (NumberFormatException notNumber) {
            throw new Malformed(Malformation.BAD_NUMBER, "no value at " + from);
        }
        throw new Malformed(Malformation.BAD_NUMBER, "whole numbers are within 53 bits");
    }

    String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (!next('"')) {
            char c = character();
            string.append(c == '\\' ? escaped() : c);
        }
        return wellFormed(string.toString());
    }

    private char character() {
        if (at == text.length()) {
            throw new Malformed(Malformation.TRUNCATED, "a string does not end");
        }
        return text.charAt(at++);
    }

    private char escaped() {
        char c = character();
        if (c != 'u') {
            int which = "btnfr\"\\".indexOf(c);
            if (which < 0) {
                throw new Malformed(Malformation.NOT_CANONICAL, "no such escape before " + at);
            }
            return "\b\t\n\f\r\"\\".charAt(which);
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(character(), 16);
            if (digit < 0) {
                throw new Malformed(Malformation.NOT_CANONICAL, "no such escape before " + at);
            }
            code = (code << 4) | digit;
        }
        return (char) code;
    }

    private static String wellFormed(String string) {
        try {
            WellFormed.require(string);
            return string;
        } catch (IllegalArgumentException half) {
            throw new Malformed(Malformation.BAD_TEXT, "half a surrogate pair");
        }
    }
}
