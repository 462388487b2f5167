package custody.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.ledger.Malformation;
import custody.ledger.ParserFuzz;
import custody.ledger.note.Checkpoint;
import custody.ledger.note.NoteSigner;
import custody.ledger.note.SignedNote;
import custody.ledger.tree.Hash;
import custody.ledger.tree.TreeHead;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A receipt")
class ReceiptTest {
    private static final Hash LEAF = Hash.parseBase64(Examples.RECORD_LEAF_HASH).orThrow();
    private static final Receipt RECORDED = Receipt.recorded(Examples.ORIGIN, 17, LEAF);
    private static final String TEXT = """
            custody-receipt/v1
            origin custody/UA26-0007/1
            index 17
            leaf ecb77HlG32vfSRXBbhQrog/raeW/ad5zDPuOp9uSgMs=
            """;

    private static SignedNote checkpoint(String origin, long size) {
        return Checkpoint.of(origin, new TreeHead(size, LEAF)).sign(NoteSigner.fromSeed(origin, new byte[32]));
    }

    @Test
    void isFourLinesAndThenTheCheckpoint() {
        assertEquals(TEXT, RECORDED.text());
        SignedNote note = checkpoint("custody/UA26-0007/1", 18);
        assertEquals(TEXT + "\n" + note.encode(), RECORDED.sealedBy(note).text());
    }

    @Test
    void readsNothingButWhatItWrites() {
        List<String> valid = List.of(
                TEXT,
                Receipt.recorded(Examples.ORIGIN, 0, LEAF).text(),
                RECORDED.sealedBy(checkpoint("custody/UA26-0007/1", 18)).text());
        ParserFuzz.text(valid, Receipt::parse, Receipt::text);
    }

    @Test
    void cannotBeSealedByAnotherLedgerOrAnEarlierCheckpoint() {
        SignedNote other = checkpoint("custody/UA26-0008/1", 18);
        SignedNote earlier = checkpoint("custody/UA26-0007/1", 17);
        assertThrows(IllegalArgumentException.class, () -> RECORDED.sealedBy(other));
        assertThrows(IllegalArgumentException.class, () -> RECORDED.sealedBy(earlier));
        assertEquals(
                Optional.of(Malformation.INCONSISTENT),
                Receipt.parse(TEXT + "\n" + other.encode()).refusal());
        assertEquals(
                Optional.of(Malformation.INCONSISTENT),
                Receipt.parse(TEXT + "\n" + earlier.encode()).refusal());
    }

    @Test
    void cannotBeReadInAnotherForm() {
        for (String changed : List.of(
                "",
                TEXT.stripTrailing(),
                TEXT + "\n",
                TEXT + "x",
                TEXT.replace("index 17", "index 017"),
                TEXT.replace("index 17", "index 17 "),
                TEXT.replace("index 17", "index -1"),
                TEXT.replace("v1", "v2"),
                TEXT.replace("\n", "\r\n"),
                TEXT.replace("leaf ", "index 17\nleaf "))) {
            assertTrue(Receipt.parse(changed).accepted().isEmpty(), changed);
        }
    }
}
