package custody.video.export;

import custody.video.live.FilmPainter.Film;
import custody.video.live.Mask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Paints over parts of a whole film. */
@FunctionalInterface
public interface Painting {
    /** Where no export may be painted. */
    Painting NONE = (film, painted, masks, progress, cancelled) -> {
        throw new IOException("nothing can be painted here");
    };

    /**
     * Writes {@code film} to {@code painted} with the masks painted over, picture for picture.
     *
     * @param painted a file that is not there yet; unfinished when this throws
     * @param masks at least one
     * @param progress gets the number of pictures that are done
     * @param cancelled ends it with {@link java.util.concurrent.CancellationException}
     * @throws IOException when it cannot be painted: nothing may go out then
     */
    void paint(Film film, Path painted, List<Mask> masks, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException;
}
