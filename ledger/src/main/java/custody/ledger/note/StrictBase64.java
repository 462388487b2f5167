package custody.ledger.note;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import java.util.Base64;

/** Standard base64 in its one form: padded, no line breaks, spare bits zero. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed(Malformation.BAD_BASE64, "not base64");
        }
        throw new Malformed(Malformation.BAD_BASE64, "not canonical base64");
    }
}
