package custody.web.pages;

import custody.record.desk.CameraAlarm;
import custody.record.events.RoomCode;
import custody.record.places.Room;
import custody.web.session.Visit;

/**
 * An alarm about a camera as a person reads it.
 *
 * @param alarm the alarm
 * @param title which camera, and what is wrong with it
 * @param room name of its room; empty where unknown
 * @param lasts whether the camera is still not well
 */
public record CameraAlarmLine(CameraAlarm alarm, String title, String room, boolean lasts) {
    static CameraAlarmLine of(CameraAlarm alarm, Visit visit) {
        String trouble = visit.wording().say("alerts.camera." + alarm.trouble());
        String camera = alarm.name().isEmpty() ? alarm.camera() : alarm.name();
        return new CameraAlarmLine(
                alarm,
                camera.isEmpty() ? trouble : camera + ": " + trouble,
                alarm.room().isEmpty()
                        ? ""
                        : visit.facility()
                                .room(new RoomCode(alarm.room()))
                                .map(Room::name)
                                .orElse(alarm.room()),
                alarm.settledAt() == null);
    }

    /** Key of its mark's words: what is about the archive is about no camera. */
    public String mark() {
        return (alarm.camera().isEmpty() ? "alerts.archive." : "alerts.camera.") + (lasts ? "lasts" : "well");
    }

    /** Colour of its mark. */
    public String colour() {
        return lasts ? "red" : "grey";
    }
}
