package vn.loa.testing;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends the plain forms of the back office as a browser does, with the token that their page holds. */
public record PlainForms(Portal portal, String cookie) {
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");

    public HttpResponse<String> get(String path) {
        return portal.get(path, "Cookie", cookie);
    }

    /** @param fields names and values in turn */
    public HttpResponse<String> send(String path, String... fields) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        return send(path, named);
    }

    /** @throws IllegalStateException when the page has no form */
    public HttpResponse<String> send(String path, Map<String, String> fields) {
        return sendAll(path, List.copyOf(fields.entrySet()));
    }

    /** The same where the page leads to another one when it is done, as a browser follows it. */
    public HttpResponse<String> sendThrough(String path, String... fields) {
        return follow(send(path, fields));
    }

    /** Where an answer leads, or else the answer. */
    public HttpResponse<String> follow(HttpResponse<String> led) {
        return led.headers().firstValue("Location").map(this::get).orElse(led);
    }

    /** The same with fields that have one name. */
    public HttpResponse<String> sendAll(String path, List<Map.Entry<String, String>> fields) {
        return sendWith(token(path), path, fields);
    }

    /** From a page that was got before, as when it has been open for a while. */
    public HttpResponse<String> sendFrom(String page, String path, List<Map.Entry<String, String>> fields) {
        return sendWith(tokenIn(page), path, fields);
    }

    private HttpResponse<String> sendWith(String token, String path, List<Map.Entry<String, String>> fields) {
        var all = new ArrayList<>(fields);
        all.add(Map.entry("the", token));
        return portal.send(HttpRequest.newBuilder(portal.uri(path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(all.stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    /** What the forms of a page carry; good for the session of this cookie alone. @throws IllegalStateException when the page has no form */
    public String token(String path) {
        var page = get(path);
        return tokenIn(page.statusCode() + "\n" + page.body());
    }

    private static String tokenIn(String page) {
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("No form: " + page);
        }
        return token.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
