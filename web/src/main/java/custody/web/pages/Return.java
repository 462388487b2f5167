package custody.web.pages;

import custody.record.events.RecordId;
import custody.web.forms.Typed;

/** Where a form leads once it is saved: to the place it was opened from. A closed set, since a free address would lead astray. */
enum Return {
    /** The record's page. */
    RECORD,
    /** The flags on the record's page. */
    FLAGS,
    /** Everything that is due here. */
    TASKS;

    /** Parameter that names it. */
    static final String PARAMETER = "back";

    /** What a form says; the record's page where it says nothing. */
    static Return of(Typed typed) {
        return switch (typed.one(PARAMETER)) {
            case "tasks" -> TASKS;
            case "flags" -> FLAGS;
            default -> RECORD;
        };
    }

    /** The address after version {@code added} was stored. */
    String path(RecordId record, int added) {
        return switch (this) {
            case RECORD -> "/records/" + record + "?added=" + added;
            case FLAGS -> "/records/" + record + "?added=" + added + "#flags";
            case TASKS -> "/tasks?added=" + added + "&record=" + record;
        };
    }

    /** Where one goes who gives up. */
    String path(RecordId record) {
        return switch (this) {
            case RECORD -> "/records/" + record;
            case FLAGS -> "/records/" + record + "#flags";
            case TASKS -> "/tasks";
        };
    }
}
