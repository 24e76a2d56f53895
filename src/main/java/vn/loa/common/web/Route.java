package vn.loa.common.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A public path such as {@code /san-pham/{slug}} and the view behind it. */
final class Route {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Pattern pattern;
    private final List<String> places;
    private final String view;

    private Route(Pattern pattern, List<String> places, String view) {
        this.pattern = pattern;
        this.places = List.copyOf(places);
        this.view = view;
    }

    /** @param path in which {@code {name}} stands for one segment */
    static Route of(String path, String view) {
        var places = new ArrayList<String>();
        var regex = new StringBuilder();
        var found = PLACE.matcher(path);
        var done = 0;
        while (found.find()) {
            regex.append(Pattern.quote(path.substring(done, found.start()))).append("([^/]+)");
            places.add(found.group(1));
            done = found.end();
        }
        regex.append(Pattern.quote(path.substring(done)));
        return new Route(Pattern.compile(regex.toString()), places, view);
    }

    String view() {
        return view;
    }

    /** The named segments of a decoded path; absent when it is not of this route. */
    Optional<Map<String, String>> match(String path) {
        var matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var segments = new LinkedHashMap<String, String>();
        for (var i = 0; i < places.size(); i++) {
            segments.put(places.get(i), matcher.group(i + 1));
        }
        return Optional.of(segments);
    }
}
