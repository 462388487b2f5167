package custody.ledger.check;

import custody.ledger.tree.Hash;
import custody.ledger.tree.Tile;
import custody.ledger.tree.Tiles;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a stored full tile against the one that the leaves give. */
final class TileCheck {
    private TileCheck() {}

    static void compare(Tile rebuilt, @Nullable Tiles stored, Findings findings) {
        if (stored == null) {
            return;
        }
        String path = rebuilt.coordinates().path();
        Optional<Tile> found = stored.tile(rebuilt.coordinates())
                .filter(tile -> tile.coordinates().equals(rebuilt.coordinates()));
        if (found.isEmpty()) {
            findings.add(FindingCode.TILE_MISSING, path, "a tile", "nothing");
            return;
        }
        if (Arrays.equals(rebuilt.bytes(), found.get().bytes())) {
            return;
        }
        for (int slot = 0; slot < Tile.WIDTH; slot++) {
            Hash hash = rebuilt.hash(slot);
            if (!found.get().holds(slot, hash)) {
                String place = path + ", slot " + slot + place(rebuilt, slot);
                String actual = found.get().hash(slot).base64();
                findings.add(FindingCode.TILE_DIFFERS, place, hash.base64(), actual);
            }
        }
    }

    private static String place(Tile tile, int slot) {
        boolean leaves = tile.coordinates().level() == 0;
        return leaves ? ", leaf " + (tile.coordinates().index() * Tile.WIDTH + slot) : "";
    }
}
