package vn.loa.common;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, as long as there are not too many of them. */
public final class BoundedBody implements BodySubscriber<byte[]> {
    private final int most;
    private final boolean cut;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** One that fails when more come. */
    public BoundedBody(int most) {
        this(most, false);
    }

    private BoundedBody(int most, boolean cut) {
        this.most = most;
        this.cut = cut;
    }

    /** One that is content with the first bytes, and reads no more. */
    public static BoundedBody beginning(int most) {
        return new BoundedBody(most, true);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> some) {
        for (var buffer : some) {
            if (read.size() + buffer.remaining() > most) {
                if (subscription != null) {
                    subscription.cancel();
                }
                if (cut) {
                    var bytes = new byte[most - read.size()];
                    buffer.get(bytes);
                    read.writeBytes(bytes);
                    body.complete(read.toByteArray());
                } else {
                    body.completeExceptionally(new IOException("It is longer than " + most + " bytes"));
                }
                return;
            }
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            read.write(bytes, 0, bytes.length);
        }
    }

    @Override
    public void onError(Throwable failed) {
        body.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        body.complete(read.toByteArray());
    }
}
