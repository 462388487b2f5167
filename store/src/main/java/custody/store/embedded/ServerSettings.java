package custody.store.embedded;

/** The settings of the embedded server, written anew at each start. */
final class ServerSettings {
    private ServerSettings() {}

    /** The whole {@code postgresql.conf}. */
    static String text() {
        String system = System.getProperty("os.name");
        boolean linux = system.startsWith("Linux");
        boolean notices = !system.startsWith("Windows");
        return """
                # Written by the program at each start; changes here are lost.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 64
                password_encryption = 'scram-sha-256'
                # The passwords are random, 192 bits: rounds would add nothing but time to each connection.
                scram_iterations = 1
                # What is acknowledged survives power loss.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = replica
                wal_compression = 'pglz'
                wal_buffers = '16MB'
                max_wal_size = '1GB'
                min_wal_size = '128MB'
                # A killed node must append again within seconds.
                checkpoint_timeout = '5min'
                recovery_init_sync_method = '%s'
                restart_after_crash = on
                # What waits for a lock is undone when whoever sent it has gone: nothing commits long after it was refused.
                client_connection_check_interval = '%s'
                # A desk's machine: small, two cores, one user.
                shared_buffers = '256MB'
                max_parallel_workers_per_gather = 0
                jit = off
                autovacuum_naptime = '30s'
                # Most tables only grow: tidying them up may take its time, an entry may not.
                autovacuum_vacuum_cost_delay = '20ms'
                # Errors without values: a message must not carry what a row holds.
                log_error_verbosity = 'terse'
                log_min_error_statement = 'panic'
                log_parameter_max_length_on_error = 0
                log_checkpoints = off
                lc_messages = 'C'
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(linux ? "syncfs" : "fsync", notices ? "2s" : "0");
    }
}
