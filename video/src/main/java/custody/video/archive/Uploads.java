package custody.video.archive;

import custody.video.camera.CameraId;
import custody.video.camera.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files of body and vehicle cameras, kept as they came. Safe for many threads. An upload is a leaf with its hash before {@link
 * #store} returns; a file is never changed and never replaced, and goes when its term is over and nothing
 * holds it.
 */
public interface Uploads {
    /** The largest file taken, in bytes. */
    long LARGEST = 4L * 1024 * 1024 * 1024;

    /** What recorded it. */
    enum Source {
        BODY_CAMERA,
        VEHICLE_CAMERA
    }

    /**
     * What the person says of the file.
     *
     * @param facility code of the facility
     * @param device what is written on the device, 1 to 40 characters
     * @param begins beginning by the device's own clock
     * @param clockOffset how far the device's clock was ahead of the true time; negative when it was behind
     * @param record the custody record whose apprehension it shows
     * @param note in words, at most 1,000 characters, may be empty
     */
    record Wanted(
            String facility,
            Source source,
            String device,
            Instant begins,
            Duration clockOffset,
            Optional<UUID> record,
            String note) {
        /** No clock that anybody still reads is further off. */
        public static final Duration MOST_OFF = Duration.ofDays(366);

        public Wanted {
            boolean fits = !device.isBlank() && device.length() <= 40 && note.length() <= 1_000;
            if (!fits || clockOffset.abs().compareTo(MOST_OFF) > 0) {
                throw new IllegalArgumentException("an upload has a device, a clock and short words");
            }
        }

        /** The same of a record. */
        public Wanted of(Optional<UUID> apprehension) {
            return new Wanted(facility, source, device, begins, clockOffset, apprehension, note);
        }

        /** Beginning by the true time. */
        public Instant trueBeginning() {
            return begins.minus(clockOffset);
        }
    }

    /**
     * A file that was taken.
     *
     * @param film what its content says of itself
     * @param sha256 hex hash of the whole file
     * @param gone whether its term is over and the file deleted
     * @param replaces the film of the same bytes that was gone when this one came
     * @param replacedBy the film of the same bytes that came when this one was gone
     */
    record Upload(
            UUID id,
            Wanted wanted,
            UploadedFilm film,
            String sha256,
            Person by,
            Instant at,
            boolean gone,
            Optional<UUID> replaces,
            Optional<UUID> replacedBy) {
        /** Under which looks and holds name it. */
        public CameraId camera() {
            return new CameraId("upload-" + id.toString().replace("-", ""));
        }

        /** End by the true time. */
        public Instant trueEnd() {
            return wanted.trueBeginning().plus(film.length());
        }
    }

    /** What became of a file. */
    sealed interface Outcome {
        /** It is kept. */
        record Stored(Upload upload) implements Outcome {}

        /** The same bytes were uploaded before and are still there: they are kept once. */
        record AlreadyHere(Upload upload) implements Outcome {}

        /** It is not kept. */
        record Refused(Reason reason) implements Outcome {}
    }

    /** Why a file is not kept. */
    enum Reason {
        /** Its content is no MP4, whatever its name says. */
        NOT_A_FILM,
        /** An MP4 without pictures that this program knows: H.264 or H.265. */
        NO_PICTURES,
        /** It ends before its own contents do. */
        CUT_OFF,
        /** It is cut into far more pieces than any camera cuts. */
        TOO_MANY_PARTS,
        TOO_LARGE,
        /** There is no room on the disk, or recording needs what is left. */
        NO_ROOM
    }

    /**
     * Takes a file in, checks its content and keeps it; the stream is read to its end or to the limit. Bytes that were here before and
     * whose file is gone are a film of their own, under another id.
     */
    Outcome store(Wanted wanted, InputStream content, Person by, Instant now) throws IOException;

    /** Says of a film that named no record whose apprehension it shows; false where it names one already, or is gone or unknown. */
    boolean link(UUID id, UUID record);

    /**
     * Says of a film that was said to show one apprehension that it shows another; false where it is of another record by now than {@code
     * from}, is of that one already, or is gone or unknown.
     */
    boolean relink(UUID id, UUID from, UUID to);

    /** One of them. */
    Optional<Upload> find(UUID id);

    /** Of a facility, newest first, at most {@code most}. */
    List<Upload> of(String facility, int most);

    /** Those that show the apprehension of a record, in the order of their true beginning. */
    List<Upload> ofRecord(UUID record);

    /** The file. */
    Optional<Path> file(UUID id);
}
