package custody.record.desk;

import java.time.Instant;

/** A look that was taken. */
public record PastReading(Reading reading, Instant at, long index) {}
