package vn.loa.media.processing;

/** A worker was taken for dead and comes with a result after all: somebody else has its job now, so it must change nothing. */
final class LateWorker extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LateWorker(long job, int attempt) {
        super("Attempt %d of job %d is not the newest any more".formatted(attempt, job));
    }
}
