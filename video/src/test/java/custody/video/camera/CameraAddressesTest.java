package custody.video.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraAddressesTest {
    private static final CameraAddresses FACILITY =
            new CameraAddresses(List.of(Network.parse("10.20.0.0/16"), Network.parse("169.254.0.0/15")), Set.of(554));

    private static InetAddress[] names(String host) throws UnknownHostException {
        return switch (host) {
            case "camera.example" -> new InetAddress[] {InetAddress.ofLiteral("10.20.1.1")};
            case "two.example" ->
                new InetAddress[] {InetAddress.ofLiteral("10.20.1.1"), InetAddress.ofLiteral("10.9.9.9")};
            case "nowhere.example" -> throw new UnknownHostException(host);
            default -> new InetAddress[] {InetAddress.ofLiteral(host)};
        };
    }

    private static String outcome(String text) {
        return switch (StreamAddress.parse(text)) {
            case StreamAddress.Parsed.Refused(var why) -> why.name();
            case StreamAddress.Parsed.Accepted(var address) ->
                switch (FACILITY.check(address, CameraAddressesTest::names)) {
                    case CameraAddresses.Checked.Allowed(var to) ->
                        to.getAddress().getHostAddress();
                    case CameraAddresses.Checked.Refused(var why) -> why.name();
                };
        };
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://10.20.3.4/stream1, 10.20.3.4",
        "rtsp://camera.example/live?channel=1, 10.20.1.1",
        "rtsp://two.example/, OUTSIDE_CAMERA_NETWORKS",
        "rtsp://nowhere.example/, NAME_UNKNOWN",
        "rtsp://127.0.0.1/, RESERVED_ADDRESS",
        "rtsp://[::1]/, RESERVED_ADDRESS",
        "rtsp://[::ffff:127.0.0.1]/, RESERVED_ADDRESS",
        "rtsp://169.254.169.254/latest, RESERVED_ADDRESS",
        "rtsp://0.0.0.0/, RESERVED_ADDRESS",
        "rtsp://10.21.0.1/, OUTSIDE_CAMERA_NETWORKS",
        "rtsp://10.20.3.4:5432/, PORT_NOT_ALLOWED",
        "rtsp://10.20.3.4:0/, BAD_PORT",
        "http://10.20.3.4/, NOT_RTSP",
        "file:///etc/passwd, NOT_RTSP",
        "rtsp://user:secret@10.20.3.4/, ACCOUNT_INSIDE",
        "rtsp://10.20.3.4/#x, FRAGMENT_INSIDE",
        "rtsp:///nohost, NOT_AN_ADDRESS",
        "not an address, NOT_AN_ADDRESS",
    })
    void onlyPlainAddressesInTheCameraNetworksAreAllowed(String text, String expected) {
        assertEquals(expected, outcome(text));
    }

    @Test
    void lineBreaksCannotEnterARequest() {
        assertInstanceOf(StreamAddress.Parsed.Refused.class, StreamAddress.parse("rtsp://10.20.3.4/a\r\nX: y"));
    }

    @Test
    void loopbackIsPossibleOnlyWhenItIsWhatWasMeant() {
        var demonstration = new CameraAddresses(List.of(Network.parse("127.0.0.0/8")), Set.of(554));
        var address = new StreamAddress("127.0.0.1", 554, "/");
        assertInstanceOf(
                CameraAddresses.Checked.Allowed.class, demonstration.check(address, CameraAddressesTest::names));
    }

    @Test
    void networksHaveBitsNotOnlyBytes() {
        Network network = Network.parse("192.168.128.0/17");
        assertEquals(true, network.contains(InetAddress.ofLiteral("192.168.255.255")));
        assertFalse(network.contains(InetAddress.ofLiteral("192.168.127.255")));
        assertThrows(IllegalArgumentException.class, () -> Network.parse("example.org/8"));
        assertThrows(IllegalArgumentException.class, () -> Network.parse("10.0.0.0/33"));
    }

    @Test
    void passwordIsNeverShown() {
        assertFalse(new Credentials("admin", "hunter2").toString().contains("hunter2"));
    }
}
