package custody.video.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveTest {
    private static LiveMessage.Fragment fragment(int number, boolean key) {
        return new LiveMessage.Fragment(ByteBuffer.allocate(100).putInt(0, number), key);
    }

    private static int number(LiveMessage message) {
        return assertInstanceOf(LiveMessage.Fragment.class, message).bytes().getInt(0);
    }

    @Test
    void slowViewerGoesOnAtTheNextKeyFrame() throws InterruptedException {
        var queue = new ViewerQueue(5, 1_000_000);
        queue.offer(new LiveMessage.Initialisation(ByteBuffer.allocate(1)));
        for (int i = 0; i < 12; i++) {
            queue.offer(fragment(i, i % 4 == 0));
        }
        assertInstanceOf(LiveMessage.Initialisation.class, queue.take(), "never dropped");
        assertEquals(8, number(queue.take()), "a key frame");
        assertEquals(9, number(queue.take()));
        assertEquals(8, queue.dropped());
    }

    @Test
    void queueIsBoundedInBytesToo() throws InterruptedException {
        var queue = new ViewerQueue(1_000, 250);
        for (int i = 0; i < 6; i++) {
            queue.offer(fragment(i, true));
        }
        assertEquals(4, number(queue.take()));
    }

    @Test
    void viewerWhoJoinsLateBeginsAtTheLastKeyFrame() throws InterruptedException {
        var camera = new LiveCamera();
        camera.take(new LiveMessage.Coding("avc1.640028", 1920, 1080));
        camera.take(new LiveMessage.Initialisation(ByteBuffer.allocate(1)));
        for (int i = 0; i < 7; i++) {
            camera.take(fragment(i, i % 5 == 0));
        }
        var got = new CopyOnWriteArrayList<LiveMessage>();
        var enough = new CountDownLatch(5);
        LiveCamera.View view = camera.watch(new LiveViewer() {
            @Override
            public void send(LiveMessage message) {
                got.add(message);
                enough.countDown();
            }

            @Override
            public void ended(String why) {}
        });
        camera.take(fragment(7, false));
        assertTrue(enough.await(5, TimeUnit.SECONDS));
        List<Integer> numbers = new ArrayList<>();
        got.subList(2, 5).forEach(m -> numbers.add(number(m)));
        assertEquals(List.of(5, 6, 7), numbers);
        view.close();
        assertEquals(0, camera.viewers());
        assertFalse(got.isEmpty());
    }
}
