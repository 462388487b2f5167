package custody.web.video;

import custody.record.access.Action.General;
import custody.record.catalogue.Wire;
import custody.record.desk.CustodyRecords;
import custody.record.desk.Search;
import custody.record.detention.CustodyRecord;
import custody.record.events.RecordId;
import custody.video.archive.Uploads;
import custody.video.archive.Uploads.Outcome;
import custody.video.archive.Uploads.Source;
import custody.video.archive.Uploads.Upload;
import custody.video.archive.Uploads.Wanted;
import custody.web.forms.Plain;
import custody.web.pages.Pages;
import custody.web.problems.ProblemFound;
import custody.web.problems.ProblemName;
import custody.web.session.Needs;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Films of body and vehicle cameras. The page sends the file as the request's body, so that it goes to the archive in one pass;
 * what it is, is decided by its content.
 */
@Controller
public final class UploadsController {
    private static final int SHOWN = 100;
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{1,20}/[0-9]{4}/[0-9]{1,9}");

    private final Pages pages;
    private final RecordDesk desk;
    private final Looks looks;
    private final Footage footage;
    private final Involved involved;
    private final RefusedLooks refused;
    private final CustodyRecords records;

    UploadsController(
            Pages pages,
            RecordDesk desk,
            Looks looks,
            Footage footage,
            Involved involved,
            RefusedLooks refused,
            CustodyRecords records) {
        this.involved = involved;
        this.refused = refused;
        this.records = records;
        this.pages = pages;
        this.desk = desk;
        this.looks = looks;
        this.footage = footage;
    }

    /**
     * One upload in words.
     *
     * @param gone whether its term is over and the file deleted
     * @param lost whether the file is missing although its term is not over
     * @param replaces id of the film of the same bytes that was gone when this one came; empty for none
     * @param replacedBy id of the film of the same bytes that came when this one was gone; empty for none
     */
    public record UploadRow(
            String id,
            String device,
            String from,
            String length,
            String offset,
            String record,
            String by,
            String sha256,
            boolean gone,
            boolean lost,
            String replaces,
            String replacedBy) {
        /** Whether it can still be said whose apprehension it shows. */
        public boolean linkable() {
            return record.isEmpty() && !gone;
        }

        /** Whether it can be said that another apprehension is shown than was said. */
        public boolean relinkable() {
            return !record.isEmpty() && !gone;
        }

        static UploadRow of(Upload upload, Visit visit, Uploads uploads) {
            Wanted wanted = upload.wanted();
            return new UploadRow(
                    upload.id().toString(),
                    visit.wording().say("video.upload.source." + Wire.name(wanted.source())) + " " + wanted.device(),
                    visit.times().date(wanted.trueBeginning()) + " " + Strips.exact(visit, wanted.trueBeginning()),
                    inWords(upload.film().length(), visit),
                    Long.toString(wanted.clockOffset().toSeconds()),
                    wanted.record().map(Object::toString).orElse(""),
                    upload.by() + ", " + visit.times().full(upload.at()),
                    upload.sha256(),
                    upload.gone(),
                    !upload.gone() && uploads.file(upload.id()).isEmpty(),
                    upload.replaces().map(UUID::toString).orElse(""),
                    upload.replacedBy().map(UUID::toString).orElse(""));
        }
    }

    /** Films may be seconds long; some do not say how long they are. */
    private static String inWords(Duration length, Visit visit) {
        if (length.isZero()) {
            return visit.wording().say("video.upload.length.unknown");
        }
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    @Needs(General.UPLOAD_FOOTAGE)
    @GetMapping("/footage/uploads")
    ResponseEntity<String> list(
            HttpServletRequest request, Visit visit, @RequestParam(defaultValue = "") String record) {
        return show(request, visit, record, 200, "");
    }

    private ResponseEntity<String> show(
            HttpServletRequest request, Visit visit, String record, int status, String error) {
        boolean mayView = Watcher.may(visit, General.VIEW_FOOTAGE);
        List<UploadRow> rows = footage.uploads().of(visit.facility().code().code(), SHOWN).stream()
                .filter(one -> mayView || one.by().equals(Watcher.person(visit)))
                .map(one -> UploadRow.of(one, visit, footage.uploads()))
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", rows);
        parameters.put("record", record);
        parameters.put("error", error);
        parameters.put("begins", ExportsController.local(visit, visit.now()));
        parameters.put("may", Permitted.of(visit));
        return pages.show(request, status, "video/uploads", parameters);
    }

    /**
     * Says of a film that is here already whose apprehension it shows; of one that is linked already, the head of the facility alone says
     * another.
     */
    @Needs(General.UPLOAD_FOOTAGE)
    @PostMapping("/footage/uploads/{id}/record")
    ResponseEntity<String> link(
            HttpServletRequest request,
            Visit visit,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String record) {
        Upload film = here(visit, id);
        Optional<UUID> before = film.wanted().record();
        boolean anew = before.isPresent() && Watcher.may(visit, General.RELINK_FOOTAGE);
        if (anew) {
            find(visit, id);
        }
        if (anew || !film.by().equals(Watcher.person(visit))) {
            if (!Watcher.may(visit, General.VIEW_FOOTAGE)) {
                throw refused.notPermitted(visit, film.camera());
            }
            involved.refuse(visit, film);
        }
        if (record.isBlank()) {
            return show(request, visit, "", 422, visit.wording().say("video.upload.link.incomplete"));
        }
        RecordId about = linked(visit, record).id();
        if (involved.givesAway(visit, film, about)) {
            throw refused.notPermitted(visit, List.of());
        }
        boolean linked = anew
                ? footage.uploads().relink(film.id(), before.orElseThrow(), about.value())
                : footage.uploads().link(film.id(), about.value());
        return linked
                ? Pages.seeOther("/footage/uploads")
                : show(request, visit, "", 409, visit.wording().say("video.upload.link.there"));
    }

    /** The record by its id or its number: whoever apprehended the person knows the number, and reads the record no longer. */
    private CustodyRecord linked(Visit visit, String typed) {
        String id = typed.strip();
        if (NUMBER.matcher(id).matches()) {
            var search = new Search(id, Set.of(), Set.of(visit.facility().code()), null, null, null, 1);
            id = records.search(search, visit.reading("upload")).items().stream()
                    .findFirst()
                    .map(found -> found.id().toString())
                    .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        }
        return desk.read(visit, id, "upload", General.LINK_FOOTAGE);
    }

    /** What became of an upload, for the page. */
    record Answer(boolean stored, String text) {}

    @Needs(General.UPLOAD_FOOTAGE)
    @PostMapping("/footage/uploads")
    ResponseEntity<Answer> take(
            HttpServletRequest request,
            Visit visit,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String device,
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(defaultValue = "") String offset,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "") String note)
            throws IOException {
        Optional<Source> kind = Arrays.stream(Source.values())
                .filter(one -> Wire.name(one).equals(source))
                .findFirst();
        Optional<Instant> begun = Moments.typed(begins, visit);
        boolean fits = kind.isPresent()
                && Plain.said(device, 40)
                && begun.isPresent()
                && offset.matches("-?[0-9]{1,7}")
                && Plain.fits(note, 1_000);
        if (!fits) {
            return answer(422, false, visit.wording().say("video.upload.incomplete"));
        }
        if (request.getContentLengthLong() > Uploads.LARGEST) {
            return answer(413, false, visit.wording().say("video.upload.refused.too-large"));
        }
        Optional<RecordId> about = record.isBlank()
                ? Optional.empty()
                : Optional.of(linked(visit, record).id());
        Wanted alone = new Wanted(
                visit.facility().code().code(),
                kind.get(),
                device.strip(),
                begun.get(),
                Duration.ofSeconds(Long.parseLong(offset)),
                Optional.empty(),
                note.strip());
        boolean doubtful =
                about.filter(one -> involved.mayGiveAway(visit, alone, one)).isPresent();
        Wanted wanted = doubtful ? alone : alone.of(about.map(RecordId::value));
        return switch (footage.uploads().store(wanted, request.getInputStream(), Watcher.person(visit), visit.now())) {
            case Outcome.Stored(var upload)
            when doubtful && !linksNow(visit, upload, about) ->
                answer(201, true, stored(visit, upload) + " " + visit.wording().say("video.upload.stored.unlinked"));
            case Outcome.Stored(var upload) -> answer(201, true, stored(visit, upload));
            case Outcome.AlreadyHere(var there)
            when linksNow(visit, there, about) ->
                answer(200, true, visit.wording().say("video.upload.linked"));
            case Outcome.AlreadyHere(var there) ->
                answer(
                        422,
                        false,
                        visit.wording()
                                .say(
                                        "video.upload.already-here",
                                        there.wanted().device(),
                                        visit.times().full(there.wanted().trueBeginning()),
                                        visit.times().full(there.at())));
            case Outcome.Refused(var reason) ->
                answer(422, false, visit.wording().say("video.upload.refused." + Wire.name(reason)));
        };
    }

    /** Who sends the same film with a record that nobody had said links it, but where it is a complaint's that names him. */
    private boolean linksNow(Visit visit, Upload there, Optional<RecordId> about) {
        boolean here = there.wanted().facility().equals(visit.facility().code().code());
        return here
                && about.filter(record -> !involved.givesAway(visit, there, record)
                                && footage.uploads().link(there.id(), record.value()))
                        .isPresent();
    }

    private String stored(Visit visit, Upload upload) {
        Optional<Upload> before = upload.replaces().flatMap(footage.uploads()::find);
        return before.map(gone -> visit.wording()
                        .say("video.upload.stored.again", visit.times().full(gone.at()), upload.sha256()))
                .orElseGet(() -> visit.wording().say("video.upload.stored", upload.sha256()));
    }

    private static ResponseEntity<Answer> answer(int status, boolean stored, String text) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new Answer(stored, text));
    }

    /** Plays one; what for is asked first, and the look is written down before the first byte. */
    @Needs(General.VIEW_FOOTAGE)
    @GetMapping("/footage/uploads/{id}")
    ResponseEntity<String> play(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Upload upload = find(visit, id);
        involved.refuse(visit, upload);
        if (looks.purpose(request.getSession()).isEmpty()) {
            return Pages.seeOther("/footage/purpose?back=/footage/uploads/" + upload.id());
        }
        return pages.show(
                request,
                "video/upload",
                Map.of(
                        "row",
                        UploadRow.of(upload, visit, footage.uploads()),
                        "may",
                        Permitted.of(visit),
                        "note",
                        upload.wanted().note()));
    }

    @Needs(General.VIEW_FOOTAGE)
    @GetMapping("/footage/uploads/{id}/film")
    ResponseEntity<Resource> film(HttpServletRequest request, Visit visit, @PathVariable String id) {
        Upload upload = find(visit, id);
        involved.refuse(visit, upload);
        Path file = footage.uploads().file(upload.id()).orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
        if (!looks.before(request.getSession(), visit, upload)) {
            throw new ProblemFound(ProblemName.NOT_PERMITTED);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("video/mp4"))
                .body(new FileSystemResource(file));
    }

    private Upload here(Visit visit, String id) {
        return HoldsController.uuid(id)
                .flatMap(footage.uploads()::find)
                .filter(one ->
                        one.wanted().facility().equals(visit.facility().code().code()))
                .orElseThrow(() -> new ProblemFound(ProblemName.NOT_FOUND));
    }

    private Upload find(Visit visit, String id) {
        Upload upload = here(visit, id);
        // Whoever is named in a complaint on that record sees none of its films.
        upload.wanted()
                .record()
                .ifPresent(record -> desk.read(visit, record.toString(), "footage", General.VIEW_FOOTAGE));
        return upload;
    }
}
