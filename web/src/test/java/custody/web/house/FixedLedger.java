package custody.web.house;

import custody.record.desk.LedgerView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A ledger that shows one checkpoint and one tile. */
public final class FixedLedger implements LedgerView {
    private final int epoch;

    /** The ledger of that number, which continues those before it. */
    public FixedLedger(int epoch) {
        this.epoch = epoch;
    }

    @Override
    public String origin() {
        return "custody/UA26-0007/" + epoch;
    }

    @Override
    public Optional<String> checkpoint() {
        return Optional.of(origin() + "\n3\nAAAA\n\n— " + origin() + " AAAA\n");
    }

    @Override
    public Optional<byte[]> tile(String path) {
        return path.equals("0/000") ? Optional.of("tile".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public String verifierKey() {
        return origin() + "+00000000+AAAA";
    }

    @Override
    public Optional<LedgerView> earlier(String origin) {
        return origin.equals("custody/UA26-0007/1") && epoch > 1 ? Optional.of(new FixedLedger(1)) : Optional.empty();
    }
}
