package custody.web.api;

import custody.record.desk.LedgerView;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private final LedgerView ledger;

    LedgerController(LedgerView ledger) {
        this.ledger = ledger;
    }

    @Open
    @GetMapping("/ledger/**")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        String start = "/ledger/" + ledger.origin() + "/";
        String path = request.getRequestURI();
        if (!path.startsWith(start)) {
            throw new ProblemFound(ProblemName.NOT_FOUND);
        }
        String file = path.substring(start.length());
        if (file.equals("checkpoint")) {
            return checkpoint();
        }
        if (file.equals("vkey")) {
            return text(ledger.verifierKey() + "\n", CacheControl.maxAge(Duration.ofHours(1)));
        }
        if (file.matches("tile/(entries/)?[0-9x/.p]{1,120}")) {
            return tile(file.substring("tile/".length()));
        }
        throw new ProblemFound(ProblemName.NOT_FOUND);
    }

    private ResponseEntity<byte[]> checkpoint() {
        return ledger.checkpoint()
                .map(note -> text(note, CacheControl.noCache()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private ResponseEntity<byte[]> tile(String path) {
        byte[] tile = ledger.tile(path).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
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
