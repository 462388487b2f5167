package custody.store.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.store.migrations.Migrating;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows of an earlier version")
class RowsTest {
    /** Version 5 rebuilt the tables themselves: a backup from before it has others. */
    private static final MigrationVersion FIRST = MigrationVersion.fromVersion("5");

    private static final Pattern CHANGE = Pattern.compile("(?ms)^(?:UPDATE|INSERT|DELETE)\\s.*?;");

    @Test
    @DisplayName("are changed at a restore by every statement that changes rows in a later migration")
    void areChangedAsMigrationsChangeThem() throws Exception {
        Set<String> redone = new HashSet<>();
        Rows.MIGRATED.forEach(statement -> redone.add(plain(statement)));
        Set<String> migrations = new HashSet<>();
        for (Path file : later()) {
            Matcher change = CHANGE.matcher(Files.readString(file));
            while (change.find()) {
                migrations.add(plain(change.group()));
            }
        }
        assertEquals(migrations, redone);
    }

    private static List<Path> later() throws IOException, URISyntaxException {
        Path first = Path.of(Objects.requireNonNull(Migrating.class.getResource("V1__ledger_and_records.sql"))
                .toURI());
        List<Path> later = new ArrayList<>();
        try (Stream<Path> all = Files.list(first.resolveSibling(""))) {
            for (Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".sql") && version(name).compareTo(FIRST) > 0) {
                    later.add(file);
                }
            }
        }
        return later;
    }

    private static MigrationVersion version(String name) {
        return MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
    }

    private static String plain(String statement) {
        return statement
                .replace("custody.", "")
                .replace(";", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
