package custody.node.wiring;

import custody.store.Store;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when nothing can be written or sealed any more. */
final class LedgerHealth implements HealthIndicator {
    private final Store store;

    LedgerHealth(Store store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return store.trouble().isEmpty() ? Health.up().build() : Health.down().build();
    }
}
