package vn.loa.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import vn.loa.common.Sha256;

/**
 * Brings a file into a bucket, in parts when it is large, never more than a part's buffer of it in memory. The storage is told the SHA-256 of
 * what it should receive and refuses anything else. Nobody sees the object before its last byte is there.
 */
final class S3Upload {
    static final int PART = 16 << 20;

    private static final Logger LOG = System.getLogger(S3Upload.class.getName());
    private static final String ANY = "application/octet-stream";
    private static final int BUFFER = 64 * 1024;

    /** A part of full size at 0.5 Mbit/s. */
    private static final Duration ATTEMPT = Duration.ofMinutes(5);

    private static final AwsRequestOverrideConfiguration PATIENTLY = AwsRequestOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(ATTEMPT.multipliedBy(2))
            .build();

    private final S3Bucket bucket;
    private final Path file;
    private final StoredBlob blob;
    private final String key;

    S3Upload(S3Bucket bucket, Path file, StoredBlob blob) {
        this.bucket = bucket;
        this.file = file;
        this.blob = blob;
        this.key = bucket.key(blob.sha256());
    }

    void send() throws IOException {
        if (blob.size() <= PART) {
            sendWhole();
        } else {
            sendInParts();
        }
    }

    private void sendWhole() throws IOException {
        var checksum = base64(HexFormat.of().parseHex(blob.sha256()));
        bucket.ask(
                key + " cannot be stored",
                s3 -> s3.putObject(
                        put -> put.bucket(bucket.name())
                                .key(key)
                                .checksumSHA256(checksum)
                                .overrideConfiguration(PATIENTLY),
                        body(0, blob.size())));
    }

    private void sendInParts() throws IOException {
        var upload = bucket.ask(
                        key + " cannot be stored",
                        s3 -> s3.createMultipartUpload(create ->
                                create.bucket(bucket.name()).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256)))
                .uploadId();
        try {
            var parts = new ArrayList<CompletedPart>();
            for (var from = 0L; from < blob.size(); from += PART) {
                parts.add(sendPart(upload, parts.size() + 1, from, Math.min(PART, blob.size() - from)));
            }
            complete(upload, parts);
        } catch (IOException | RuntimeException e) {
            forget(upload);
            throw e;
        }
    }

    private CompletedPart sendPart(String upload, int number, long from, long length) throws IOException {
        var checksum = checksum(from, length);
        var answer = bucket.ask(
                "part " + number + " of " + key + " cannot be stored",
                s3 -> s3.uploadPart(
                        part -> part.bucket(bucket.name())
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .checksumSHA256(checksum)
                                .overrideConfiguration(PATIENTLY),
                        body(from, length)));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(answer.eTag())
                .checksumSHA256(checksum)
                .build();
    }

    /** Storages that join the parts only now may take long over it. */
    private void complete(String upload, List<CompletedPart> parts) throws IOException {
        bucket.ask(
                key + " cannot be made of its parts",
                s3 -> s3.completeMultipartUpload(complete -> complete.bucket(bucket.name())
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(all -> all.parts(parts))
                        .overrideConfiguration(PATIENTLY)));
        var size = bucket.size(blob.sha256());
        if (size.isEmpty() || size.getAsLong() != blob.size()) {
            throw new IOException(key + " in " + bucket + " is not the " + blob.size() + " bytes that were sent");
        }
    }

    /** What cannot be forgotten now is swept at a later start. */
    private void forget(String upload) {
        try {
            bucket.ask(
                    "parts of " + key + " cannot be forgotten",
                    s3 -> s3.abortMultipartUpload(
                            abort -> abort.bucket(bucket.name()).key(key).uploadId(upload)));
        } catch (IOException e) {
            LOG.log(Level.WARNING, e.getMessage(), e);
        }
    }

    private RequestBody body(long from, long length) {
        return RequestBody.fromContentProvider(
                () -> {
                    try {
                        return stretch(from, length);
                    } catch (IOException e) {
                        throw new UncheckedIOException("Cannot read " + file, e);
                    }
                },
                length,
                ANY);
    }

    private String checksum(long from, long length) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(stretch(from, length), digest)) {
            var buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                continue;
            }
        }
        return base64(digest.digest());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private InputStream stretch(long from, long length) throws IOException {
        var channel = FileChannel.open(file).position(from);
        var in = Channels.newInputStream(channel);
        return new InputStream() {
            private long left = length;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int wanted) throws IOException {
                if (left == 0) {
                    return -1;
                }
                var n = in.read(target, offset, (int) Math.min(wanted, left));
                if (n < 0) {
                    throw new EOFException(file + " is shorter than the " + blob.size() + " bytes that it had");
                }
                left -= n;
                return n;
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
