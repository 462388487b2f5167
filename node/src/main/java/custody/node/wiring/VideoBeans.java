package custody.node.wiring;

import custody.node.video.NamedByRecord;
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
import java.util.function.Supplier;
import org.springframework.context.support.GenericApplicationContext;

/** Gives the pages what they ask of cameras and footage, from a room that may still be opening. */
final class VideoBeans {
    private VideoBeans() {}

    static void register(GenericApplicationContext beans, Supplier<VideoRoom> video) {
        Supplier<VideoArchive> archive = () -> video.get().archive();
        beans.registerBean(Cameras.class, () -> archive.get().cameras());
        beans.registerBean(CameraConditions.class, () -> video.get().conditions());
        beans.registerBean(CameraAddresses.class, () -> video.get().allowed());
        beans.registerBean(CameraTrials.class, () -> video.get().trials());
        beans.registerBean(Segments.class, () -> archive.get().segments());
        beans.registerBean(FootageGaps.class, () -> archive.get().gaps());
        beans.registerBean(Holds.class, () -> archive.get().holds());
        beans.registerBean(Viewings.class, () -> archive.get().viewings());
        beans.registerBean(Masks.class, () -> archive.get().masks());
        beans.registerBean(
                Exports.class, () -> video.get().exports(), definition -> definition.setDestroyMethodName(""));
        beans.registerBean(Footage.class, () -> footage(video.get()));
        // Closed with the room, not with the pages.
        beans.registerBean(LiveHub.class, () -> video.get().live(), definition -> definition.setDestroyMethodName(""));
    }

    private static Footage footage(VideoRoom video) {
        VideoArchive archive = video.archive();
        PaintedPictures painted = (footage, masks) -> video.painted().paint(footage, masks);
        return new Footage(
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
                archive.stillness(),
                new NamedByRecord(video.own()::stand, video.own()::of)::named,
                video.leastDays());
    }
}
