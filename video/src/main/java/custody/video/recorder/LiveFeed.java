package custody.video.recorder;

import custody.video.archive.Fragment;
import custody.video.media.AccessUnit;
import custody.video.media.PictureFormat;
import custody.video.mp4.FragmentBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One camera's pictures on their way to the node. It keeps no group of pictures in memory: whoever begins to watch gets the
 * pictures since the last key frame from the end of the segment's own file, which the machine still has in its cache, then those
 * gathered for the next fragment, then each picture as a fragment of its own. Times go on over the end of a segment.
 */
final class LiveFeed implements LiveTap {
    private final SocketChannel channel;
    private final FrameQueue queue;
    private final FragmentBuffer one = new FragmentBuffer();
    private @Nullable SegmentWriter current;
    private long shift;
    private long reached;
    private long sequence;
    private boolean waitsForKey;

    LiveFeed(SocketChannel channel, FrameQueue.Room room) {
        this.channel = channel;
        this.queue = new FrameQueue(room);
    }

    @Override
    public void picture(SegmentWriter segment, FragmentBuffer buffer, AccessUnit unit, long ticks, long usualDuration) {
        boolean joins = current == null;
        if (current != segment) {
            current = segment;
            shift = joins ? 0 : reached - ticks;
            begin(segment);
        }
        if (joins) {
            catchUp(segment, buffer, ticks, usualDuration);
        } else if (unit.key() || !waitsForKey) {
            waitsForKey = false;
            one.clear();
            one.add(unit.data(), ticks + shift, unit.key());
            offer(fragment(one, ticks + shift + usualDuration), unit.key() ? LiveLink.KEY : LiveLink.OTHER);
        }
        reached = ticks + shift + usualDuration;
    }

    @Override
    public void segmentEnded() {
        waitsForKey = true;
    }

    @Override
    public void ended() {
        queue.close();
    }

    private void begin(SegmentWriter segment) {
        PictureFormat format = segment.format().pictures();
        String coding = Line.of("coding")
                .with("codec", format.codecString())
                .with("width", format.width())
                .with("height", format.height())
                .toString();
        offer(ByteBuffer.wrap(coding.getBytes(StandardCharsets.UTF_8)), LiveLink.CODING);
        offer(ByteBuffer.wrap(segment.initialisation()), LiveLink.INITIALISATION);
    }

    /** Everything since the last key frame; the picture of now is the last in {@code buffer}. */
    private void catchUp(SegmentWriter segment, FragmentBuffer buffer, long ticks, long usualDuration) {
        List<Fragment> fragments = segment.fragments();
        int from = fragments.size();
        if (!buffer.beginsWithKey()) {
            do {
                from--;
            } while (from > 0 && !fragments.get(from).key());
        }
        try {
            for (Fragment fragment : fragments.subList(Math.max(0, from), fragments.size())) {
                ByteBuffer again = segment.readBack(fragment.offset(), fragment.length());
                if (!offer(again, fragment.key() ? LiveLink.KEY : LiveLink.OTHER)) {
                    return;
                }
            }
            offer(fragment(buffer, ticks + usualDuration), buffer.beginsWithKey() ? LiveLink.KEY : LiveLink.OTHER);
        } catch (IOException unreadable) {
            waitsForKey = true;
        }
    }

    private ByteBuffer fragment(FragmentBuffer pictures, long endTicks) {
        return FragmentBuffer.joined(pictures.close(++sequence, endTicks, 0));
    }

    /** Never waits: when the node does not keep up, everything until the next key frame is left out. */
    private boolean offer(ByteBuffer content, int kind) {
        ByteBuffer frame = ByteBuffer.allocate(5 + content.remaining())
                .putInt(1 + content.remaining())
                .put((byte) kind)
                .put(content)
                .flip();
        boolean taken = queue.offer(frame, kind);
        waitsForKey |= !taken;
        return taken;
    }

    /** Sends until the node is gone or nothing comes any more. */
    void sendAll() throws IOException, InterruptedException {
        for (var next = queue.take(); next.isPresent(); next = queue.take()) {
            ByteBuffer frame = next.get();
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        }
    }
}
