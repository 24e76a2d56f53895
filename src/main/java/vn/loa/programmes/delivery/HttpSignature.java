package vn.loa.programmes.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs a request as RFC 9421 says, by Ed25519, and tells what is in its body as RFC 9530 does. Pure. */
final class HttpSignature {
    private static final String LABEL = "loa";

    private HttpSignature() {}

    /** {@code sha-256=:…:}. @param sha256 in hexadecimal digits */
    static String digest(String sha256) {
        return "sha-256=:" + base64(HexFormat.of().parseHex(sha256)) + ":";
    }

    /**
     * The headers that a request gets: {@code Signature-Input} and {@code Signature}.
     *
     * @param uri all of it, as it is asked
     * @param headers by their names, in the order in which they are signed
     */
    static Map<String, String> of(
            String method, String uri, Map<String, String> headers, Shipment.Signer signer, Instant now) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("@method", method);
        parts.put("@target-uri", uri);
        headers.forEach((name, value) -> parts.put(name.toLowerCase(Locale.ROOT), value.strip()));
        var input = parts.keySet().stream().map(HttpSignature::quoted).collect(Collectors.joining(" ", "(", ")"))
                + ";created=" + now.getEpochSecond() + ";keyid=" + quoted(signer.key()) + ";alg=\"ed25519\"";
        var base = parts.entrySet().stream()
                .map(part -> quoted(part.getKey()) + ": " + part.getValue() + "\n")
                .collect(Collectors.joining("", "", "\"@signature-params\": " + input));
        var signature = signer.sign(base.getBytes(StandardCharsets.US_ASCII));
        return Map.of("Signature-Input", LABEL + "=" + input, "Signature", LABEL + "=:" + base64(signature) + ":");
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
