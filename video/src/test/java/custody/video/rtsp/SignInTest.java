package custody.video.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.video.camera.Credentials;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInTest {
    /** The example of RFC 7616 section 3.9.1. */
    private static final String EXAMPLE =
            "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                    + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

    private static SignIn mufasa() {
        return new SignIn(
                Optional.of(new Credentials("Mufasa", "Circle of Life")),
                () -> "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    }

    @Test
    void strongestDigestIsAnsweredAsInTheStandard() {
        var signIn = mufasa();
        assertTrue(signIn.challenged(List.of(
                "Digest algorithm=MD5, " + EXAMPLE, "Digest algorithm=SHA-256, " + EXAMPLE, "Basic realm=\"x\"")));
        String answer = signIn.answer("GET", "/dir/index.html").orElseThrow();
        assertTrue(
                answer.contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""),
                answer);
        assertTrue(answer.contains("algorithm=SHA-256"));
    }

    @Test
    void olderDigestIsAnsweredAsInTheStandard() {
        var signIn = mufasa();
        assertTrue(signIn.challenged(List.of("Digest algorithm=MD5, " + EXAMPLE)));
        assertTrue(signIn.answer("GET", "/dir/index.html")
                .orElseThrow()
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\""));
    }

    @Test
    void basicIsAnsweredWhenNothingElseIsOffered() {
        var signIn = new SignIn(Optional.of(new Credentials("Aladdin", "open sesame")), () -> "");
        assertTrue(signIn.challenged(List.of("Basic realm=\"x\"")));
        assertEquals(
                "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                signIn.answer("DESCRIBE", "rtsp://x/").orElseThrow());
    }

    @Test
    void refusedAccountIsNotTriedAgainUnlessTheNonceWasOnlyStale() {
        var signIn = mufasa();
        String challenge = "Digest realm=\"r\", nonce=\"n\"";
        assertTrue(signIn.challenged(List.of(challenge)));
        assertFalse(signIn.challenged(List.of(challenge)), "the same challenge again means a wrong password");
        assertTrue(signIn.challenged(List.of(challenge + ", stale=true")));
    }

    @Test
    void challengeCannotSmuggleAHeader() {
        var signIn = mufasa();
        assertFalse(signIn.challenged(List.of("Digest realm=\"a\r\nX: y\", nonce=\"n\"")));
        assertFalse(signIn.challenged(List.of("Digest realm=\"no nonce\"")));
        assertFalse(signIn.challenged(List.of("Negotiate abc")));
    }
}
