package custody.video.live;

import java.nio.ByteBuffer;

/**
 * What a live viewer is sent, in order: the coding's name, the initialisation, fragments. Media times go on without a hole while the
 * camera delivers, but begin anywhere: a player goes to the beginning of what it has been given.
 */
public sealed interface LiveMessage {
    /** RFC 6381 name of the coding that the next initialisation has, and the picture's size; a player must decide whether it can show it. */
    record Coding(String codec, int width, int height) implements LiveMessage {}

    /** Bytes to be given to the player before any fragment, and again when the stream's parameters changed. */
    record Initialisation(ByteBuffer bytes) implements LiveMessage {
        public Initialisation {
            bytes = bytes.asReadOnlyBuffer();
        }
    }

    /**
     * One or more pictures.
     *
     * @param key begins with a picture that needs none before it
     */
    record Fragment(ByteBuffer bytes, boolean key) implements LiveMessage {
        public Fragment {
            bytes = bytes.asReadOnlyBuffer();
        }
    }
}
