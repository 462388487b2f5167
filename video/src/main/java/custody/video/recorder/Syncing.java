package custody.video.recorder;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** How a file is made durable. One that failed is told once: the machine takes the next for well, whatever became of the bytes. */
@FunctionalInterface
interface Syncing {
    Syncing OF_MACHINE = FileChannel::force;

    void force(FileChannel file, boolean metadata) throws IOException;
}
