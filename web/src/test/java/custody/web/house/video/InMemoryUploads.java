package custody.web.house.video;

import custody.video.archive.Sha256;
import custody.video.archive.UploadedFilm;
import custody.video.archive.Uploads;
import custody.video.camera.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Uploads in memory, their files in a folder for the time of the test. */
public final class InMemoryUploads implements Uploads {
    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final Map<UUID, Path> files = new ConcurrentHashMap<>();

    /** Nothing was ever uploaded. */
    public void forget() {
        uploads.clear();
        files.clear();
    }

    /** A film's file is gone, and nobody said that it would go. */
    public void loses(UUID id) {
        files.remove(id);
    }

    /** The one that was taken last. */
    public Upload newest() {
        return uploads.getLast();
    }

    @Override
    public synchronized Outcome store(Wanted wanted, InputStream content, Person by, Instant now) throws IOException {
        byte[] bytes = content.readAllBytes();
        Path file = Files.write(Files.createTempFile("upload", ".mp4"), bytes);
        file.toFile().deleteOnExit();
        String sha256 = new Sha256().of(ByteBuffer.wrap(bytes)).hex();
        Optional<Upload> before =
                uploads.stream().filter(one -> one.sha256().equals(sha256)).reduce((_, later) -> later);
        if (before.isPresent() && file(before.get().id()).isPresent()) {
            return new Outcome.AlreadyHere(before.get());
        }
        return switch (UploadedFilm.inspect(file)) {
            case UploadedFilm.Inspected.Refused(var reason) -> new Outcome.Refused(reason);
            case UploadedFilm.Inspected.Film(var film) -> {
                var upload = new Upload(
                        UUID.randomUUID(),
                        wanted,
                        film,
                        sha256,
                        by,
                        now,
                        false,
                        before.map(Upload::id),
                        Optional.empty());
                uploads.add(upload);
                files.put(upload.id(), file);
                yield new Outcome.Stored(upload);
            }
        };
    }

    @Override
    public synchronized boolean link(UUID id, UUID record) {
        return links(id, Optional.empty(), record);
    }

    @Override
    public synchronized boolean relink(UUID id, UUID from, UUID to) {
        return !from.equals(to) && links(id, Optional.of(from), to);
    }

    private boolean links(UUID id, Optional<UUID> from, UUID record) {
        Optional<Upload> film = uploads.stream()
                .filter(one -> one.id().equals(id) && one.wanted().record().equals(from) && !one.gone())
                .findFirst();
        film.ifPresent(one -> uploads.set(uploads.indexOf(one), of(one, record)));
        return film.isPresent();
    }

    private static Upload of(Upload one, UUID record) {
        return new Upload(
                one.id(),
                one.wanted().of(Optional.of(record)),
                one.film(),
                one.sha256(),
                one.by(),
                one.at(),
                false,
                one.replaces(),
                one.replacedBy());
    }

    @Override
    public Optional<Upload> find(UUID id) {
        return uploads.stream().filter(one -> one.id().equals(id)).findFirst().map(this::withReplacement);
    }

    private Upload withReplacement(Upload one) {
        Optional<UUID> after = uploads.stream()
                .filter(other -> other.replaces().equals(Optional.of(one.id())))
                .map(Upload::id)
                .findFirst();
        return new Upload(
                one.id(),
                one.wanted(),
                one.film(),
                one.sha256(),
                one.by(),
                one.at(),
                one.gone(),
                one.replaces(),
                after);
    }

    @Override
    public List<Upload> of(String facility, int most) {
        return uploads.stream()
                .filter(one -> one.wanted().facility().equals(facility))
                .limit(most)
                .toList();
    }

    @Override
    public List<Upload> ofRecord(UUID record) {
        return uploads.stream()
                .filter(one -> one.wanted().record().equals(Optional.of(record)))
                .toList();
    }

    @Override
    public Optional<Path> file(UUID id) {
        return Optional.ofNullable(files.get(id));
    }
}
