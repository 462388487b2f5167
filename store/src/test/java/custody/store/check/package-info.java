/** What a check makes of ledgers that earlier versions began. */
@NullMarked
package custody.store.check;

import org.jspecify.annotations.NullMarked;
