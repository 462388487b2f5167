/**
 * The Merkle tree of RFC 6962 over leaf hashes: frontier, tiles of C2SP tlog-tiles, inclusion and consistency proofs.
 * Sees only {@code custody.ledger}; no clock, thread, I/O or SQL.
 * Mutable here are {@link custody.ledger.tree.Frontier}, {@link custody.ledger.tree.TileBuilder} and
 * {@link custody.ledger.tree.TreeHasher}: each has one owner at a time.
 * Explained in {@code docs/formats/ledger.md}.
 */
@NullMarked
package custody.ledger.tree;

import org.jspecify.annotations.NullMarked;
