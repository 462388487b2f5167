package custody.node.tls;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An HTTP client that trusts the authority of one node and nobody else. */
public final class TrustedClient {
    private TrustedClient() {}

    /** A client for the node of that data folder. */
    public static HttpClient of(Path data) throws IOException, GeneralSecurityException {
        return builder(data).build();
    }

    /** The same, for a caller that wants more of it. */
    public static HttpClient.Builder builder(Path data) throws IOException, GeneralSecurityException {
        return HttpClient.newBuilder()
                .sslContext(trusting(new NodeCertificates(data).authority()))
                .connectTimeout(Duration.ofSeconds(5));
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
