package custody.video.recorder;

/**
 * When segments are to be cut: at the same second of every period for one camera and at other seconds for the others, so that
 * the ends of many files do not fall together.
 *
 * @param periodNanos length of a segment
 * @param offsetNanos this camera's place in the period
 */
record CutTimes(long periodNanos, long offsetNanos) {
    static CutTimes of(int camera, int cameras, long periodNanos) {
        return new CutTimes(periodNanos, periodNanos / Math.max(1, cameras) * camera);
    }

    /** The first cut after {@code now}; all in monotonic nanoseconds. A segment is never shorter than a tenth of the period. */
    long after(long now) {
        long next = Math.floorDiv(now - offsetNanos, periodNanos) * periodNanos + periodNanos + offsetNanos;
        return next - now < periodNanos / 10 ? next + periodNanos : next;
    }
}
