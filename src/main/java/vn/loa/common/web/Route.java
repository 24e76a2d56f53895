package vn.loa.common.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A path such as {@code /san-pham/{slug}}, the view behind it and the parameters that the view reads. */
final class Route {
    /** The language of the page, and whether it must be light. */
    static final Set<String> OF_EVERY_PAGE = Set.of("hl", "nhe");

    /** The language alone: the back office has one mode. {@link #NOTICE} says what has happened before the page was shown. */
    private static final Set<String> OF_OFFICE_PAGES = Set.of("hl", Addresses.NOTICE);

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final String path;
    private final Pattern pattern;
    private final List<String> places;
    private final String view;
    private final Set<String> parameters;
    private final Kind kind;

    /** Who opens it, and whether it takes what forms send. */
    private enum Kind {
        PUBLIC,
        FORM,
        OFFICE
    }

    private Route(String path, Pattern pattern, List<String> places, String view, Set<String> parameters, Kind kind) {
        this.path = path;
        this.pattern = pattern;
        this.places = List.copyOf(places);
        this.view = view;
        this.parameters = Set.copyOf(parameters);
        this.kind = kind;
    }

    /**
     * @param path in which {@code {name}} stands for one segment
     * @param parameters besides those of every page
     */
    static Route of(String path, String view, String... parameters) {
        return route(path, view, parameters, OF_EVERY_PAGE, Kind.PUBLIC);
    }

    /** A page for everybody which also takes what its plain form sends, and is kept by nobody. As {@link #of} otherwise. */
    static Route form(String path, String view, String... parameters) {
        return route(path, view, parameters, OF_EVERY_PAGE, Kind.FORM);
    }

    /** A page for those who work with the portal, which also takes what its forms send. As {@link #of} otherwise. */
    static Route office(String path, String view, String... parameters) {
        return route(path, view, parameters, OF_OFFICE_PAGES, Kind.OFFICE);
    }

    private static Route route(String path, String view, String[] parameters, Set<String> more, Kind kind) {
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
        var known = new HashSet<>(List.of(parameters));
        known.addAll(more);
        return new Route(path, Pattern.compile(regex.toString()), places, view, known, kind);
    }

    /** As it was written, with {@code {name}} in the place of a segment. */
    String path() {
        return path;
    }

    String view() {
        return view;
    }

    /** Whether it is a page for those who work with the portal. */
    boolean isOffice() {
        return kind == Kind.OFFICE;
    }

    /** Whether it takes what forms send. */
    boolean takesForms() {
        return kind != Kind.PUBLIC;
    }

    Set<String> parameters() {
        return parameters;
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
