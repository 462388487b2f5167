package custody.ledger.note;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One signature line of a note: {@code — name base64(key id ‖ signature)}. Not verified by itself. Immutable. */
public final class NoteSignature {
    static final String START = "\u2014 ";

    private static final int MAX_BYTES = 8192;

    private final String name;
    private final int keyId;
    private final byte[] signature;

    NoteSignature(String name, int keyId, byte[] signature) {
        this.name = name;
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** From a line without its newline; gives up with BAD_SIGNATURE_LINE or BAD_BASE64. */
    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(START) || space < START.length()) {
            throw bad("a signature line is a dash, a name and base64");
        }
        String name = line.substring(START.length(), space);
        byte[] bytes = StrictBase64.decode(line.substring(space + 1));
        if (!KeyName.isName(name) || bytes.length <= Integer.BYTES || bytes.length > MAX_BYTES) {
            throw bad("a signature has a name, a key identifier and bytes");
        }
        int keyId = ByteBuffer.wrap(bytes).getInt();
        return new NoteSignature(name, keyId, Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    private static Malformed bad(String detail) {
        return new Malformed(Malformation.BAD_SIGNATURE_LINE, detail);
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** A copy of the bytes behind the key identifier. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The line without its newline. */
    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return START + name + ' ' + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return "NoteSignature[" + name + " " + HexFormat.of().toHexDigits(keyId) + "]";
    }
}
