package custody.node.commands;

import custody.ledger.Parsed;
import custody.ledger.log.Leaf;
import custody.ledger.note.VerifierKey;
import custody.ledger.proof.TlogProof;
import custody.ledger.proof.TlogVerdict;
import custody.ledger.tree.TreeHasher;
import custody.video.export.ExportCheck;
import custody.video.export.ExportFile;
import custody.video.media.MalformedMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks exported footage without a network: the file is exactly as its writer makes it, its pictures are those of the original
 * pieces, these lead to their segments' roots, and the ledger's signed tree has an entry that names this very manifest.
 */
final class ExportedFile {
    /** What was found: lines for people, and whether all agrees. */
    record Finding(boolean agrees, List<String> lines) {
        Finding {
            lines = List.copyOf(lines);
        }

        static Finding differs(String what) {
            return new Finding(false, List.of("DIFFERS: " + what));
        }
    }

    private ExportedFile() {}

    /** {@code pinned} is the key that the ledger is known to sign with; empty takes the one in the file and says so. */
    static Finding check(Path file, Optional<String> pinned) throws IOException {
        Path folder = Files.createTempDirectory("custody-check");
        try {
            ExportFile.Opened opened = ExportFile.open(file, folder);
            return switch (ExportCheck.of(folder)) {
                case ExportCheck.Outcome.Differs(var what) -> Finding.differs(what);
                case ExportCheck.Outcome.Agrees agrees -> inLedger(opened, pinned, agrees);
            };
        } catch (MalformedMedia malformed) {
            return Finding.differs(String.valueOf(malformed.getMessage()));
        } finally {
            remove(folder);
        }
    }

    private static Finding inLedger(
            ExportFile.Opened opened, Optional<String> pinned, ExportCheck.Outcome.Agrees agrees) {
        String told = opened.proof().key().strip();
        if (pinned.isPresent() && !pinned.get().strip().equals(told)) {
            return Finding.differs("the file is signed for another key than the one given: " + told);
        }
        Optional<VerifierKey> key = VerifierKey.parse(told).accepted();
        Optional<TlogProof> proof = TlogProof.parse(opened.proof().text()).accepted();
        Optional<byte[]> bytes = proof.flatMap(TlogProof::extra);
        if (key.isEmpty() || proof.isEmpty() || bytes.isEmpty()) {
            return Finding.differs("the proof cannot be read");
        }
        if (!(Leaf.parse(bytes.get()) instanceof Parsed.Accepted<Leaf>(Leaf leaf))) {
            return Finding.differs("the ledger entry cannot be read");
        }
        if (!leaf.facts().word("manifest").equals(Optional.of(opened.manifest()))) {
            return Finding.differs("the ledger entry names another manifest");
        }
        TlogVerdict verdict = proof.get()
                .verify(new TreeHasher().leaf(bytes.get()), leaf.origin().text(), List.of(key.get()), List.of());
        return switch (verdict) {
            case TlogVerdict.Proven proven ->
                new Finding(
                        true,
                        List.of(
                                "Export agrees: " + agrees.pictures() + " pictures from "
                                        + agrees.roots().size() + " segments",
                                masks(agrees.masks()),
                                "Ledger " + leaf.origin().text() + ", entry " + leaf.index() + ", written "
                                        + leaf.time().recordedAt() + ", under a signed tree of "
                                        + proven.checkpoint().head().size() + " entries",
                                "Key " + told
                                        + (pinned.isPresent()
                                                ? ", as given"
                                                : ": taken from the file; compare it with the one the facility publishes, or give it with --key")));
            case TlogVerdict.BadSignature _,
                    TlogVerdict.NotSignedByLog _,
                    TlogVerdict.NoCheckpoint _,
                    TlogVerdict.OtherOrigin _,
                    TlogVerdict.NotIncluded _ -> Finding.differs("the ledger's proof does not hold: " + verdict);
        };
    }

    /** What the proof covers, and what it cannot. */
    private static String masks(int masks) {
        return masks == 0
                ? "Film: the pictures as they were recorded; each original piece is in the file and leads to its segment's root"
                : "Film: painted over in " + masks
                        + " places before it went out. The ledger proves that this very film was handed"
                        + " out, and by hash which original pieces it was made from; these are not in the file, so that the film shows"
                        + " nothing else than they do is the facility's word until they are laid beside it";
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
