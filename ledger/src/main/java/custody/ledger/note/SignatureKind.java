package custody.ledger.note;

/** The signature types of C2SP signed-note that this ledger makes and verifies. */
public enum SignatureKind {
    /** Ed25519 over the note text. */
    ED25519(0x01, 64),
    /** Ed25519 over a cosignature header, a time and a checkpoint: C2SP tlog-cosignature, cosignature/v1. */
    COSIGNATURE(0x04, 72);

    private final byte identifier;
    private final int signatureLength;

    SignatureKind(int identifier, int signatureLength) {
        this.identifier = (byte) identifier;
        this.signatureLength = signatureLength;
    }

    /** The signature type identifier byte. */
    public byte identifier() {
        return identifier;
    }

    /** Bytes of a signature, without the key identifier. */
    int signatureLength() {
        return signatureLength;
    }
}
