package vn.loa.media;

import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What an object storage answered instead of doing what it was asked. Says the bucket and the key, never who asked. */
final class S3Failure extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int NOT_FOUND = 404;

    private final int status;

    S3Failure(String what, S3Location location, SdkException cause) {
        super(what + " in " + location + ": " + reason(cause), cause);
        this.status = status(cause);
    }

    /** Whether waiting would not help: the bucket is not there, or this portal may not use it. */
    boolean isRefusal() {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    static boolean isAbsence(SdkException failure) {
        return status(failure) == NOT_FOUND;
    }

    private static int status(SdkException failure) {
        return failure instanceof S3Exception answered ? answered.statusCode() : 0;
    }

    private static String reason(SdkException failure) {
        if (failure instanceof S3Exception answered && answered.awsErrorDetails() != null) {
            var details = answered.awsErrorDetails();
            return answered.statusCode() + " " + details.errorCode();
        }
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason");
    }
}
