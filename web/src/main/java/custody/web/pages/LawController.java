package custody.web.pages;

import custody.record.law.rules.Pack;
import custody.web.law.LawWords;
import custody.web.law.PackChanges;
import custody.web.law.PackView;
import custody.web.law.RuleView;
import custody.web.law.RuleWords;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.LawDesk;
import custody.web.session.SignedInOnly;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The law this node judges by, for whoever is signed in: packs, rules, what changed. No personal data. */
@Controller
final class LawController {
    private final Pages pages;
    private final LawDesk law;

    LawController(Pages pages, LawDesk law) {
        this.pages = pages;
        this.law = law;
    }

    @SignedInOnly
    @GetMapping("/law")
    ResponseEntity<String> packs(HttpServletRequest request, Visit visit) {
        String judging = law.law().pack();
        LawWords words = LawWords.of(visit);
        List<PackView> all = law.law().packs().all().stream()
                .sorted(Comparator.comparing((Pack pack) -> !pack.id().equals(judging))
                        .thenComparing(Pack::id)
                        .thenComparing(Comparator.comparing(Pack::validFrom).reversed()))
                .map(pack -> view(pack, words, visit.now()))
                .toList();
        return pages.show(request, "pages/law", Map.of("packs", all));
    }

    private PackView view(Pack pack, LawWords words, Instant now) {
        return PackView.of(pack, before(pack).orElse(null), law.law().pack(), words, now);
    }

    private Optional<Pack> before(Pack pack) {
        return law.law().packs().all().stream()
                .filter(other ->
                        other.id().equals(pack.id()) && other.validFrom().isBefore(pack.validFrom()))
                .max(Comparator.comparing(Pack::validFrom));
    }

    private Pack pack(String id, String version) {
        return law.law().packs().all().stream()
                .filter(pack -> pack.id().equals(id) && pack.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    @SignedInOnly
    @GetMapping("/law/{id}/{version}")
    ResponseEntity<String> rules(
            HttpServletRequest request, Visit visit, @PathVariable String id, @PathVariable String version) {
        Pack pack = pack(id, version);
        RuleWords words = new RuleWords(LawWords.of(visit));
        List<RuleView> rules = pack.rules().stream()
                .map(words::of)
                .sorted(Comparator.comparing(RuleView::provision).thenComparing(RuleView::id))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("pack", view(pack, LawWords.of(visit), visit.now()));
        parameters.put("rules", rules);
        return pages.show(request, "pages/lawPack", parameters);
    }

    @SignedInOnly
    @GetMapping("/law/{id}/{version}/changes")
    ResponseEntity<String> changes(
            HttpServletRequest request, Visit visit, @PathVariable String id, @PathVariable String version) {
        Pack pack = pack(id, version);
        Pack before = before(pack).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        LawWords words = LawWords.of(visit);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("pack", view(pack, words, visit.now()));
        parameters.put("before", view(before, words, visit.now()));
        parameters.put("changes", PackChanges.of(before, pack, new RuleWords(words)));
        return pages.show(request, "pages/lawChanges", parameters);
    }
}
