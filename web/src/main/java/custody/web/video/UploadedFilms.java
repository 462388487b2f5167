package custody.web.video;

import custody.record.access.Action.General;
import custody.record.detention.CustodyRecord;
import custody.video.archive.Uploads.Upload;
import custody.web.pages.FilmLine;
import custody.web.pages.RecordFilms;
import custody.web.session.RecordDesk;
import custody.web.session.Visit;
import custody.web.video.UploadsController.UploadRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Films of body and vehicle cameras that name a record, for whoever may play them. */
@Component
final class UploadedFilms implements RecordFilms {
    private final Footage footage;
    private final RecordDesk desk;

    UploadedFilms(Footage footage, RecordDesk desk) {
        this.footage = footage;
        this.desk = desk;
    }

    @Override
    public List<FilmLine> of(CustodyRecord record, Visit visit) {
        if (!desk.may(visit, record, General.VIEW_FOOTAGE)) {
            return List.of();
        }
        return footage.uploads().ofRecord(record.id().value()).stream()
                .sorted(Comparator.comparing((Upload one) -> one.wanted().trueBeginning())
                        .reversed())
                .map(one -> line(one, UploadRow.of(one, visit, footage.uploads())))
                .toList();
    }

    @Override
    public Optional<String> adding(CustodyRecord record, Visit visit) {
        boolean may = Watcher.may(visit, General.UPLOAD_FOOTAGE) && desk.may(visit, record, General.LINK_FOOTAGE);
        return may ? Optional.of("/footage/uploads?record=" + record.id()) : Optional.empty();
    }

    private static FilmLine line(Upload upload, UploadRow row) {
        return new FilmLine(
                "/footage/uploads/" + row.id(),
                row.device(),
                upload.wanted().trueBeginning(),
                row.from(),
                row.length(),
                row.by(),
                upload.gone());
    }
}
