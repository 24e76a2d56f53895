package vn.loa.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a request to the search server. Not for several threads. */
final class SolrQuery {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** Gives a parameter this value alone. */
    SolrQuery set(String name, String value) {
        parameters.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    SolrQuery set(String name, int value) {
        return set(name, String.valueOf(value));
    }

    /** Gives a parameter one more value. */
    SolrQuery add(String name, String value) {
        parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        return this;
    }

    /** The values of a parameter, in the order in which they were given. */
    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Gives this query the parameters of another whose names begin so. */
    SolrQuery copy(SolrQuery other, String beginning) {
        other.parameters.forEach((name, values) -> {
            if (name.startsWith(beginning)) {
                parameters.put(name, new ArrayList<>(values));
            }
        });
        return this;
    }

    /** As the body of a form. */
    String form() {
        return parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
