package custody.video.camera;

import java.util.Collection;
import java.util.Map;

/**
 * A camera as it is set up. Its password is not here: it goes from the store to the recorder and nowhere else.
 *
 * @param facility code of the facility
 * @param room code of the room within it
 * @param name what people call it, at most 80 characters
 * @param aim whether it looks into the room or at its door only
 * @param direction what it shows in words, at most 200 characters, may be empty
 * @param privacy of its room
 * @param streams addresses; {@link StreamKind#MAIN} is always there
 * @param account whether an account for it is stored
 * @param inUse false when it was taken out of use for a time
 */
public record Camera(
        CameraId id,
        String facility,
        String room,
        String name,
        Aim aim,
        String direction,
        PrivacyClass privacy,
        Map<StreamKind, StreamAddress> streams,
        boolean account,
        boolean inUse) {
    /** Where it looks. */
    public enum Aim {
        ROOM,
        DOOR
    }

    /** What is done with it. */
    public enum Mode {
        /** Recorded, shown to whoever may see it. */
        RECORDED,
        /** Looks into a room in which nothing may be recorded: neither recorded nor shown. */
        NOT_RECORDED,
        /** Taken out of use. */
        OUT_OF_USE
    }

    public Camera {
        streams = Map.copyOf(streams);
        if (!streams.containsKey(StreamKind.MAIN) || name.length() > 80 || direction.length() > 200) {
            throw new IllegalArgumentException("a camera has a main stream and short words");
        }
    }

    /**
     * Whether all of these lie at a host and a port of its own: its account is told to no other, which could ask for the password in
     * clear and so read what no page shows.
     */
    public boolean keepsAccountFor(Collection<StreamAddress> addresses) {
        return addresses.stream()
                .allMatch(address -> streams.values().stream()
                        .anyMatch(own -> own.host().equalsIgnoreCase(address.host()) && own.port() == address.port()));
    }

    /** What is done with it: privacy comes before everything else. */
    public Mode mode() {
        if (privacy == PrivacyClass.PRIVILEGED && aim == Aim.ROOM) {
            return Mode.NOT_RECORDED;
        }
        return inUse ? Mode.RECORDED : Mode.OUT_OF_USE;
    }
}
