package custody.web.pages;

import custody.record.detention.CustodyRecord;
import custody.web.session.Visit;
import java.util.List;

/** Films that show something of a record, for its timeline; a node without cameras has none. */
public interface RecordFilms {
    /** Those that the visitor may play, the newest first. */
    List<FilmLine> of(CustodyRecord record, Visit visit);
}
