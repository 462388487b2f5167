package custody.web.house.video;

import custody.record.desk.StorageUnavailable;
import custody.video.archive.FootageGaps;
import custody.video.archive.Viewings;
import custody.video.camera.CameraId;
import custody.video.playback.Stillness;
import custody.web.video.Footage;
import custody.web.video.LivePictures;
import custody.web.video.NamedStaff;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything the screens ask of the video side, in memory. */
public final class InMemoryVideo implements FootageGaps, Viewings {
    public final InMemoryCameras cameras = new InMemoryCameras();
    public final InMemoryConditions conditions = new InMemoryConditions(cameras);
    public final InMemoryMasks masks = new InMemoryMasks(cameras);
    public final InMemoryHolds holds = new InMemoryHolds();
    public final InMemoryExports exports = new InMemoryExports();
    public final InMemoryUploads uploads = new InMemoryUploads();
    public final FolderSegments segments = new FolderSegments();
    public final List<Viewing> viewings = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failing = new AtomicInteger();
    public final List<Known> gaps = Collections.synchronizedList(new ArrayList<>());
    public final List<Stillness.Still> still = Collections.synchronizedList(new ArrayList<>());
    private volatile NamedStaff named = (badge, record) -> Optional.empty();
    private volatile LivePictures live = (camera, kind, masked, viewer) -> {
        throw new IOException("no recorder here");
    };

    /** Live pictures come from there from now on. */
    public void live(LivePictures pictures) {
        this.live = pictures;
    }

    /** Who is named in a complaint is answered there from now on. */
    public void named(NamedStaff staff) {
        this.named = staff;
    }

    /** That record names that badge, lasts, and says no room. */
    public void named(String badge, UUID record) {
        named(badge, record, new NamedStaff.Named(Set.of(), Instant.MAX));
    }

    /** That record names that badge, and has that time and those rooms. */
    public void named(String badge, UUID record, NamedStaff.Named meant) {
        named((asked, of) -> Optional.of(meant)
                .filter(_ -> asked.number().equals(badge) && of.value().equals(record)));
    }

    /** Nobody is named anywhere. */
    public void nobodyIsNamed() {
        named((badge, record) -> Optional.empty());
    }

    /** What the screens see of it. */
    public Footage footage() {
        return new Footage(
                cameras,
                conditions,
                segments,
                this,
                holds,
                this,
                masks,
                exports,
                uploads,
                (camera, kind, masked, viewer) -> live.watch(camera, kind, masked, viewer),
                (footage, masked) -> {
                    throw new IOException("nothing paints here");
                },
                (camera, from, to) -> List.copyOf(still),
                (badge, record) -> named.named(badge, record),
                120);
    }

    @Override
    public void viewed(Viewing viewing) {
        if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StorageUnavailable("nothing can be written", new IOException("away"));
        }
        viewings.add(viewing);
    }

    /** So many looks cannot be written from now on; answers how many were still to fail. */
    public int failing(int looks) {
        return failing.getAndSet(looks);
    }

    @Override
    public List<Known> in(CameraId camera, Instant from, Instant to) {
        return gaps.stream()
                .filter(gap -> gap.camera().equals(camera)
                        && gap.from().isBefore(to)
                        && gap.to().orElse(to).isAfter(from))
                .toList();
    }

    @Override
    public List<Known> open() {
        return gaps.stream().filter(gap -> gap.to().isEmpty()).toList();
    }
}
