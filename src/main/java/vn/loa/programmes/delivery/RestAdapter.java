package vn.loa.programmes.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts each file at an address below that of the target ({@code PUT}), signed, with a key by which it is known when it comes again; what the other side has already it need not read. README says what it gets.
 */
final class RestAdapter implements DeliveryAdapter {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TIMED_OUT = 408;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int NO_ROOM = 507;
    private static final int CLASS = 100;

    private final RestClient http;
    private final Clock clock;

    RestAdapter(RestClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public void deliver(Shipment shipment, Connection to, Progress sent, Pace pace)
            throws NotDelivered, NewerThere, IOException {
        for (var file : shipment.files()) {
            pace.next();
            if (!file.lasting() || !isThere(file, to, pace)) {
                put(file, shipment, to, pace);
                sent.sent(file.bytes());
            }
        }
    }

    @Override
    public void tryOut(Connection to) throws NotDelivered, IOException {
        var options = request(to, "").method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        var answer = http.send(options, to.hosts(), Pace.ofTrial());
        // Whatever else it says, it has been reached and knows who asks.
        if (answer.statusCode() / CLASS != 4 || isOfSender(answer.statusCode())) {
            require(answer, to);
        }
    }

    /** Whether something that never changes need not be sent. */
    private boolean isThere(ShippedFile file, Connection to, Pace pace) throws NotDelivered, IOException {
        var head = request(to, file.path()).method("HEAD", HttpRequest.BodyPublishers.noBody());
        var answer = http.send(head, to.hosts(), pace);
        if (isOfSender(answer.statusCode())) {
            require(answer, to);
        }
        return answer.statusCode() == OK
                && answer.headers()
                        .firstValue("Content-Length")
                        .map(length -> length.equals(Long.toString(file.bytes())))
                        .orElse(true);
    }

    private void put(ShippedFile file, Shipment shipment, Connection to, Pace pace)
            throws NotDelivered, NewerThere, IOException {
        var request = request(to, file.path());
        var signed = headers(file, shipment);
        signed.forEach(request::setHeader);
        HttpSignature.of("PUT", uri(to, file.path()), signed, shipment.signer(), clock.instant())
                .forEach(request::setHeader);
        request.setHeader("If-None-Match", file.lasting() ? "*" : "\"" + file.sha256() + "\"");
        var answer = http.put(request, file, to.hosts(), pace);
        if (answer.statusCode() == CONFLICT) {
            throw new NewerThere();
        }
        // What is there already was not to be sent.
        if (answer.statusCode() != PRECONDITION_FAILED) {
            require(answer, to);
        }
    }

    private static Map<String, String> headers(ShippedFile file, Shipment shipment) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", file.type());
        headers.put("Content-Digest", HttpSignature.digest(file.sha256()));
        headers.put("Idempotency-Key", "\"" + shipment.key() + "/" + file.name() + "\"");
        headers.put("Loa-Delivery", shipment.key());
        headers.put("Loa-Revision", Long.toString(shipment.revision()));
        headers.put("Loa-Priority", shipment.urgent() ? "urgent" : "normal");
        return headers;
    }

    private static HttpRequest.Builder request(Connection to, String path) {
        var request = HttpRequest.newBuilder(URI.create(uri(to, path))).setHeader("User-Agent", "Loa");
        if (!to.username().isEmpty()) {
            request.setHeader("Authorization", "Basic " + basic(to));
        } else if (!to.secret().isEmpty()) {
            request.setHeader("Authorization", "Bearer " + to.secret());
        }
        return request;
    }

    private static String uri(Connection to, String path) {
        return to.address().replaceAll("/+$", "") + "/" + path;
    }

    private static String basic(Connection to) {
        return Base64.getEncoder().encodeToString((to.username() + ":" + to.secret()).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOfSender(int status) {
        return status == UNAUTHORIZED || status == FORBIDDEN;
    }

    private void require(HttpResponse<byte[]> answer, Connection to) throws NotDelivered {
        var status = answer.statusCode();
        if (status / CLASS == 2) {
            return;
        }
        var why = why(status);
        var wish = why == Obstacle.BUSY
                ? answer.headers().firstValue("Retry-After").flatMap(text -> RetryAfter.read(text, clock.instant()))
                : Optional.<Duration>empty();
        throw new NotDelivered(why, "HTTP " + status + said(answer, to), wish.orElse(null), null);
    }

    private static Obstacle why(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> Obstacle.LOGIN;
            case TIMED_OUT, TOO_EARLY, TOO_MANY, UNAVAILABLE -> Obstacle.BUSY;
            case NO_ROOM -> Obstacle.NO_ROOM;
            default ->
                switch (status / CLASS) {
                    case 3 -> Obstacle.REDIRECT;
                    case 4 -> Obstacle.NOT_WANTED;
                    default -> Obstacle.SERVER_FAULT;
                };
        };
    }

    /** How an answer begins that is meant to be read, without what it may repeat of our secrets. */
    private static String said(HttpResponse<byte[]> answer, Connection to) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("text/plain") && !type.contains("json")) {
            return "";
        }
        var text = new String(answer.body(), StandardCharsets.UTF_8).replace(basic(to), "…");
        return ": " + (to.secret().isEmpty() ? text : text.replace(to.secret(), "…"));
    }
}
