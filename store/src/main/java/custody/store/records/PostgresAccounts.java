package custody.store.records;

import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.desk.CredentialChange.Kind;
import custody.record.events.Badge;
import custody.store.database.Queries;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Accounts and tokens as rows. Holds hashes only. Safe for many threads. */
final class PostgresAccounts implements Accounts {
    private static final String FIND = "SELECT password_hash, failures, failed_at FROM account WHERE badge = ?";
    private static final String PASSWORD = """
            INSERT INTO account (badge, password_hash, failures, failed_at) VALUES (?, ?, 0, 'epoch')
            ON CONFLICT (badge) DO UPDATE SET password_hash = excluded.password_hash, failures = 0, failed_at = 'epoch'
            """;
    private static final String TRYING = """
            UPDATE account SET failures = failures + 1, failed_at = ?::timestamptz
            WHERE badge = ? AND failures = ? AND failed_at = ?::timestamptz AND password_hash = ?
            """;
    private static final String SUCCEEDED = "UPDATE account SET failures = 0, failed_at = 'epoch' WHERE badge = ?";
    private static final String ANY = "SELECT EXISTS (SELECT 1 FROM account)";
    private static final String TOKEN =
            "INSERT INTO token (sha256, badge, expires) VALUES (?, ?, ?::timestamptz) ON CONFLICT DO NOTHING";
    private static final String OWNER = "SELECT badge FROM token WHERE sha256 = ? AND expires > ?::timestamptz";
    private static final String REVOKE = "DELETE FROM token WHERE badge = ?";

    private final Queries queries;
    private final Appending appending;

    PostgresAccounts(Queries queries, Appending appending) {
        this.queries = queries;
        this.appending = appending;
    }

    @Override
    public Optional<Account> find(Badge badge) {
        return queries.with(connection -> {
            try (PreparedStatement select = prepared(connection, FIND, badge.number());
                    ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Account(
                                badge,
                                rows.getString(1),
                                rows.getInt(2),
                                rows.getTimestamp(3).toInstant()))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void password(Badge badge, String hash, By by) {
        append(new CredentialChange(Kind.PASSWORD_SET, badge, by), Beside.of(PASSWORD, badge.number(), hash));
    }

    @Override
    public boolean trying(Account seen, Instant at) {
        return update(
                        TRYING,
                        Timestamp.from(at),
                        seen.badge().number(),
                        seen.failures(),
                        Timestamp.from(seen.failedAt()),
                        seen.passwordHash())
                == 1;
    }

    @Override
    public void succeeded(Badge badge) {
        var _ = update(SUCCEEDED, badge.number());
    }

    @Override
    public boolean any() {
        return queries.with(connection -> {
            try (PreparedStatement select = prepared(connection, ANY);
                    ResultSet rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        });
    }

    @Override
    public void token(String sha256, Badge badge, Instant expires, By by) {
        append(
                new CredentialChange(Kind.TOKEN_MADE, badge, by),
                Beside.of(TOKEN, HexFormat.of().parseHex(sha256), badge.number(), expires));
    }

    @Override
    public Optional<Badge> tokenOwner(String sha256, Instant now) {
        byte[] hash = HexFormat.of().parseHex(sha256);
        return queries.with(connection -> {
            try (PreparedStatement select = prepared(connection, OWNER, hash, Timestamp.from(now));
                    ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(new Badge(rows.getString(1))) : Optional.empty();
            }
        });
    }

    @Override
    public void revokeTokens(Badge badge, By by) {
        append(new CredentialChange(Kind.TOKENS_REVOKED, badge, by), Beside.of(REVOKE, badge.number()));
    }

    /** The row and its entry are one transaction: nobody gets in without a trace. */
    private void append(CredentialChange change, Beside row) {
        Wish.ChangingCredential wish = new Wish.ChangingCredential(change, row, new CompletableFuture<>());
        appending.append(wish, wish.answer());
    }

    private int update(String sql, Object... values) {
        return queries.with(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
