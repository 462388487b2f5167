package custody.web.pages;

import custody.record.detention.CustodyRecord;
import custody.web.session.Visit;
import java.util.List;
import java.util.Optional;

/** Films that show something of a record, for its timeline; a node without cameras has none. */
public interface RecordFilms {
    /** Those that the visitor may play, the newest first. */
    List<FilmLine> of(CustodyRecord record, Visit visit);

    /** Where the visitor adds one; empty where that is not permitted. */
    Optional<String> adding(CustodyRecord record, Visit visit);
}
