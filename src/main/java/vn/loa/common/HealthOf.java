package vn.loa.common;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Asks a part of the portal how it is. A part that hangs counts as down: who asks never waits long. */
public final class HealthOf {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private HealthOf() {}

    /**
     * Up if the question is answered in time.
     *
     * @param part its name in the answer of {@code /health/ready}
     * @param question throws when the part does not work
     */
    public static HealthCheckResponse part(String part, ManagedExecutorService executor, Callable<?> question) {
        Future<?> answer = executor.submit(question);
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return HealthCheckResponse.up(part);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return down(part, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return down(
                    part,
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down(part, "interrupted");
        }
    }

    /**
     * A part without which the portal still serves its pages, though less well: it is named, with {@code state} and {@code reason},
     * but does not make the portal unready, because then nobody would be sent to the pages that work.
     */
    public static HealthCheckResponse helpfulPart(String part, ManagedExecutorService executor, Callable<?> question) {
        HealthCheckResponse answer = part(part, executor, question);
        HealthCheckResponseBuilder builder = HealthCheckResponse.named(part).up();
        builder.withData("state", answer.getStatus().name());
        answer.getData()
                .ifPresent(data -> data.forEach((name, value) -> builder.withData(name, String.valueOf(value))));
        return builder.build();
    }

    private static HealthCheckResponse down(String part, String reason) {
        return HealthCheckResponse.named(part).down().withData("reason", reason).build();
    }
}
