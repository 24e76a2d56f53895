package vn.loa.archive;

/** Nothing of an archive can be brought in. */
final class ArchiveRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final Problem problem;

    /** @param detail for people: names of files or columns; may be empty */
    ArchiveRefused(Problem problem, String detail) {
        super(detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
