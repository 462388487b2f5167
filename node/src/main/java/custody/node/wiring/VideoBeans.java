package custody.node.wiring;

import custody.node.video.VideoRoom;
import custody.store.archive.VideoArchive;
import custody.video.archive.FootageGaps;
import custody.video.archive.Holds;
import custody.video.archive.Segments;
import custody.video.archive.Viewings;
import custody.video.camera.CameraAddresses;
import custody.video.camera.Cameras;
import custody.video.export.Exports;
import custody.video.health.CameraConditions;
import custody.video.live.LiveHub;
import custody.video.live.Masks;
import custody.video.recorder.CameraTrials;
import custody.web.video.Footage;
import custody.web.video.LivePictures;
import custody.web.video.PaintedPictures;
import org.springframework.context.support.GenericApplicationContext;

/** Gives the pages what they ask of cameras and footage. */
final class VideoBeans {
    private VideoBeans() {}

    static void register(GenericApplicationContext beans, VideoRoom video) {
        VideoArchive archive = video.archive();
        beans.registerBean(Cameras.class, archive::cameras);
        beans.registerBean(CameraConditions.class, video::conditions);
        beans.registerBean(CameraAddresses.class, video::allowed);
        beans.registerBean(CameraTrials.class, video::trials);
        beans.registerBean(Segments.class, archive::segments);
        beans.registerBean(FootageGaps.class, archive::gaps);
        beans.registerBean(Holds.class, archive::holds);
        beans.registerBean(Viewings.class, archive::viewings);
        beans.registerBean(Masks.class, archive::masks);
        beans.registerBean(Exports.class, video::exports, definition -> definition.setDestroyMethodName(""));
        PaintedPictures painted = (footage, masks) -> video.painted().paint(footage, masks);
        beans.registerBean(
                Footage.class,
                () -> new Footage(
                        archive.cameras(),
                        video.conditions(),
                        archive.segments(),
                        archive.gaps(),
                        archive.holds(),
                        archive.viewings(),
                        archive.masks(),
                        video.exports(),
                        archive.uploads(),
                        LivePictures.of(video.live(), video::ffmpeg),
                        painted,
                        archive.stillness()));
        // Closed with the room, not with the pages.
        beans.registerBean(LiveHub.class, video::live, definition -> definition.setDestroyMethodName(""));
    }
}
