package vn.loa.archive;

import jakarta.json.JsonArrayBuilder;
import java.util.List;
import vn.loa.catalog.ProductContent;
import vn.loa.common.Jsons;

/** Whether two contents say the same: in which order topics, audiences and places stand is of no meaning. */
final class ContentComparison {
    private ContentComparison() {}

    static boolean isSame(ProductContent one, ProductContent other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(ProductContent content) {
        return Jsons.object(content.toJson())
                .add("topics", sorted(content.topics()))
                .add("audiences", sorted(content.audiences()))
                .add("localities", sorted(content.localities()))
                .build()
                .toString();
    }

    private static JsonArrayBuilder sorted(List<String> codes) {
        return Jsons.array(codes.stream().sorted().toList());
    }
}
