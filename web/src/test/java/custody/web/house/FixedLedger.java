package custody.web.house;

import custody.record.desk.LedgerView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A ledger that shows one checkpoint and one tile. */
public final class FixedLedger implements LedgerView {

    @Override
    public String origin() {
        return "custody/UA26-0007/1";
    }

    @Override
    public Optional<String> checkpoint() {
        return Optional.of("custody/UA26-0007/1\n3\nAAAA\n\n— custody/UA26-0007/1 AAAA\n");
    }

    @Override
    public Optional<byte[]> tile(String path) {
        return path.equals("0/000") ? Optional.of("tile".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public String verifierKey() {
        return "custody/UA26-0007/1+00000000+AAAA";
    }
}
