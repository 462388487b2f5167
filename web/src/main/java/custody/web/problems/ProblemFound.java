package custody.web.problems;

/** Carries a problem from where it is found to the edge, where it is written once. */
public final class ProblemFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** With the problem. */
    public ProblemFound(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    /** A problem told by its name alone. */
    public ProblemFound(ProblemName name) {
        this(Problem.of(name));
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
