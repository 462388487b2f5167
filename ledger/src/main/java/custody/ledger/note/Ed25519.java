package custody.ledger.note;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** Ed25519 (RFC 8032) of the JDK, over raw 32-byte seeds and public keys. */
final class Ed25519 {
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final String ALGORITHM = "Ed25519";
    private static final String SAME_CURVE = "X25519";
    private static final BigInteger BASE = BigInteger.valueOf(9);
    private static final BigInteger FIELD = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final byte SIGN = (byte) 0x80;
    /** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410). */
    private static final byte[] SPKI = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private Ed25519() {}

    static boolean isPublicKey(byte[] publicKey) {
        if (publicKey.length != KEY_BYTES) {
            return false;
        }
        try {
            publicKey(publicKey);
            return true;
        } catch (GeneralSecurityException notOnCurve) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + KEY_BYTES);
        System.arraycopy(raw, 0, encoded, SPKI.length, KEY_BYTES);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("the platform cannot sign with Ed25519", fault);
        }
    }

    /** The private key of a seed (RFC 8032 section 5.1.5). */
    static PrivateKey privateKey(byte[] seed) {
        try {
            EdECPrivateKeySpec spec = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.clone());
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(spec);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("the platform has no Ed25519", fault);
        }
    }

    /**
     * The 32 bytes of the public key of a seed. The JDK shows a public key only of pairs it generated itself, but it
     * multiplies by the same scalar for X25519, whose curve is the same one seen otherwise: RFC 7748 section 4.1 gives
     * y = (u - 1) / (u + 1). What is lost there, the sign of x, is the one under which our own signature verifies.
     */
    static byte[] publicKeyOf(byte[] seed) {
        BigInteger u = new BigInteger(1, reversed(multiple(scalar(seed))));
        BigInteger inverse = u.add(BigInteger.ONE).modInverse(FIELD);
        byte[] y = u.subtract(BigInteger.ONE).multiply(inverse).mod(FIELD).toByteArray();
        byte[] publicKey = new byte[KEY_BYTES];
        for (int i = 0; i < Math.min(y.length, KEY_BYTES); i++) {
            publicKey[i] = y[y.length - 1 - i];
        }
        byte[] signature = sign(privateKey(seed), publicKey);
        byte[] message = publicKey.clone();
        if (!verify(publicKey, message, signature)) {
            publicKey[KEY_BYTES - 1] |= SIGN;
        }
        if (!verify(publicKey, message, signature)) {
            throw new IllegalStateException("the platform's signature does not verify with the key of its seed");
        }
        return publicKey;
    }

    private static byte[] scalar(byte[] seed) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(seed), KEY_BYTES);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-512", absent);
        }
    }

    /** The scalar, clamped, times the base point u = 9: little-endian, as RFC 7748 writes it. */
    private static byte[] multiple(byte[] scalar) {
        try {
            KeyFactory keys = KeyFactory.getInstance(SAME_CURVE);
            KeyAgreement agreement = KeyAgreement.getInstance(SAME_CURVE);
            agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
            agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE)), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("the platform has no X25519", fault);
        }
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
