package custody.store.records;

import java.util.ArrayList;
import java.util.List;

/** A wish that has been decided: the entries it brings, if any, and how to answer when they are committed. */
final class Settled {
    private final Wish wish;
    private final List<Entry> entries;
    private final Answering answering;
    private final List<Row> rows = new ArrayList<>();
    private long first;

    Settled(Wish wish, List<Entry> entries, Answering answering) {
        this.wish = wish;
        this.entries = List.copyOf(entries);
        this.answering = answering;
    }

    /** Completes the wish's answer, given its rows. */
    @FunctionalInterface
    interface Answering {
        void answer(List<Row> rows);
    }

    Wish wish() {
        return wish;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Gives the entries their places; answers the next free one. */
    long place(long index) {
        first = index;
        return index + entries.size();
    }

    long first() {
        return first;
    }

    void encoded(Row row) {
        rows.add(row);
    }

    List<Row> rows() {
        return rows;
    }

    void committed() {
        answering.answer(rows);
    }
}
