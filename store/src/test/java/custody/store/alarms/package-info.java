@NullMarked
package custody.store.alarms;

import org.jspecify.annotations.NullMarked;
