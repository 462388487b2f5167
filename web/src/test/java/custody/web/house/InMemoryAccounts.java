package custody.web.house;

import custody.record.desk.Accounts;
import custody.record.desk.CredentialChange;
import custody.record.desk.CredentialChange.Kind;
import custody.record.events.Badge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** Accounts in memory. */
public final class InMemoryAccounts implements Accounts {
    private final Map<Badge, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private final List<CredentialChange> changes = new CopyOnWriteArrayList<>();

    private final AtomicReference<Runnable> proved = new AtomicReference<>(() -> {});

    /** Does something when the next password has been proved, before whoever proved it goes on. */
    public void whenProved(Runnable doing) {
        proved.set(doing);
    }

    private record Token(Badge badge, Instant expires) {}

    @Override
    public Optional<Account> find(Badge badge) {
        return Optional.ofNullable(accounts.get(badge));
    }

    /** Every password set and token made or revoked, as the ledger would have it. */
    public List<CredentialChange> changes() {
        return List.copyOf(changes);
    }

    /** As somebody at the console would. */
    public void password(Badge badge, String hash) {
        password(badge, hash, new Console());
    }

    /** As somebody at the console would. */
    public void token(String sha256, Badge badge, Instant expires) {
        token(sha256, badge, expires, new Console());
    }

    @Override
    public void password(Badge badge, String hash, By by) {
        changes.add(new CredentialChange(Kind.PASSWORD_SET, badge, by));
        accounts.put(badge, new Account(badge, hash, 0, Instant.EPOCH));
    }

    @Override
    public boolean trying(Account seen, Instant at) {
        return accounts.replace(
                seen.badge(), seen, new Account(seen.badge(), seen.passwordHash(), seen.failures() + 1, at));
    }

    @Override
    public void succeeded(Badge badge) {
        accounts.computeIfPresent(badge, (_, account) -> new Account(badge, account.passwordHash(), 0, Instant.EPOCH));
        proved.getAndSet(() -> {}).run();
    }

    @Override
    public boolean any() {
        return !accounts.isEmpty();
    }

    @Override
    public void token(String sha256, Badge badge, Instant expires, By by) {
        changes.add(new CredentialChange(Kind.TOKEN_MADE, badge, by));
        tokens.put(sha256, new Token(badge, expires));
    }

    @Override
    public Optional<Badge> tokenOwner(String sha256, Instant now) {
        return Optional.ofNullable(tokens.get(sha256))
                .filter(token -> token.expires().isAfter(now))
                .map(Token::badge);
    }

    @Override
    public void revokeTokens(Badge badge, By by) {
        changes.add(new CredentialChange(Kind.TOKENS_REVOKED, badge, by));
        tokens.values().removeIf(token -> token.badge().equals(badge));
    }

    /** Forgets everything, as before the first start. */
    public void clear() {
        accounts.clear();
        tokens.clear();
    }
}
