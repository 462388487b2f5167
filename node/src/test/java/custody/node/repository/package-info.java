/** Holds the repository's words to what is true: commands in the README exist, links in the documents lead somewhere. */
@NullMarked
package custody.node.repository;

import org.jspecify.annotations.NullMarked;
