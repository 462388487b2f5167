package custody.video.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One camera that somebody watches: takes what the recorder sends and hands it to every viewer. It keeps the pictures since the
 * last key frame, bounded, so that whoever joins sees something at once.
 */
public final class LiveCamera {
    private static final int QUEUE_FRAGMENTS = 150;
    private static final long QUEUE_BYTES = 8L * 1024 * 1024;
    private static final long LARGEST_GROUP = 8L * 1024 * 1024;

    /** An open view; closing it is what ends it. */
    public final class View implements AutoCloseable {
        private final ViewerQueue queue = new ViewerQueue(QUEUE_FRAGMENTS, QUEUE_BYTES);
        private final LiveViewer viewer;

        private View(LiveViewer viewer) {
            this.viewer = viewer;
        }

        private void sendAll() {
            try {
                while (true) {
                    viewer.send(queue.take());
                }
            } catch (IOException gone) {
                viewer.ended("viewer-gone");
            } catch (InterruptedException over) {
                viewer.ended("over");
            } finally {
                close();
            }
        }

        /** Fragments this viewer was too slow for. */
        public long dropped() {
            return queue.dropped();
        }

        @Override
        public void close() {
            views.remove(this);
            queue.close();
        }
    }

    private final Set<View> views = ConcurrentHashMap.newKeySet();
    private final List<LiveMessage.Fragment> group = new ArrayList<>();
    private long groupBytes;
    private Optional<LiveMessage.Coding> coding = Optional.empty();
    private Optional<LiveMessage.Initialisation> initialisation = Optional.empty();

    /** Takes the next message of the camera. */
    public synchronized void take(LiveMessage message) {
        switch (message) {
            case LiveMessage.Coding next -> coding = Optional.of(next);
            case LiveMessage.Initialisation next -> {
                initialisation = Optional.of(next);
                group.clear();
                groupBytes = 0;
            }
            case LiveMessage.Fragment fragment -> keep(fragment);
        }
        views.forEach(view -> view.queue.offer(message));
    }

    private void keep(LiveMessage.Fragment fragment) {
        if (fragment.key()) {
            group.clear();
            groupBytes = 0;
        }
        groupBytes += fragment.bytes().remaining();
        if (groupBytes <= LARGEST_GROUP && (fragment.key() || !group.isEmpty())) {
            group.add(fragment);
        } else {
            group.clear();
        }
    }

    /** Joins a viewer: it first gets what the others had since the last key frame. */
    public synchronized View watch(LiveViewer viewer) {
        var view = new View(viewer);
        coding.ifPresent(view.queue::offer);
        initialisation.ifPresent(view.queue::offer);
        group.forEach(view.queue::offer);
        views.add(view);
        Thread.ofVirtual().name("live-viewer").start(view::sendAll);
        return view;
    }

    public int viewers() {
        return views.size();
    }

    /** Ends all views. */
    public synchronized void end() {
        views.forEach(View::close);
    }
}
