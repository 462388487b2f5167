package custody.node.configuration;

import custody.node.alarms.channels.ChannelSettings;
import custody.node.alarms.channels.ChannelSettings.Email;
import custody.node.alarms.channels.ChannelSettings.MailTls;
import custody.node.alarms.channels.ChannelSettings.Secret;
import custody.node.alarms.channels.ChannelSettings.Sms;
import custody.node.alarms.channels.ChannelSettings.Webhook;
import custody.record.catalogue.Wire;
import custody.record.law.rules.Escalation.Rung;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads where messages about alerts go. A secret is never a line of its own: the line names a file that holds it, or the
 * environment does, {@code alarms.webhook.secret} as {@code CUSTODY_ALARMS_WEBHOOK_SECRET}.
 */
final class ChannelLines {
    private static final List<String> EMAIL = List.of("host", "port", "tls", "user", "password-file", "from");
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int USUAL_SMTP = 587;

    private final Properties lines;
    private final UnaryOperator<@Nullable String> environment;

    ChannelLines(Properties lines, UnaryOperator<@Nullable String> environment) {
        this.lines = lines;
        this.environment = environment;
    }

    /** Every name that may stand in the file. */
    static Set<String> names() {
        Set<String> names = new HashSet<>(
                Set.of("alarms.webhook.url", "alarms.webhook.secret-file", "alarms.sms.url", "alarms.sms.token-file"));
        EMAIL.forEach(name -> names.add("alarms.email." + name));
        for (Rung rung : Rung.values()) {
            names.add("alarms.email.to." + Wire.name(rung));
            names.add("alarms.sms.to." + Wire.name(rung));
        }
        return names;
    }

    ChannelSettings settings() {
        return new ChannelSettings(email(), webhook(), sms());
    }

    private Optional<Email> email() {
        return text("alarms.email.host")
                .map(host -> new Email(
                        host,
                        port(),
                        tls(),
                        text("alarms.email.user"),
                        text("alarms.email.user").map(_ -> secret("alarms.email.password")),
                        text("alarms.email.from")
                                .filter(from -> from.indexOf('@') > 0)
                                .orElseThrow(() -> new WrongSetting("alarms.email.from", "is an address")),
                        addresses("alarms.email.to.", "[^@\\s]+@[^@\\s]+", "is addresses with commas between")));
    }

    private Optional<Webhook> webhook() {
        return text("alarms.webhook.url")
                .map(url -> new Webhook(url("alarms.webhook.url", url), secret("alarms.webhook.secret")));
    }

    private Optional<Sms> sms() {
        return text("alarms.sms.url")
                .map(url -> new Sms(
                        url("alarms.sms.url", url),
                        secret("alarms.sms.token"),
                        addresses(
                                "alarms.sms.to.", "\\+[0-9]{7,15}", "is numbers like +380441234567, commas between")));
    }

    private int port() {
        String text = text("alarms.email.port").orElse(Integer.toString(USUAL_SMTP));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new WrongSetting("alarms.email.port", "is a port");
        }
        return Integer.parseInt(text);
    }

    private MailTls tls() {
        String word = text("alarms.email.tls").orElse("starttls");
        return Arrays.stream(MailTls.values())
                .filter(tls -> Wire.name(tls).equals(word))
                .findFirst()
                .orElseThrow(() -> new WrongSetting("alarms.email.tls", "is starttls, tls or off"));
    }

    /** What leaves the machine is encrypted; a secret would otherwise be there for everybody on the way. */
    private static URI url(String name, String text) {
        try {
            URI url = new URI(text);
            boolean local = LOCAL.contains(String.valueOf(url.getHost()));
            boolean encrypted = "https".equals(url.getScheme()) && url.getHost() != null;
            if (encrypted || (local && "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (java.net.URISyntaxException unreadable) {
            throw new WrongSetting(name, "is an address");
        }
        throw new WrongSetting(name, "begins with https:// (http:// only on this machine)");
    }

    private Map<Rung, List<String>> addresses(String prefix, String form, String rule) {
        Map<Rung, List<String>> found = new EnumMap<>(Rung.class);
        for (Rung rung : Rung.values()) {
            String name = prefix + Wire.name(rung);
            text(name).ifPresent(text -> {
                List<String> addresses =
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList();
                if (!addresses.stream().allMatch(address -> address.matches(form))) {
                    throw new WrongSetting(name, rule);
                }
                found.put(rung, addresses);
            });
        }
        return found;
    }

    private Secret secret(String name) {
        String variable = "CUSTODY_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(environment.apply(variable))
                .or(() -> text(name + "-file").map(file -> read(name + "-file", Path.of(file))))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .orElseThrow(() ->
                        new WrongSetting(name + "-file", "names a file with the secret, or " + variable + " holds it"));
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new WrongSetting(name, "cannot be read");
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(lines.getProperty(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
