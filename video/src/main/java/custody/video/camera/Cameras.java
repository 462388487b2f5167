package custody.video.camera;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cameras of this node. Safe for many threads. A change is a leaf in the ledger before the method returns. */
public interface Cameras {

    /** All of a facility, by room and id, those out of use too; removed ones not. */
    List<Camera> of(String facility);

    /** One that is not removed. */
    Optional<Camera> find(CameraId id);

    /** One that is there or was: what a camera recorded outlives it. One that was taken out is out of use. */
    Optional<Camera> ever(CameraId id);

    /** All that a facility has, and those that were taken out after that. */
    List<Camera> since(String facility, Instant from);

    /** When a camera was taken out; empty while it is there, and where there never was one. */
    Optional<Instant> removed(CameraId id);

    /** A time in which a camera hung in one room. */
    record Hung(String room, Instant from, Instant to) {}

    /** In which rooms a camera hung in that time, one after the other and without a hole between them. */
    List<Hung> hung(CameraId id, Instant from, Instant to);

    /** What to do with the account that a camera is signed in with. */
    sealed interface AccountChange {
        /** The stored one stays, if there is one; only where hosts and ports stay too. */
        record Keep() implements AccountChange {}

        /** It needs none. */
        record None() implements AccountChange {}

        /** This one, which is stored encrypted and never told again. */
        record Set(Credentials credentials) implements AccountChange {}
    }

    /** A camera as somebody wants it; components as in {@link Camera}. Whether the addresses are allowed was checked before. */
    record Wanted(
            CameraId id,
            String facility,
            String room,
            String name,
            Camera.Aim aim,
            String direction,
            Map<StreamKind, StreamAddress> streams,
            AccountChange account,
            boolean inUse) {
        public Wanted {
            streams = Map.copyOf(streams);
        }
    }

    /** What became of it. */
    enum Put {
        ADDED,
        CHANGED,
        /** The stored account may not go along to another host or port: it must be typed anew. */
        ACCOUNT_NEEDED,
        /** The facility has no such room. */
        NO_SUCH_ROOM,
        /** The id is or was used by a camera of another facility; ids are never used twice, since footage lies under them. */
        ID_TAKEN
    }

    /** Adds a camera or changes it; the recorder follows within a second. */
    Put put(Wanted wanted, Person by);

    /** Takes a camera out for good; its footage stays as long as its retention says. False when there is none. */
    boolean remove(CameraId id, Person by);

    /** When a camera was added; empty where there is none. */
    Optional<Instant> added(CameraId id);

    /** Calls back after each change, until the handle is closed. The watcher must not block. */
    AutoCloseable watch(Runnable changed);
}
