package custody.web.pages;

import custody.record.catalogue.Wire;
import custody.record.events.RecordId;
import custody.web.forms.Typed;

/** Where a form leads once it is saved: to the place it was opened from. A closed set, since a free address would lead astray. */
enum Return {
    /** The record's page. */
    RECORD,
    /** The flags on the record's page. */
    FLAGS,
    /** Everything that is due here. */
    TASKS,
    /** Everything that was broken or is near. */
    ALERTS;

    /** Parameter that names it. */
    static final String PARAMETER = "back";

    /** What a form says; the record's page where it says nothing. */
    static Return of(Typed typed) {
        return named(typed.one(PARAMETER));
    }

    /** The one of that name; the record's page where there is none. */
    static Return named(String name) {
        return switch (name) {
            case "tasks" -> TASKS;
            case "alerts" -> ALERTS;
            case "flags" -> FLAGS;
            default -> RECORD;
        };
    }

    /** Its name. */
    String parameter() {
        return Wire.name(this);
    }

    /** The address after version {@code added} was stored. */
    String path(RecordId record, int added) {
        return switch (this) {
            case RECORD -> "/records/" + record + "?added=" + added;
            case FLAGS -> "/records/" + record + "?added=" + added + "#flags";
            case TASKS -> "/tasks?added=" + added + "&record=" + record;
            case ALERTS -> "/alerts?added=" + added + "&record=" + record + "#of-" + record;
        };
    }

    /** Where one goes who gives up. */
    String path(RecordId record) {
        return switch (this) {
            case RECORD -> "/records/" + record;
            case FLAGS -> "/records/" + record + "#flags";
            case TASKS -> "/tasks";
            case ALERTS -> "/alerts?record=" + record + "#of-" + record;
        };
    }
}
