package custody.web.house;

import custody.record.desk.Accounts;
import custody.record.events.Badge;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
public final class InMemoryAccounts implements Accounts {
    private final Map<Badge, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(Badge badge, Instant expires) {}

    @Override
    public Optional<Account> find(Badge badge) {
        return Optional.ofNullable(accounts.get(badge));
    }

    @Override
    public void password(Badge badge, String hash) {
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
    }

    @Override
    public boolean any() {
        return !accounts.isEmpty();
    }

    @Override
    public void token(String sha256, Badge badge, Instant expires) {
        tokens.put(sha256, new Token(badge, expires));
    }

    @Override
    public Optional<Badge> tokenOwner(String sha256, Instant now) {
        return Optional.ofNullable(tokens.get(sha256))
                .filter(token -> token.expires().isAfter(now))
                .map(Token::badge);
    }

    @Override
    public void revokeTokens(Badge badge) {
        tokens.values().removeIf(token -> token.badge().equals(badge));
    }

    /** Forgets everything, as before the first start. */
    public void clear() {
        accounts.clear();
        tokens.clear();
    }
}
