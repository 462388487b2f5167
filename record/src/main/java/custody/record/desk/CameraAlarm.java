package custody.record.desk;

import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.law.rules.Escalation.Rung;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a camera did not show what it should, whoever was in its room. Says nothing of any person in custody.
 *
 * @param id names it outside
 * @param facility whose people are told
 * @param camera the camera; empty where it is about the recorder or the archive, and so about all cameras
 * @param name what people call it; empty where it has no name or is removed
 * @param room code of its room; empty where unknown
 * @param trouble a word of a closed list, as {@code offline} or {@code covered}
 * @param cameTrueAt since when
 * @param raisedAt when it was raised; time without acknowledgement counts from here
 * @param rung highest rung told; null while nobody was
 * @param settledAt since when the camera is well again; null while it is not
 * @param acknowledgedBy who took note; null while nobody did
 * @param acknowledgedAt when
 */
public record CameraAlarm(
        UUID id,
        FacilityCode facility,
        String camera,
        String name,
        String room,
        String trouble,
        Instant cameTrueAt,
        Instant raisedAt,
        @Nullable Rung rung,
        @Nullable Instant settledAt,
        @Nullable Badge acknowledgedBy,
        @Nullable Instant acknowledgedAt) {

    /** Who took note of it. */
    public Optional<Badge> acknowledged() {
        return Optional.ofNullable(acknowledgedBy);
    }
}
