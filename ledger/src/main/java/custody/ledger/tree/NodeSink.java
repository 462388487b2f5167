package custody.ledger.tree;

/** Told of each complete node that a tile holds (levels 0, 8, 16 …), in the order in which the nodes are complete. */
@FunctionalInterface
interface NodeSink {
    /** The node's 32 bytes stand at {@code offset} only during the call. */
    void node(int level, byte[] hashes, int offset);
}
