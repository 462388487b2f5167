package custody.record.access;

import custody.record.catalogue.EventKind;

/** What somebody wants to do. Closed, so that every action has its row in docs/design/access.md. */
public sealed interface Action {

    /** An action that is not about one kind of event. */
    enum General implements Action {
        /** Open a record with the six booking fields. */
        OPEN_RECORD,
        /** Read a record; what of it is shown is {@link Visible}'s to say. */
        READ_RECORD,
        /** See medical detail, not only that something medical happened. */
        READ_MEDICAL,
        /** See questioning and complaints. */
        READ_CONFIDENTIAL,
        /** See procedural times, clocks and tasks of a record. */
        READ_CLOCKS,
        /** See everyone in custody at a facility. */
        READ_WHITEBOARD,
        /** Search records. */
        SEARCH,
        /** See who read a record. */
        READ_READINGS,
        /** Fetch checkpoints and tiles; they hold no content. */
        READ_LEDGER,
        /** See and hear the cameras now. */
        WATCH_CAMERAS,
        /** Play footage back. */
        VIEW_FOOTAGE,
        /** Export footage. */
        EXPORT_FOOTAGE,
        /** Add films of body and vehicle cameras. */
        UPLOAD_FOOTAGE,
        /** Say of a film which record's apprehension it shows. */
        LINK_FOOTAGE,
        /** Say of a film that is linked to a record already that it shows another apprehension. */
        RELINK_FOOTAGE,
        /** Lift a privacy mask for a time, with a reason. */
        LIFT_MASK,
        /** See alerts and acknowledge them by name. */
        ACKNOWLEDGE_ALERTS,
        /** See the technical state: storage, cameras' health, backups. */
        READ_TECHNICAL_STATE,
        /** Add officers, change posts and categories, issue tokens for them. */
        ADMINISTER_OFFICERS,
        /** Describe facilities, rooms and cameras. */
        ADMINISTER_FACILITIES,
        /** Declare martial law at a facility, from when to when. */
        DECLARE_MARTIAL_LAW
    }

    /** Add an event of that kind to a record. */
    record Adding(EventKind kind) implements Action {}

    /** Correct an event of that kind. */
    record Correcting(EventKind kind) implements Action {}
}
