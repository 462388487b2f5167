package custody.ledger.tree;

/** Inside {@link TreeHashes}: stops a reading; becomes {@link Built.NoTile} before it leaves. */
final class MissingTile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient TileCoordinates coordinates;

    MissingTile(TileCoordinates coordinates) {
        super("missing " + coordinates.path(), null, false, false);
        this.coordinates = coordinates;
    }

    TileCoordinates coordinates() {
        return coordinates;
    }
}
