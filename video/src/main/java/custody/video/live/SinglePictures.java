package custody.video.live;

import custody.video.media.AccessUnit;
import custody.video.media.Codec;
import custody.video.media.MalformedMedia;
import custody.video.media.Octets;
import custody.video.media.ParameterSets;
import custody.video.media.PictureFormat;
import custody.video.media.StreamFormat;
import custody.video.mp4.FragmentBuffer;
import custody.video.mp4.Initialisation;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes each picture of a stream a fragment of its own, as the page's player wants them. Owned by the stream's thread. */
final class SinglePictures {
    /** Names the box before {@code moov} that says that this was never recorded; players pass over it. */
    private static final UUID UNRECORDED = UUID.fromString("6f1d1d0e-52d1-4a55-9b43-1f0c2a9d7c11");

    private static final long USUAL = Codec.CLOCK / 25;

    private final ParameterSets sets;
    private final Consumer<LiveMessage> to;
    private final FragmentBuffer one = new FragmentBuffer();
    private Optional<StreamFormat> format = Optional.empty();
    private boolean waitsForKey = true;
    private long base;
    private long last;
    private long usual = USUAL;
    private long sequence;

    SinglePictures(ParameterSets sets, Consumer<LiveMessage> to) {
        this.sets = sets;
        this.to = to;
    }

    void take(AccessUnit unit) {
        if (sets.takeChanged()) {
            changed();
        }
        if (format.isEmpty() || (waitsForKey && !unit.key())) {
            return;
        }
        long ticks = ticks(unit);
        waitsForKey = false;
        one.clear();
        one.add(unit.data(), ticks, unit.key());
        to.accept(new LiveMessage.Fragment(FragmentBuffer.joined(one.close(++sequence, ticks + usual, 0)), unit.key()));
    }

    /** A camera whose clock jumps goes on where it was: there is no wall clock in this. */
    private long ticks(AccessUnit unit) {
        if (waitsForKey && sequence == 0) {
            base = unit.mediaTicks();
        }
        long step = unit.mediaTicks() - base - last;
        if (sequence > 0 && (step <= 0 || step > Codec.CLOCK)) {
            base = unit.mediaTicks() - last - usual;
        } else if (sequence > 0) {
            usual = step;
        }
        last = unit.mediaTicks() - base;
        return last;
    }

    private void changed() {
        try {
            Optional<StreamFormat> now = sets.format();
            if (now.isPresent() && !now.equals(format)) {
                format = now;
                waitsForKey = true;
                PictureFormat pictures = now.get().pictures();
                to.accept(new LiveMessage.Coding(pictures.codecString(), pictures.width(), pictures.height()));
                to.accept(new LiveMessage.Initialisation(ByteBuffer.wrap(
                        Initialisation.of(now.get(), new Initialisation.Own(UNRECORDED, Octets.of(new byte[0]))))));
            }
        } catch (MalformedMedia refused) {
            // The sets known before stay in force.
            return;
        }
    }
}
