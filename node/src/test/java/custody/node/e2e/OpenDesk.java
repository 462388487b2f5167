package custody.node.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import custody.node.running.NodeProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A node at work over a folder, and a browser to sit down at. */
final class OpenDesk implements AutoCloseable {
    private final Path data;
    private final NodeProcess node;
    private final URI url;
    private final Chromium chromium;

    private OpenDesk(Path data, NodeProcess node, Chromium chromium) throws InterruptedException {
        this.data = data;
        this.node = node;
        this.url = node.url();
        this.chromium = chromium;
    }

    /** Opens a folder with the demo's people and nobody detained. */
    static OpenDesk prepare(Path data) throws Exception {
        return open(DeskFolder.prepare(data));
    }

    /** Opens a folder as it is; {@code options} are those of the command line. */
    static OpenDesk open(Path data, String... options) throws Exception {
        Chromium chromium = Chromium.start();
        return new OpenDesk(data, NodeProcess.start(data, options), chromium);
    }

    Path data() {
        return data;
    }

    URI url() {
        return url;
    }

    Browser browser() {
        return chromium.browser();
    }

    /** Somebody at a window that wide. */
    Person person(int width, boolean dark) {
        return new Person(chromium.browser(), url, width, dark);
    }

    Person person(int width, String scheme) {
        return person(width, scheme.equals("dark"));
    }

    /** What is on disk agrees with itself; asked when the desk is closed. */
    void check() throws Exception {
        NodeProcess.Ended ended = NodeProcess.command("check", data.toString());
        assertEquals(0, ended.exit(), ended.output());
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        node.close();
    }
}
