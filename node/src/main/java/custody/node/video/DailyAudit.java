package custody.node.video;

import custody.ledger.log.ClearFacts;
import custody.ledger.log.EntryClass;
import custody.store.Store;
import custody.store.archive.Auditing;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads some footage again, chosen by the newest checkpoint, which nobody knew before it was signed. */
record DailyAudit(Store store, Auditing auditing, ArchiveTroubles troubles, InstantSource time) {
    private static final Logger LOG = LoggerFactory.getLogger(DailyAudit.class);

    void turn() {
        Auditing.Audit found = auditing.run(store.ledger().checkpoint().orElse(""));
        troubles.looked(ArchiveTroubles.Word.FOOTAGE_DIFFERS, !found.differ().isEmpty(), time.instant());
        if (!found.differ().isEmpty()) {
            LOG.atError().addKeyValue("segments", found.differ()).log("footage is not what it was; run the check");
            var _ = store.note(
                    EntryClass.GAP,
                    ClearFacts.none()
                            .with("what", "footage-differs")
                            .with("segments", found.differ().size())
                            .with("first", found.differ().getFirst()));
        }
        LOG.atInfo().addKeyValue("read", found.read()).log("footage was read again");
    }
}
