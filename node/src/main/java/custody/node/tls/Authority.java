package custody.node.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The node's own certificate authority: good for this node's names, and for nothing else. */
final class Authority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3_650);
    /** The longest that browsers take. */
    private static final Duration NODE_LIFE = Duration.ofDays(397);

    private static final X500Principal NAME = new X500Principal("CN=Custody Records node authority");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path certificateFile;
    private final Path keyFile;

    Authority(Path folder) {
        this.certificateFile = folder.resolve("authority.pem");
        this.keyFile = folder.resolve("authority.key");
    }

    void ensure(Instant now) throws IOException, GeneralSecurityException {
        if (Files.exists(certificateFile) && Files.exists(keyFile)) {
            return;
        }
        KeyPair pair = Pem.newKeyPair();
        JcaX509v3CertificateBuilder builder = builder(NAME, pair.getPublic(), now, AUTHORITY_LIFE);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
        Pem.writePrivate(keyFile, pair.getPrivate());
        Pem.write(certificateFile, List.of(signed(builder, pair.getPrivate())));
    }

    X509Certificate certificate() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(certificateFile)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    X509Certificate issue(PublicKey key, Set<String> names, Instant now) throws IOException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder =
                builder(new X500Principal("CN=Custody Records node"), key, now, NODE_LIFE);
        GeneralName[] alternatives = names.stream()
                .map(name ->
                        new GeneralName(name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        } catch (CertIOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
        return signed(builder, Pem.readPrivate(keyFile));
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal subject, PublicKey key, Instant now, Duration life) {
        // An hour of grace for desks whose clocks run behind.
        Date from = Date.from(now.minus(Duration.ofHours(1)));
        return new JcaX509v3CertificateBuilder(
                NAME, new BigInteger(127, RANDOM), from, Date.from(now.plus(life)), subject, key);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }
}
