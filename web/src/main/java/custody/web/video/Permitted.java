package custody.web.video;

import custody.record.access.Action.General;
import custody.web.session.Visit;

/**
 * What the visitor may do with footage here; links are shown for nothing else.
 *
 * @param watch see the cameras now
 * @param view play footage back
 * @param export hand footage out
 * @param lift lift a mask
 * @param relink say of a linked film that it is another record's
 */
public record Permitted(boolean watch, boolean view, boolean export, boolean lift, boolean relink) {
    static Permitted of(Visit visit) {
        return new Permitted(
                Watcher.may(visit, General.WATCH_CAMERAS),
                Watcher.may(visit, General.VIEW_FOOTAGE),
                Watcher.may(visit, General.EXPORT_FOOTAGE),
                Watcher.may(visit, General.LIFT_MASK),
                Watcher.may(visit, General.RELINK_FOOTAGE));
    }
}
