package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PortalIdentity;
import vn.loa.taxonomy.FormerCodes;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Marks;

/** What feeds are named for those who keep them: the same for ever, also when the code of what they are about is changed and their address with it. */
@ApplicationScoped
public class FeedNames {
    /** Kinds of terms whose codes can change, by the parameter that narrows a list to them. */
    private static final Map<String, String> KINDS = Map.of(
            "chu-de", FormerCodes.TOPIC,
            "doi-tuong", FormerCodes.AUDIENCE,
            "the-loai", FormerCodes.GENRE);

    private static final String PLACE = "dia-ban";

    @Inject
    private Marks marks;

    @Inject
    private Localities localities;

    @Inject
    private PortalIdentity identity;

    /** Of a podcast. @param topic its code; null for that of all topics */
    public UUID podcast(String language, @Nullable String topic) {
        return identity.name("podcast/" + language
                + (topic == null ? "" : "/" + marks.of(FormerCodes.TOPIC).getOrDefault(topic, topic)));
    }

    /**
     * Of a feed of what is new. At most one statement for each kind of term that it is narrowed to, and for each place.
     *
     * @param path of its address
     * @param parameters of its address, without the number of a part
     */
    public UUID feed(String path, List<Map.Entry<String, String>> parameters) {
        var values = parameters.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var lasting = new StringBuilder("feed").append(path);
        values.forEach((name, chosen) -> lasting(name, chosen)
                .forEach(value -> lasting.append('\n').append(name).append('=').append(value)));
        return identity.name(lasting.toString());
    }

    private List<String> lasting(String parameter, List<String> values) {
        var kind = KINDS.get(parameter);
        if (kind != null) {
            var known = marks.of(kind);
            return values.stream()
                    .map(value -> known.getOrDefault(value, value))
                    .distinct()
                    .sorted()
                    .toList();
        }
        return values.stream()
                .map(value -> parameter.equals(PLACE)
                        ? localities
                                .find(value)
                                .map(Locality::id)
                                .flatMap(Optional::ofNullable)
                                .map(String::valueOf)
                                .orElse(value)
                        : value)
                .distinct()
                .sorted()
                .toList();
    }
}
