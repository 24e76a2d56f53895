package vn.loa.home.web;

import jakarta.servlet.http.HttpServletResponse;
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
 * What is said to who asks for a path that the servlet container refuses before it looks for an application: to people in Vietnamese and
 * English where they may go on, to programs what is wrong. Immutable.
 */
final class Refusals {
    private static final String API = "/api/";

    private final CachedPage forPeople;
    private final Map<AddressFault, CachedPage> forPrograms = new EnumMap<>(AddressFault.class);

    /** @param styles address of the style sheet of all pages */
    Refusals(String styles) {
        forPeople = answer("text/html;charset=UTF-8", page(styles));
        for (var fault : AddressFault.values()) {
            var problem = Problem.text(HttpServletResponse.SC_BAD_REQUEST, fault.detail());
            forPrograms.put(fault, answer(Problem.TYPE.toString(), problem));
        }
    }

    /** @param path as it stands in the request line; empty when it is for the container to read */
    Optional<CachedPage> of(String path) {
        return AddressFault.of(path).map(fault -> path.startsWith(API) ? forPrograms.get(fault) : forPeople);
    }

    private static CachedPage answer(String type, String body) {
        var fields = new ArrayList<Field>();
        SecurityHeaders.ofPages().forEach((name, value) -> fields.add(new Field(name, value)));
        fields.add(new Field("Cache-Control", "no-store"));
        fields.add(new Field("Vary", "Accept-Encoding"));
        return new CachedPage(
                HttpServletResponse.SC_BAD_REQUEST, type, fields, body.getBytes(StandardCharsets.UTF_8), 0, 0);
    }

    private static String page(String styles) {
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
                """.formatted(text(vietnamese, "error.400.title"), styles, ways(vietnamese, ""), inEnglish());
    }

    private static String inEnglish() {
        var english = Messages.in("en");
        return "<h2>" + text(english, "error.400.title") + "</h2>\n" + ways(english, "?hl=en");
    }

    /** @param query that keeps the language */
    private static String ways(Messages language, String query) {
        var links = new ArrayList<String>();
        for (var way : List.of(
                Map.entry("/", "error.home"),
                Map.entry("/san-pham", "menu.products"),
                Map.entry("/ke-hoach", "menu.plans"),
                Map.entry("/tim-kiem", "menu.search"))) {
            links.add("<a class=\"btn%s\" href=\"%s%s\">%s</a>"
                    .formatted(links.isEmpty() ? " go" : "", way.getKey(), query, text(language, way.getValue())));
        }
        return "<p class=\"lead\">" + text(language, "error.400.text") + "</p>\n<p class=\"ways\">"
                + String.join(" ", links) + "</p>";
    }

    private static String text(Messages language, String key) {
        return language.text(key).replace("&", "&amp;").replace("<", "&lt;");
    }
}
