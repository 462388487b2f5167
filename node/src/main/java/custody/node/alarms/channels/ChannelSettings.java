package custody.node.alarms.channels;

import custody.record.law.rules.Escalation.Rung;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where messages about alerts go. What is empty is not used; the screen always is.
 *
 * @param email mail server
 * @param webhook program that is told everything
 * @param sms gateway
 */
public record ChannelSettings(Optional<Email> email, Optional<Webhook> webhook, Optional<Sms> sms) {
    /** Screen only. */
    public static final ChannelSettings NONE =
            new ChannelSettings(Optional.empty(), Optional.empty(), Optional.empty());

    /** Something that must not be written anywhere. */
    public record Secret(String value) {
        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /** How a mail server is spoken to. */
    public enum MailTls {
        /** Not at all: for a server on the same machine. */
        OFF,
        /** STARTTLS, and refused where the server does not offer it. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /**
     * A mail server.
     *
     * @param user account; empty where none is needed
     * @param password its password
     * @param from sender
     * @param to recipients a rung
     */
    public record Email(
            String host,
            int port,
            MailTls tls,
            Optional<String> user,
            Optional<Secret> password,
            String from,
            Map<Rung, List<String>> to) {
        public Email {
            to = copy(to);
        }
    }

    /**
     * A program to be told by HTTP POST.
     *
     * @param url https, or http on the same machine
     * @param secret key of the signature
     */
    public record Webhook(URI url, Secret secret) {}

    /**
     * A gateway that sends short messages.
     *
     * @param url https, or http on the same machine
     * @param token bearer token
     * @param to telephone numbers a rung, E.164
     */
    public record Sms(URI url, Secret token, Map<Rung, List<String>> to) {
        public Sms {
            to = copy(to);
        }
    }

    private static Map<Rung, List<String>> copy(Map<Rung, List<String>> addresses) {
        Map<Rung, List<String>> copied = new EnumMap<>(Rung.class);
        addresses.forEach(
                (rung, list) -> copied.put(rung, list.stream().distinct().toList()));
        return Map.copyOf(copied);
    }
}
