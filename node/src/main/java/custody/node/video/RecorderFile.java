package custody.node.video;

import custody.node.configuration.Settings;
import custody.store.faults.StoreFault;
import custody.store.files.Folders;
import custody.video.camera.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that the recorder reads at each start: the node's own settings, and nothing of any camera. One thread's. */
final class RecorderFile {
    private static final Logger LOG = LoggerFactory.getLogger(RecorderFile.class);

    private final Settings.Video settings;
    private boolean written;

    RecorderFile(Settings.Video settings) {
        this.settings = settings;
    }

    Path path() {
        return settings.folder().resolve("recorder.properties");
    }

    /**
     * Writes it where it is not so yet. A disk that takes nothing must keep no recorder from starting, so a failure is no more than
     * noted: the next turn tries again, and the file of before stays whole.
     */
    void keep() {
        if (written) {
            return;
        }
        String content = String.join("\n", lines()) + "\n";
        try {
            if (!isThere(content)) {
                Folders.write(path(), content);
            }
            written = true;
        } catch (StoreFault takesNothing) {
            LOG.atWarn()
                    .addKeyValue("detail", takesNothing.getMessage())
                    .log("the settings for the recorder's next start could not be written");
        }
    }

    private boolean isThere(String content) {
        try {
            return Files.readString(path()).equals(content);
        } catch (IOException none) {
            return false;
        }
    }

    private List<String> lines() {
        return List.of(
                "archive=" + settings.folder().toString().replace("\\", "\\\\"),
                "networks="
                        + settings.networks().stream().map(Network::toString).collect(Collectors.joining(",")),
                "ports="
                        + settings.ports().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")),
                "reserve-megabytes=" + settings.reserveMegabytes());
    }
}
