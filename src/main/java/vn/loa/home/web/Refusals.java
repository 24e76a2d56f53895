package vn.loa.home.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.common.Messages;
import vn.loa.common.web.AddressFault;
import vn.loa.common.web.Problem;
import vn.loa.common.web.SecurityHeaders;
import vn.loa.home.web.CachedPage.Field;

/**
 * What is said to who asks for a path that the servlet container refuses before it looks for an application, or takes for another, or
 * asks in a way that it never answers: to people in Vietnamese and English where they may go on, to programs what is wrong. Immutable.
 */
final class Refusals {
    private static final String API = "/api/";

    private final Map<AddressFault, CachedPage> forPeople = new EnumMap<>(AddressFault.class);
    private final Map<AddressFault, CachedPage> forPrograms = new EnumMap<>(AddressFault.class);
    private final CachedPage ofUpgrade = problem(
            400, "A request with a body cannot be upgraded to another protocol. Send it without the field Upgrade.");

    /** @param styles address of the style sheet of all pages */
    Refusals(String styles) {
        for (var fault : AddressFault.values()) {
            var status = fault.status();
            forPeople.put(fault, answer(status, "text/html;charset=UTF-8", page(status, styles)));
            forPrograms.put(fault, problem(status, fault.detail()));
        }
    }

    /** @param path as it stands in the request line; empty when it is for the container to read */
    Optional<CachedPage> of(String path) {
        return AddressFault.of(path).map((path.startsWith(API) ? forPrograms : forPeople)::get);
    }

    /** To a request with a body that asks for another protocol: no browser sends one. */
    CachedPage ofUpgrade() {
        return ofUpgrade;
    }

    private static CachedPage problem(int status, String detail) {
        return answer(status, Problem.TYPE.toString(), Problem.text(status, detail));
    }

    private static CachedPage answer(int status, String type, String body) {
        var fields = new ArrayList<Field>();
        SecurityHeaders.ofPages().forEach((name, value) -> fields.add(new Field(name, value)));
        fields.add(new Field("Cache-Control", "no-store"));
        fields.add(new Field("Vary", "Accept-Encoding"));
        return new CachedPage(status, type, fields, body.getBytes(StandardCharsets.UTF_8), 0, 0);
    }

    private static String page(int status, String styles) {
        var vietnamese = Messages.in("vi");
        return """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
                <title>%s</title><meta name="robots" content="noindex"><link rel="stylesheet" href="%s"></head>
                <body><main class="w"><div class="lost"><div>
                <h1>%1$s</h1>
                %s
                <section lang="en">
                %s
                </section>
                </div></div></main></body></html>
                """.formatted(title(vietnamese, status), styles, ways(vietnamese, status, ""), inEnglish(status));
    }

    private static String inEnglish(int status) {
        var english = Messages.in("en");
        return "<h2>" + title(english, status) + "</h2>\n" + ways(english, status, "?hl=en");
    }

    private static String title(Messages language, int status) {
        return text(language, "error." + status + ".title");
    }

    /** @param query that keeps the language */
    private static String ways(Messages language, int status, String query) {
        var links = new ArrayList<String>();
        for (var way : List.of(
                Map.entry("/", "error.home"),
                Map.entry("/san-pham", "menu.products"),
                Map.entry("/ke-hoach", "menu.plans"),
                Map.entry("/tim-kiem", "menu.search"))) {
            links.add("<a class=\"btn%s\" href=\"%s%s\">%s</a>"
                    .formatted(links.isEmpty() ? " go" : "", way.getKey(), query, text(language, way.getValue())));
        }
        return "<p class=\"lead\">" + text(language, "error." + status + ".text") + "</p>\n<p class=\"ways\">"
                + String.join(" ", links) + "</p>";
    }

    private static String text(Messages language, String key) {
        return language.text(key).replace("&", "&amp;").replace("<", "&lt;");
    }
}
