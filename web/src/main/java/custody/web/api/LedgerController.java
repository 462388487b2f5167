package custody.web.api;

import custody.record.desk.LedgerView;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ledger as static files (C2SP tlog-tiles): {@code /ledger/<origin>/checkpoint} and {@code /ledger/<origin>/tile/…}.
 * Anyone may fetch them; they hold hashes and encrypted leaves, no content. Tiles never change and are kept; the
 * checkpoint is asked for anew each time.
 */
@RestController
final class LedgerController {
    /** An origin has three parts. */
    private static final Pattern PATH = Pattern.compile("/ledger/([^/]{1,60}/[^/]{1,60}/[0-9]{1,9})/(.{1,160})");

    private final LedgerView ledger;

    LedgerController(LedgerView ledger) {
        this.ledger = ledger;
    }

    @Open
    @GetMapping("/ledger/**")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getRequestURI());
        if (!path.matches()) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        LedgerView one = named(path.group(1));
        String file = path.group(2);
        if (file.equals("checkpoint")) {
            return checkpoint(one);
        }
        if (file.equals("vkey")) {
            return text(one.verifierKey() + "\n", CacheControl.maxAge(Duration.ofHours(1)));
        }
        if (file.matches("tile/(entries/)?[0-9x/.p]{1,120}")) {
            return tile(one, file.substring("tile/".length()));
        }
        throw new ProblemFound(ProblemName.NOT_FOUND);
    }

    /** The node's ledger, or one that it continues: whoever holds a receipt of an earlier one checks it there. */
    private LedgerView named(String origin) {
        return origin.equals(ledger.origin())
                ? ledger
                : ledger.earlier(origin).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> checkpoint(LedgerView one) {
        return one.checkpoint()
                .map(note -> text(note, CacheControl.noCache()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> tile(LedgerView one, String path) {
        byte[] tile = one.tile(path).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(tile);
    }

    private static ResponseEntity<byte[]> text(String text, CacheControl keep) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .cacheControl(keep)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
