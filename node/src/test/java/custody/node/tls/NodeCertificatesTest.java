package custody.node.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node's own authority and certificate. */
class NodeCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path data;

    @Test
    void theNodesCertificateIsSignedByItsAuthorityAndNamesThisMachine() throws IOException, GeneralSecurityException {
        NodeCertificates certificates = new NodeCertificates(data);
        certificates.ensure(NOW);
        X509Certificate authority = read(certificates.authority());
        X509Certificate node = read(certificates.certificate());
        assertDoesNotThrow(() -> node.verify(authority.getPublicKey()));
        assertTrue(node.getSubjectAlternativeNames().stream().anyMatch(name -> "localhost".equals(name.get(1))));
        node.checkValidity(Date.from(NOW));
    }

    @Test
    void theKeyIsItsOwnersAlone() throws IOException, GeneralSecurityException {
        NodeCertificates certificates = new NodeCertificates(data);
        certificates.ensure(NOW);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(certificates.key())));
    }

    @Test
    void aCertificateIsKeptUntilThirtyDaysBeforeItsEndAndThenRenewedUnderTheSameAuthority()
            throws IOException, GeneralSecurityException {
        NodeCertificates certificates = new NodeCertificates(data);
        certificates.ensure(NOW);
        byte[] first = Files.readAllBytes(certificates.certificate());
        byte[] authority = Files.readAllBytes(certificates.authority());
        certificates.ensure(NOW.plus(Duration.ofDays(366)));
        assertArrayEquals(first, Files.readAllBytes(certificates.certificate()));
        certificates.ensure(NOW.plus(Duration.ofDays(368)));
        assertFalse(Arrays.equals(first, Files.readAllBytes(certificates.certificate())));
        assertArrayEquals(authority, Files.readAllBytes(certificates.authority()));
    }

    @Test
    void aRenewalThatIsCutOffInTheMiddleLeavesNoKeyBesideAnothersCertificate()
            throws IOException, GeneralSecurityException {
        NodeCertificates certificates = new NodeCertificates(data);
        certificates.ensure(NOW);
        byte[] key = Files.readAllBytes(certificates.key());
        Path inTheWay = Files.createDirectories(data.resolve("tls").resolve("node.pem.new"));
        assertThrows(IOException.class, () -> certificates.ensure(NOW.plus(Duration.ofDays(368))));
        assertFalse(Arrays.equals(key, Files.readAllBytes(certificates.key())));
        assertFalse(Files.exists(certificates.certificate()), "the old one would not match the new key");
        Files.delete(inTheWay);
        certificates.ensure(NOW.plus(Duration.ofDays(368)));
        assertTrue(matches(certificates));
    }

    private static boolean matches(NodeCertificates certificates) throws IOException, GeneralSecurityException {
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(Pem.readPrivate(certificates.key()));
        signing.update((byte) 1);
        byte[] signed = signing.sign();
        signing.initVerify(read(certificates.certificate()));
        signing.update((byte) 1);
        return signing.verify(signed);
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
