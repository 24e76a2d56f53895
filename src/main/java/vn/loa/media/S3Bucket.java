package vn.loa.media;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The requests that a blob store makes of an object storage. Each is tried up to three times and takes at most a quarter of a minute, but
 * for uploads; what fails is an {@link S3Failure}. Checksums are those that we compute and send along: the newer ones that the SDK would add are
 * unknown to many storages.
 */
final class S3Bucket implements Closeable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Between two bytes of an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 3;

    /** As many as one answer holds. */
    private static final int PAGE = 1000;

    private final S3Location location;
    private final S3Client client;

    S3Bucket(S3Location location) {
        this.location = location;
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(location.accessKey(), location.secretKey())))
                .region(Region.of(location.region()))
                .forcePathStyle(location.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(all -> all.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(ALL_ATTEMPTS)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
        location.endpoint().ifPresent(builder::endpointOverride);
        this.client = builder.build();
    }

    /** The name of a blob's object. */
    String key(String blob) {
        return root() + BlobName.path(blob);
    }

    private String root() {
        return location.prefix() + "sha256/";
    }

    /** In bytes; nothing when there is no such blob. */
    OptionalLong size(String blob) throws IOException {
        var key = key(blob);
        try {
            return OptionalLong.of(
                    client.headObject(head -> head.bucket(location.bucket()).key(key))
                            .contentLength());
        } catch (SdkException e) {
            if (S3Failure.isAbsence(e)) {
                return OptionalLong.empty();
            }
            throw new S3Failure(key + " cannot be found out about", location, e);
        }
    }

    /** A stretch of a blob, both ends included; close it, or abort it before its end. */
    ResponseInputStream<GetObjectResponse> read(String blob, long first, long last) throws IOException {
        var key = key(blob);
        return ask(
                key + " cannot be read from byte " + first,
                s3 -> s3.getObject(get -> get.bucket(location.bucket()).key(key).range("bytes=" + first + "-" + last)));
    }

    void delete(String blob) throws IOException {
        var key = key(blob);
        ask(
                key + " cannot be deleted",
                s3 -> s3.deleteObject(delete -> delete.bucket(location.bucket()).key(key)));
    }

    /** At most a thousand names of objects that sort after that of a blob, or the first ones. */
    List<String> keys(String after, int limit) throws IOException {
        return ask(
                "objects cannot be listed",
                s3 -> s3
                        .listObjectsV2(list -> list.bucket(location.bucket())
                                .prefix(root())
                                .startAfter(after.isEmpty() ? null : after)
                                .maxKeys(Math.min(limit, PAGE)))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList());
    }

    /** A short text that is no blob; empty when there is none. */
    Optional<String> note(String name) throws IOException {
        var key = location.prefix() + name;
        try {
            return Optional.of(
                    client.getObjectAsBytes(get -> get.bucket(location.bucket()).key(key))
                            .asUtf8String()
                            .strip());
        } catch (SdkException e) {
            if (S3Failure.isAbsence(e)) {
                return Optional.empty();
            }
            throw new S3Failure(key + " cannot be read", location, e);
        }
    }

    void note(String name, String text) throws IOException {
        var key = location.prefix() + name;
        ask(
                key + " cannot be stored",
                s3 -> s3.putObject(put -> put.bucket(location.bucket()).key(key), RequestBody.fromString(text + "\n")));
    }

    /** Forgets the parts of uploads that began before a moment and never ended. */
    void sweepUploads(Instant before) throws IOException {
        var left = new ArrayList<MultipartUpload>();
        ask(
                "uploads cannot be listed",
                s3 ->
                        left.addAll(s3
                                .listMultipartUploadsPaginator(
                                        list -> list.bucket(location.bucket()).prefix(root()))
                                .uploads()
                                .stream()
                                .toList()));
        for (var upload : left) {
            if (upload.initiated().isBefore(before)) {
                ask(
                        upload.key() + " cannot be swept",
                        s3 -> s3.abortMultipartUpload(abort -> abort.bucket(location.bucket())
                                .key(upload.key())
                                .uploadId(upload.uploadId())));
            }
        }
    }

    /** Whether the bucket is there and lets us in. */
    void check() throws IOException {
        keys("", 1);
    }

    /** @param what failed, when it fails */
    <T> T ask(String what, Function<S3Client, T> request) throws IOException {
        try {
            return request.apply(client);
        } catch (SdkException e) {
            throw new S3Failure(what, location, e);
        }
    }

    String name() {
        return location.bucket();
    }

    @Override
    public String toString() {
        return location.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
