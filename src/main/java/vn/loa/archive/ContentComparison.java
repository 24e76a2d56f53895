package vn.loa.archive;

import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.catalog.Consent;
import vn.loa.catalog.ProductContent;
import vn.loa.common.Jsons;

/** Whether two contents say the same: in which order topics, audiences, places and the people shown stand is of no meaning. */
final class ContentComparison {
    private ContentComparison() {}

    static boolean isSame(ProductContent one, ProductContent other) {
        return plain(one).equals(plain(other)) && counted(one.consents()).equals(counted(other.consents()));
    }

    private static String plain(ProductContent content) {
        return Jsons.object(content.toJson())
                .add("topics", sorted(content.topics()))
                .add("audiences", sorted(content.audiences()))
                .add("localities", sorted(content.localities()))
                .build()
                .toString();
    }

    private static Map<Consent, Long> counted(List<Consent> consents) {
        return consents.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static JsonArrayBuilder sorted(List<String> codes) {
        return Jsons.array(codes.stream().sorted().toList());
    }
}
