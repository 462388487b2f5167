package custody.web.pages;

import custody.record.law.rules.Pack;
import custody.web.law.LawWords;
import custody.web.law.PackChanges;
import custody.web.law.PackTexts;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The law this node judges by, for whoever is signed in: packs, rules, what changed. No personal data. */
@Controller
final class LawController {
    /** One text, also where id and version are those of two. */
    private static final String TEXT = "/law/{id}/{version}/{text}";

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

    private PackTexts texts() {
        return new PackTexts(law.law().packs());
    }

    private PackView view(Pack pack, LawWords words, Instant now) {
        return PackView.of(pack, texts(), law.law().pack(), words, now);
    }

    private Pack pack(String id, String version, String digits) {
        return texts().find(id, version, digits).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    @SignedInOnly
    @GetMapping({"/law/{id}/{version}", TEXT})
    ResponseEntity<String> rules(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @PathVariable String version,
            @PathVariable(required = false) @Nullable String text) {
        Pack pack = pack(id, version, Objects.requireNonNullElse(text, ""));
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
    @GetMapping({"/law/{id}/{version}/changes", TEXT + "/changes"})
    ResponseEntity<String> changes(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @PathVariable String version,
            @PathVariable(required = false) @Nullable String text) {
        Pack pack = pack(id, version, Objects.requireNonNullElse(text, ""));
        Pack before = texts().before(pack).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        LawWords words = LawWords.of(visit);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("pack", view(pack, words, visit.now()));
        parameters.put("before", view(before, words, visit.now()));
        parameters.put("changes", PackChanges.of(before, pack, new RuleWords(words)));
        return pages.show(request, "pages/lawChanges", parameters);
    }
}
