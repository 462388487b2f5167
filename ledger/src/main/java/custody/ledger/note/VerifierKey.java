package custody.ledger.note;

import custody.ledger.Malformation;
import custody.ledger.Malformed;
import custody.ledger.Parsed;
import custody.ledger.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A public key that someone was told to trust, in the form {@code name+id+base64} (C2SP signed-note, verifier keys).
 * Immutable.
 */
public final class VerifierKey {
    private final String name;
    private final SignatureKind kind;
    private final byte[] publicKey;
    private final int id;

    private VerifierKey(String name, SignatureKind kind, byte[] publicKey) {
        this.name = name;
        this.kind = kind;
        this.publicKey = publicKey;
        this.id = identifier(name, kind, publicKey);
    }

    /**
     * From its parts.
     *
     * @param name not empty, without spaces and plus
     * @param publicKey 32 bytes as in RFC 8032
     */
    public static VerifierKey of(String name, SignatureKind kind, byte[] publicKey) {
        if (!KeyName.isName(name) || !Ed25519.isPublicKey(publicKey)) {
            throw new IllegalArgumentException("a verifier key has a name without spaces and plus and a 32-byte key");
        }
        return new VerifierKey(name, kind, publicKey.clone());
    }

    private static int identifier(String name, SignatureKind kind, byte[] publicKey) {
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        hashed.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        hashed.write('\n');
        hashed.write(kind.identifier());
        hashed.writeBytes(publicKey);
        return ByteBuffer.wrap(Hash.sha256(hashed.toByteArray()).bytes()).getInt();
    }

    /** Reads {@link #text}. Refused: BAD_NAME, BAD_KEY (identifier, type, length, or not a point of the curve), BAD_BASE64. */
    public static Parsed<VerifierKey> parse(String text) {
        return Parsed.of(() -> {
            String[] parts = text.split("\\+", 3);
            if (parts.length != 3 || !KeyName.isName(parts[0])) {
                throw new Malformed(Malformation.BAD_NAME, "a verifier key is name+id+key");
            }
            VerifierKey key = material(parts[0], StrictBase64.decode(parts[2]));
            if (!parts[1].equals(HexFormat.of().toHexDigits(key.id))) {
                throw new Malformed(Malformation.BAD_KEY, "the identifier is not that of name and key");
            }
            return key;
        });
    }

    private static VerifierKey material(String name, byte[] material) {
        for (SignatureKind kind : SignatureKind.values()) {
            if (material.length > 0 && material[0] == kind.identifier()) {
                byte[] publicKey = Arrays.copyOfRange(material, 1, material.length);
                if (Ed25519.isPublicKey(publicKey)) {
                    return new VerifierKey(name, kind, publicKey);
                }
            }
        }
        throw new Malformed(Malformation.BAD_KEY, "not an Ed25519 key for notes or cosignatures");
    }

    /** The text to configure and to print: {@code name+id+base64}. */
    public String text() {
        byte[] material = new byte[1 + publicKey.length];
        material[0] = kind.identifier();
        System.arraycopy(publicKey, 0, material, 1, publicKey.length);
        return name
                + '+'
                + HexFormat.of().toHexDigits(id)
                + '+'
                + Base64.getEncoder().encodeToString(material);
    }

    public String name() {
        return name;
    }

    public SignatureKind kind() {
        return kind;
    }

    /** The key identifier in signature lines: tells keys apart, proves nothing. */
    public int id() {
        return id;
    }

    /** A copy of the 32 bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Whether a signature line claims this key. */
    boolean claims(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether the signature is this key's over the note's text. */
    boolean verifies(String noteText, NoteSignature signature) {
        byte[] bytes = signature.signature();
        if (bytes.length != kind.signatureLength()) {
            return false;
        }
        return switch (kind) {
            case ED25519 -> Ed25519.verify(publicKey, noteText.getBytes(StandardCharsets.UTF_8), bytes);
            case COSIGNATURE -> Cosignature.verify(publicKey, noteText, bytes);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return text();
    }
}
