package custody.node.configuration;

import custody.node.alarms.LawInForce;
import custody.record.events.FacilityCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads settings from a {@code --config} file of {@code name = value} lines. An unknown name is an error, not a surprise. */
public final class SettingsFile {
    private static final Set<String> NAMES = Set.of(
            "data",
            "port",
            "bind",
            "facility",
            "rule-pack",
            "database.url",
            "database.user",
            "database.password-file",
            "tls",
            "tls.certificate",
            "tls.key",
            "keystore.passphrase-file",
            "printed-list",
            "video.folder",
            "video.second-folder",
            "video.networks",
            "video.ports",
            "video.reserve-megabytes",
            "video.least-days",
            "video.most-days",
            "video.film-days",
            "video.export-days",
            "video.goes-on");

    private final Properties lines = new Properties();

    /** Reads the file; null reads nothing. Throws {@link WrongSetting} that names the line's name and the rule. */
    public SettingsFile(@Nullable Path file) {
        if (file == null) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new WrongSetting("--config", "cannot read " + file + ": " + unreadable.getMessage());
        }
        Set<String> known = new TreeSet<>(NAMES);
        known.addAll(ChannelLines.names());
        Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new WrongSetting(unknown.iterator().next(), "is not a setting; settings are " + known);
        }
    }

    /** The facility that a folder already belongs to, where the file does not name one. */
    public SettingsFile withFacility(String code) {
        if (!code.isEmpty()) {
            lines.putIfAbsent("facility", code);
        }
        return this;
    }

    /** Settings of a run: the command line wins over the file, the file over the defaults. */
    public Settings settings(@Nullable Path data, @Nullable Integer port, boolean demo) {
        Path folder = data != null ? data : path("data").orElse(Path.of(demo ? "demo-data" : "data"));
        return new Settings(
                folder.toAbsolutePath().normalize(),
                port != null ? valid(port) : number("port", 8443),
                text("bind").orElse(demo ? "127.0.0.1" : "0.0.0.0"),
                demo,
                facility(demo),
                text("rule-pack").orElse(LawInForce.HOME_PACK),
                database(),
                tls(),
                path("keystore.passphrase-file"),
                printedList(folder),
                VideoSettings.of(this::text, folder.toAbsolutePath().normalize(), demo),
                new ChannelLines(lines, System::getenv).settings());
    }

    private Optional<Path> printedList(Path data) {
        String text = text("printed-list").orElse("");
        if (text.equals("off")) {
            return Optional.empty();
        }
        return Optional.of((text.isEmpty() ? data.resolve("printed") : Path.of(text)).toAbsolutePath());
    }

    private FacilityCode facility(boolean demo) {
        String code = demo ? "UA26-0007" : text("facility").orElse("FACILITY-1");
        try {
            return new FacilityCode(code);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting("facility", "is 1 to 20 of A-Z, 0-9 and hyphen");
        }
    }

    private Optional<Settings.Database> database() {
        Optional<String> url = text("database.url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Settings.Database(
                url.get(),
                text("database.user")
                        .orElseThrow(() -> new WrongSetting("database.user", "is needed with database.url")),
                path("database.password-file")
                        .orElseThrow(() -> new WrongSetting("database.password-file", "is needed with database.url"))));
    }

    private Settings.Tls tls() {
        return switch (text("tls").orElse("internal")) {
            case "internal" -> new Settings.Tls.Internal();
            case "off" -> new Settings.Tls.Off();
            case "files" ->
                new Settings.Tls.Files(
                        path("tls.certificate")
                                .orElseThrow(() -> new WrongSetting("tls.certificate", "is needed with tls = files")),
                        path("tls.key").orElseThrow(() -> new WrongSetting("tls.key", "is needed with tls = files")));
            default -> throw new WrongSetting("tls", "is internal, files or off");
        };
    }

    private int number(String name, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return valid(Integer.parseInt(text.get()));
        } catch (NumberFormatException wrong) {
            throw new WrongSetting(name, "is a whole number");
        }
    }

    private static int valid(int port) {
        if (port < 0 || port > 65_535) {
            throw new WrongSetting("port", "is 0 to 65535; 0 takes a free one");
        }
        return port;
    }

    private Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(lines.getProperty(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
