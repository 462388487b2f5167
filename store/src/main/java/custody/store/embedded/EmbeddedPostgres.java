package custody.store.embedded;

import custody.store.database.Database;
import custody.store.faults.StoreFault;
import custody.store.faults.StoreFault.Code;
import custody.store.files.FolderLock;
import custody.store.files.Folders;
import custody.store.files.Passwords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL 18 of our own in {@code <folder>/postgres}, on the loopback, on a free port.
 *
 * <p>Durable: {@code fsync}, {@code synchronous_commit}, {@code full_page_writes} and data checksums are on. A server that
 * a killed process left running is adopted if it answers within a second, stopped otherwise. The caller holds the {@link
 * FolderLock}.
 */
public final class EmbeddedPostgres implements Database {
    /** The cluster's superuser, owner of the tables. */
    public static final String OWNER = "custody";

    /** The role that the node works as. */
    public static final String APPLICATION = "custody_application";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long LOG_LIMIT = 10_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Path data;
    private final Path log;
    private final Tools tools;
    private final String ownerPassword;
    private final String applicationPassword;
    private volatile Postmaster server = new Postmaster(0, 0, false);

    private EmbeddedPostgres(Path home, Tools tools, Path log, SecureRandom random) {
        this.data = home.resolve("data");
        this.log = log;
        this.tools = tools;
        this.ownerPassword = Passwords.of(home.resolve("owner.password"), random);
        this.applicationPassword = Passwords.of(home.resolve("application.password"), random);
    }

    /** Starts or adopts the server of a data folder; makes the cluster if there is none. */
    public static EmbeddedPostgres start(Path folder, SecureRandom random) {
        Path home = Folders.own(folder.toAbsolutePath().resolve("postgres"));
        Path log = home.resolve("server.log");
        Privilege privilege = Privilege.ofThisProcess();
        Tools tools = new Tools(Binaries.of(folder), log, privilege);
        EmbeddedPostgres postgres = new EmbeddedPostgres(home, tools, log, random);
        postgres.open(privilege, home);
        postgres.revive();
        return postgres;
    }

    /** The running server of a data folder that another process holds; nothing is started or stopped. */
    public static Optional<Database> running(Path folder, SecureRandom random) {
        Path home = folder.toAbsolutePath().resolve("postgres");
        Tools tools = new Tools(home, home.resolve("server.log"), Privilege.DIRECT);
        EmbeddedPostgres postgres = new EmbeddedPostgres(home, tools, home.resolve("server.log"), random);
        return Postmaster.of(postgres.data).map(found -> {
            postgres.server = found;
            return new custody.store.database.ExternalDatabase(
                    postgres.access(Login.OWNER), postgres.access(Login.APPLICATION));
        });
    }

    private void open(Privilege privilege, Path home) {
        try {
            if (privilege == Privilege.NOBODY) {
                var traversable = PosixFilePermissions.fromString("rwx--x--x");
                Files.setPosixFilePermissions(home, traversable);
                Files.setPosixFilePermissions(home.toAbsolutePath().getParent(), traversable);
            }
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(log)) {
                Folders.write(log, "");
            }
            tools.handOver(log);
        } catch (IOException unusable) {
            throw Folders.unusable(home, unusable);
        }
    }

    @Override
    public synchronized void revive() {
        if (answers()) {
            return;
        }
        Optional<Postmaster> orphan = Postmaster.of(data);
        if (orphan.isPresent()) {
            server = orphan.get();
            if (answers()) {
                LOG.atInfo().addKeyValue("pid", server.pid()).log("running database adopted");
                return;
            }
            stop("immediate");
        }
        makeCluster();
        startServer();
        awaitAnswer();
    }

    /** On a machine that is very busy a server that is ready may still take its time to let somebody in. */
    private void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (System.nanoTime() > end) {
                throw tools.failed("does not answer");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean answers() {
        if (server.pid() == 0 || !server.alive()) {
            return false;
        }
        try (Connection connection = connect(Login.OWNER)) {
            return connection.isValid(1);
        } catch (SQLException gone) {
            return false;
        }
    }

    private void makeCluster() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = data.resolveSibling("data.new");
        Path password = data.resolveSibling("initdb.password");
        try {
            remove(fresh);
            Folders.own(fresh);
            tools.handOver(fresh);
            Folders.write(password, ownerPassword);
            tools.handOver(password);
            int exit = tools.run("initdb", initdb(fresh, password));
            Files.deleteIfExists(password);
            if (exit != 0) {
                throw tools.failed("could not make its cluster");
            }
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unusable) {
            throw Folders.unusable(data, unusable);
        }
    }

    private static List<String> initdb(Path into, Path password) {
        return List.of(
                "-D",
                into.toString(),
                "-U",
                OWNER,
                "--auth=scram-sha-256",
                "--set=scram_iterations=1",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    /** What a first start left half-made is made anew: nothing was acknowledged from it. */
    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void startServer() {
        Path settings = data.resolve("postgresql.conf");
        Folders.write(settings, ServerSettings.text());
        tools.handOver(settings);
        try {
            Postmaster.clearAwayTheDead(data);
        } catch (IOException unusable) {
            throw Folders.unusable(data, unusable);
        }
        int exit = tools.run(
                "pg_ctl",
                List.of("-D", data.toString(), "-l", log.toString(), "-w", "-t", "60", "-o", "-p " + port(), "start"));
        server = Postmaster.of(data).filter(found -> exit == 0).orElseThrow(() -> tools.failed("did not start"));
        LOG.atInfo()
                .addKeyValue("pid", server.pid())
                .addKeyValue("port", server.port())
                .log("database started");
    }

    /** The same port after a restart, since others know it; a free one at first. */
    private int port() {
        return server.port() == 0 ? freePort() : server.port();
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new StoreFault(Code.DATABASE_UNAVAILABLE, "no free port on the loopback", none);
        }
    }

    private void stop(String mode) {
        if (tools.run("pg_ctl", List.of("-D", data.toString(), "-m", mode, "-w", "-t", "60", "stop")) != 0) {
            LOG.atWarn().addKeyValue("mode", mode).log("database did not stop");
        }
    }

    @Override
    public Connection connect(Login login) throws SQLException {
        Access access = access(login);
        Properties properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password());
        return DriverManager.getConnection(access.url(), properties);
    }

    @Override
    public Access access(Login login) {
        // Both timeouts in seconds: a server that is stuck counts as gone.
        String url = "jdbc:postgresql://127.0.0.1:" + server.port()
                + "/postgres?currentSchema=custody&connectTimeout=2&loginTimeout=5";
        return switch (login) {
            case OWNER -> new Access(url, OWNER, ownerPassword);
            case APPLICATION -> new Access(url, APPLICATION, applicationPassword);
        };
    }

    /** Process of the server; for tests that kill it. */
    public long pid() {
        return server.pid();
    }

    @Override
    public synchronized void close() {
        stop("fast");
    }
}
