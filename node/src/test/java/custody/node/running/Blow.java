package custody.node.running;

/** What is killed. */
enum Blow {
    /** Program and database at once, as a power cut kills. */
    EVERYTHING,
    /**
     * The program alone. The launcher becomes the program, so whoever kills the launcher kills this; the database stays an
     * orphan that may still be at work for it, and the next start finds it running.
     */
    PROGRAM;

    void strike(NodeProcess node) throws InterruptedException {
        switch (this) {
            case EVERYTHING -> node.kill();
            case PROGRAM -> node.killProgramOnly();
        }
    }
}
