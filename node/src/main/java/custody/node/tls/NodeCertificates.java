package custody.node.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The node's certificate from its own authority, in {@code tls/} of the data folder: {@code authority.pem} to trust in
 * browsers, {@code node.pem} and {@code node.key} for the server. Made at first start, renewed 30 days before it ends,
 * made again when the machine got another name or address.
 */
public final class NodeCertificates {
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path folder;

    /** Uses {@code tls/} in that data folder. */
    public NodeCertificates(Path data) {
        this.folder = data.resolve("tls");
    }

    /** Certificate of the authority, to be trusted by the desks' browsers. */
    public Path authority() {
        return folder.resolve("authority.pem");
    }

    /** Certificate chain of the server. */
    public Path certificate() {
        return folder.resolve("node.pem");
    }

    /** Private key of the server, PKCS#8 PEM, readable by its owner alone. */
    public Path key() {
        return folder.resolve("node.key");
    }

    /** Makes whatever is missing, ends soon, or names another machine. */
    public void ensure(Instant now) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Set<String> names = names();
        if (!current(now, names)) {
            // Not before: what issues certificates comes in signed archives, whose checking takes a quarter of a
            // second.
            Authority authority = new Authority(folder);
            authority.ensure(now);
            KeyPair pair = Pem.newKeyPair();
            X509Certificate issued = authority.issue(pair.getPublic(), names, now);
            // Ended in between, it leaves no certificate beside another key: the next start makes both anew.
            Files.deleteIfExists(certificate());
            Pem.writePrivate(key(), pair.getPrivate());
            Path fresh = folder.resolve("node.pem.new");
            Pem.write(fresh, List.of(issued, authority.certificate()));
            Files.move(fresh, certificate(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private boolean current(Instant now, Set<String> names) throws IOException, GeneralSecurityException {
        if (!Stream.of(authority(), certificate(), key()).allMatch(Files::exists)) {
            return false;
        }
        try (var in = Files.newInputStream(certificate())) {
            X509Certificate held =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            Set<String> covered = new LinkedHashSet<>();
            if (held.getSubjectAlternativeNames() != null) {
                held.getSubjectAlternativeNames().forEach(name -> covered.add(String.valueOf(name.get(1))));
            }
            return held.getNotAfter().toInstant().minus(RENEW_BEFORE).isAfter(now) && covered.containsAll(names);
        }
    }

    /** What a browser in the building may call this machine. */
    private static Set<String> names() throws SocketException {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            if (host.matches("[A-Za-z0-9.-]{1,253}")) {
                names.add(host);
            }
        } catch (IOException nameless) {
            // A machine without a name is reached by its addresses.
        }
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4)
                .map(InetAddress::getHostAddress)
                .sorted()
                .forEach(names::add);
        return names;
    }
}
