package custody.web.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * One file a page loads, compressed once.
 *
 * @param name file name
 * @param type media type
 * @param bytes content
 * @param gzipped content, gzip; the plain bytes where compression gains nothing
 * @param fingerprint first 16 hex digits of the content's SHA-256: a changed file has another address
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; shared without copying, since nothing writes to it
record Asset(String name, String type, byte[] bytes, byte[] gzipped, String fingerprint) {

    static Asset of(String name, String type, byte[] bytes) {
        return new Asset(name, type, bytes, gzip(bytes), fingerprint(bytes));
    }

    String path() {
        return "/assets/" + fingerprint + "/" + name;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.size() < bytes.length ? out.toByteArray() : bytes;
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
