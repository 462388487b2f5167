package custody.web.video;

import custody.video.archive.FootageGaps;
import custody.video.archive.Holds;
import custody.video.archive.Segments;
import custody.video.archive.Uploads;
import custody.video.archive.Viewings;
import custody.video.camera.Cameras;
import custody.video.export.Exports;
import custody.video.health.CameraConditions;
import custody.video.live.Masks;
import custody.video.playback.Stillness;

/**
 * What the screens need of the video side of the node; a node with cameras registers one and imports {@link
 * CameraScreens}; a node without has no camera pages.
 *
 * @param cameras the cameras as they are set up
 * @param conditions how they are now
 * @param segments what is on record
 * @param gaps what is not, and why
 * @param holds what must not be deleted
 * @param viewings where looks are written down
 * @param masks what is painted over, for whom
 * @param exports footage for recipients
 * @param uploads files of body and vehicle cameras
 * @param live pictures of now
 * @param painted recorded pictures with parts painted over
 * @param stillness when nothing moved
 * @param named who is named in a complaint, and what footage is of its record
 * @param leastDays how long footage is kept at least
 */
public record Footage(
        Cameras cameras,
        CameraConditions conditions,
        Segments segments,
        FootageGaps gaps,
        Holds holds,
        Viewings viewings,
        Masks masks,
        Exports exports,
        Uploads uploads,
        LivePictures live,
        PaintedPictures painted,
        Stillness stillness,
        NamedStaff named,
        int leastDays) {}
