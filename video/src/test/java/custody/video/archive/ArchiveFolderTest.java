package custody.video.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.video.camera.CameraId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {
    @TempDir
    private Path folder;

    @Test
    void anArchiveThatIsNotThereYetHasNoCameras() throws IOException {
        assertEquals(List.of(), new ArchiveFolder(folder.resolve("video")).cameras());
    }

    @Test
    void whatIsNoCamerasFolderIsPassedOver() throws IOException {
        CameraId camera = new CameraId("corridor");
        Files.createDirectory(folder.resolve(camera.value()));
        Files.createDirectory(folder.resolve("lost+found"));
        Files.writeString(folder.resolve("journal"), "");
        assertEquals(List.of(camera), new ArchiveFolder(folder).cameras());
    }
}
