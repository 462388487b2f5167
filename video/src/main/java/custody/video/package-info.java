/**
 * Video monitoring: every room where a detainee may be is recorded round the clock, provably, without a hole that is not
 * named. This room sees the JDK only; it knows neither the custody record nor the ledger nor the database. Whatever decodes
 * or encodes pixels runs in other processes. Read {@code docs/design/recorder.md}, {@code docs/design/archive.md} and
 * {@code docs/formats/segment.md}.
 */
@NullMarked
package custody.video;

import org.jspecify.annotations.NullMarked;
