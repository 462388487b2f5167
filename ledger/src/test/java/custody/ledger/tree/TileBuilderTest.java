package custody.ledger.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import custody.ledger.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tile builder")
class TileBuilderTest {
    private static final int SIZE = 66_100;

    private static final NaiveTree TREE = NaiveTree.of(SIZE);

    @Test
    void saysOfEachTileWhenItIsFull() {
        TileBuilder builder = TileBuilder.empty();
        List<Tile> full = new ArrayList<>();
        for (int from = 0; from < SIZE; from += 1000) {
            full.addAll(builder.append(TREE.leaves().subList(from, Math.min(SIZE, from + 1000))));
        }
        assertEquals(258 + 1, full.size());
        full.forEach(this::isTheTreesTile);
        assertEquals(new TileCoordinates(1, 0, 256), full.get(256).coordinates());
        assertEquals(full.get(3).root(), full.get(256).hash(3));
        assertEquals(TREE.head(SIZE), builder.head());
        builder.partials().forEach(this::isTheTreesTile);
        assertEquals(
                TileCoordinates.partials(SIZE),
                builder.partials().stream().map(Tile::coordinates).toList());
    }

    private void isTheTreesTile(Tile tile) {
        assertArrayEquals(TREE.tile(tile.coordinates()).orElseThrow().bytes(), tile.bytes());
    }

    @Test
    void continuesAnywhere() {
        Seeded.times(40, random -> {
            int size = random.nextInt(SIZE - 700);
            Frontier frontier = new Frontier();
            frontier.append(TREE.leaves().subList(0, size));
            TileBuilder builder = TileBuilder.resume(frontier, TREE);
            int more = 1 + random.nextInt(700);
            builder.append(TREE.leaves().subList(size, size + more)).forEach(this::isTheTreesTile);
            assertEquals(TREE.head(size + more), builder.head());
            builder.partials().forEach(this::isTheTreesTile);
        });
    }

    @Test
    void cannotContinueOnMissingOrOtherTiles() {
        Frontier frontier = new Frontier();
        frontier.append(TREE.leaves().subList(0, 300));
        assertThrows(IllegalStateException.class, () -> TileBuilder.resume(frontier, at -> Optional.empty()));
        assertThrows(
                IllegalStateException.class,
                () -> TileBuilder.resume(frontier, at -> Optional.of(Tile.of(at, new byte[at.width() * Hash.BYTES]))));
    }

    @Test
    void copyDoesNotFollowTheOriginal() {
        TileBuilder builder = TileBuilder.empty();
        builder.append(TREE.leaves().subList(0, 300));
        TileBuilder copy = builder.copy();
        builder.append(TREE.leaves().subList(300, 600));
        copy.append(TREE.leaves().subList(300, 301));
        assertEquals(TREE.head(301), copy.head());
        copy.partials().forEach(this::isTheTreesTile);
    }

    @Test
    void servesTheNarrowerTilesOfEarlierCheckpoints() {
        TileBuilder builder = TileBuilder.empty();
        builder.append(TREE.leaves().subList(0, 300));
        TileCoordinates earlier = new TileCoordinates(0, 1, 20);
        assertArrayEquals(
                TREE.tile(earlier).orElseThrow().bytes(),
                builder.tile(earlier).orElseThrow().bytes());
        assertEquals(Optional.empty(), builder.tile(new TileCoordinates(0, 1, 45)));
        assertEquals(Optional.empty(), builder.tile(new TileCoordinates(0, 0, 256)));
        assertEquals(Optional.empty(), builder.tile(new TileCoordinates(9, 0, 1)));
    }

    @Test
    void narrowsATileToItsFirstHashes() {
        Tile tile = TREE.tile(new TileCoordinates(0, 0, 256)).orElseThrow();
        assertArrayEquals(
                TREE.tile(new TileCoordinates(0, 0, 9)).orElseThrow().bytes(),
                tile.narrowed(9).bytes());
        assertThrows(IllegalStateException.class, () -> tile.narrowed(9).root());
        assertThrows(IndexOutOfBoundsException.class, () -> tile.hash(256));
    }
}
