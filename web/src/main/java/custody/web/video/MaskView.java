package custody.web.video;

import custody.record.catalogue.Wire;
import custody.video.camera.Camera;
import custody.video.live.Masks;
import custody.video.live.Masks.Lift;
import custody.web.session.Visit;
import java.util.Optional;

/**
 * What is kept from view at one camera, in words.
 *
 * @param mode what cameras may do in this room
 * @param masks how many masks are drawn
 * @param liftable whether there is a mask to lift
 * @param lift id of the visitor's open lift; empty for none
 * @param until when that lift ends, local
 */
public record MaskView(String mode, int masks, boolean liftable, String lift, String until) {
    static MaskView of(Visit visit, Camera camera, Tiles tiles, Masks masks) {
        int drawn = masks.of(camera.id()).size();
        Optional<Lift> lift = tiles.lift(visit, camera);
        boolean hidden =
                !masks.shown(camera.id(), Watcher.person(visit), visit.now()).isEmpty();
        return new MaskView(
                visit.wording().say("video.privacy." + Wire.name(camera.privacy()) + "." + Wire.name(camera.aim())),
                drawn,
                hidden && camera.mode() == Camera.Mode.RECORDED,
                lift.map(one -> one.id().toString()).orElse(""),
                lift.map(one -> visit.times().time(one.until())).orElse(""));
    }
}
