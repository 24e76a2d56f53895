package vn.loa.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Audience;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;

/**
 * What a public product is about and for whom, all by codes.
 *
 * @param agency null when none is named
 * @param plan address of the public plan that it answers
 * @param deliverable key of the promise that it fulfils
 */
public record ProductDescription(
        List<String> topics,
        List<String> audiences,
        List<String> localities,
        @Nullable String agency,
        int year,
        boolean replay,
        @Nullable String plan,
        @Nullable String deliverable) {

    public ProductDescription {
        topics = List.copyOf(topics);
        audiences = List.copyOf(audiences);
        localities = List.copyOf(localities);
    }

    static ProductDescription of(ProductRevision revision, @Nullable String plan) {
        return new ProductDescription(
                revision.topics().stream().map(Topic::code).toList(),
                revision.audiences().stream().map(Audience::code).toList(),
                revision.localities().stream().map(Locality::addressName).toList(),
                revision.agency().map(Agency::code).orElse(null),
                revision.year(),
                revision.isReplay(),
                plan,
                revision.deliverable().orElse(null));
    }
}
