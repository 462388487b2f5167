package custody.video.camera;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which network addresses a camera may have. Whoever can type a camera's address could otherwise make the recorder knock on
 * the database, on a router or on a cloud's metadata service (server-side request forgery).
 *
 * <p>The name is looked up once and the connection goes to that very address, so a name that changes its answer gains nothing.
 * Redirects are never followed. Loopback, link-local, multicast and wildcard addresses are refused even inside an allowed
 * network, unless that network lies wholly within them (the demonstration's own cameras).
 *
 * @param networks in which a camera may be
 * @param ports to which the recorder may connect
 */
public record CameraAddresses(List<Network> networks, Set<Integer> ports) {
    /** The usual ports of RTSP cameras. */
    public static final Set<Integer> USUAL_PORTS = Set.of(554, 8554, 10554);

    /** Looks a host name up; a parameter so that tests need no network. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** Where to connect, or why not. */
    public sealed interface Checked {
        record Allowed(InetSocketAddress address) implements Checked {}

        record Refused(Reason reason) implements Checked {}
    }

    /** Why an address is refused. */
    public enum Reason {
        PORT_NOT_ALLOWED,
        NAME_UNKNOWN,
        OUTSIDE_CAMERA_NETWORKS,
        RESERVED_ADDRESS
    }

    public CameraAddresses {
        networks = List.copyOf(networks);
        ports = Set.copyOf(ports);
    }

    /** Checks the address; of several answers to a name all must be allowed. */
    public Checked check(StreamAddress stream, Names names) {
        if (!ports.contains(stream.port())) {
            return new Checked.Refused(Reason.PORT_NOT_ALLOWED);
        }
        InetAddress[] found;
        try {
            found = names.addresses(stream.host());
        } catch (UnknownHostException unknown) {
            return new Checked.Refused(Reason.NAME_UNKNOWN);
        }
        if (found.length == 0) {
            return new Checked.Refused(Reason.NAME_UNKNOWN);
        }
        for (InetAddress address : found) {
            Optional<Reason> reason = refusal(address);
            if (reason.isPresent()) {
                return new Checked.Refused(reason.get());
            }
        }
        return new Checked.Allowed(new InetSocketAddress(found[0], stream.port()));
    }

    private Optional<Reason> refusal(InetAddress address) {
        Optional<Network> network =
                networks.stream().filter(n -> n.contains(address)).findFirst();
        if (network.isEmpty()) {
            return Optional.of(reserved(address) ? Reason.RESERVED_ADDRESS : Reason.OUTSIDE_CAMERA_NETWORKS);
        }
        boolean meant =
                networks.stream().anyMatch(n -> n.contains(address) && reserved(n.end(false)) && reserved(n.end(true)));
        return reserved(address) && !meant ? Optional.of(Reason.RESERVED_ADDRESS) : Optional.empty();
    }

    private static boolean reserved(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
    }
}
