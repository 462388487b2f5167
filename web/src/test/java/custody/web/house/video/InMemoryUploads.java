package custody.web.house.video;

import custody.video.archive.UploadedFilm;
import custody.video.archive.Uploads;
import custody.video.camera.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Uploads in memory, their files in a folder for the time of the test. */
public final class InMemoryUploads implements Uploads {
    private final Map<UUID, Upload> uploads = new ConcurrentHashMap<>();
    private final Map<UUID, Path> files = new ConcurrentHashMap<>();

    @Override
    public Outcome store(Wanted wanted, InputStream content, Person by, Instant now) throws IOException {
        Path file = Files.createTempFile("upload", ".mp4");
        file.toFile().deleteOnExit();
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        return switch (UploadedFilm.inspect(file)) {
            case UploadedFilm.Inspected.Refused(var reason) -> new Outcome.Refused(reason);
            case UploadedFilm.Inspected.Film(var film) -> {
                var upload = new Upload(UUID.randomUUID(), wanted, film, "00".repeat(32), by, now, false);
                uploads.put(upload.id(), upload);
                files.put(upload.id(), file);
                yield new Outcome.Stored(upload);
            }
        };
    }

    @Override
    public Optional<Upload> find(UUID id) {
        return Optional.ofNullable(uploads.get(id));
    }

    @Override
    public List<Upload> of(String facility, int most) {
        return uploads.values().stream()
                .filter(one -> one.wanted().facility().equals(facility))
                .limit(most)
                .toList();
    }

    @Override
    public List<Upload> ofRecord(UUID record) {
        return uploads.values().stream()
                .filter(one -> one.wanted().record().equals(Optional.of(record)))
                .toList();
    }

    @Override
    public Optional<Path> file(UUID id) {
        return Optional.ofNullable(files.get(id));
    }
}
