package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.WorkConditions.Asked;
import vn.loa.common.Reading;
import vn.loa.media.MediaAsset;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Gives out what the list of products at work shows, with everything that an editor wrote: first which, then piece by piece, so that memory does not grow with the list. */
@ApplicationScoped
@Transactional
@Reading
public class WorkExports {
    private static final int MOST = 100_000;

    /** So much and no more is handed out at once of what tracks were made of, in bytes: it holds a connection for as long as it takes. */
    public static final long MOST_BYTES = 16_000_000_000L;

    /** By which the list is told that more was asked for. */
    public static final String TOO_LARGE = "goi-qua-lon";

    @Inject
    private WorkLines lines;

    @Inject
    private Products products;

    @Inject
    private Localities localities;

    /**
     * A product.
     *
     * @param state code of where it stands
     * @param content of its newest revision, with what people shown have said, which is nobody else's business
     * @param chapters of its newest revision
     * @param isKept whether they keep what people shown have said, so that they may be given it
     * @param isForbidden whether somebody who is shown has not consented, or not any more: then what it was made of is handed to nobody
     */
    public record Work(
            String slug,
            String state,
            ProductContent content,
            List<Chapter> chapters,
            List<File> files,
            boolean isKept,
            boolean isForbidden) {
        public Work {
            chapters = List.copyOf(chapters);
            files = List.copyOf(files);
        }
    }

    /** What a track was made of. @param track its id @param sha256 of its bytes @param size of it, in bytes */
    public record File(long track, String kind, String language, String role, String name, String sha256, long size) {}

    /** Ids of the products of a list, in its order. @throws vn.loa.accounts.NotPermitted when it is not theirs to see what is not public */
    public List<Long> ids(WorkFilter filter, Actor by) {
        ProductPolicy.requireStaff(by);
        return lines.ids(
                Asked.of(
                        filter,
                        by,
                        by.confinedTo() == null ? null : localities.below(by.confinedTo()),
                        filter.locality().isEmpty()
                                ? Optional.empty()
                                : localities.find(filter.locality()).map(Locality::id)),
                1,
                MOST);
    }

    /**
     * How many bytes the files of these products have together, for who is handed them. One statement.
     *
     * @throws vn.loa.accounts.NotPermitted for others: who reviews a language hears its tracks where they are reviewed
     */
    public long bytes(List<Long> ids, Actor by) {
        ProductPolicy.requireHanded(by);
        return lines.masterBytes(ids);
    }

    /** These products, as far as they may see them and there still are some. As many statements for a few as for one: whoever asks for many asks piece by piece. */
    public List<Work> works(List<Long> ids, Actor by) {
        return products.withFiles(ids).stream()
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(product -> new Work(
                        product.slug(),
                        product.publication().state().code(),
                        ProductContent.of(product.current()),
                        product.current().chapters(),
                        product.tracks().stream().flatMap(WorkExports::file).toList(),
                        ProductPolicy.mayKeepConsents(by, product),
                        product.consentRecord().missing().isPresent()))
                .toList();
    }

    private static Stream<File> file(Track track) {
        return track.asset().filter(asset -> asset.master().isPresent()).map(asset -> file(track, asset)).stream();
    }

    private static File file(Track track, MediaAsset asset) {
        var master = asset.master().orElseThrow();
        return new File(
                track.requireId(),
                track.kind().code(),
                track.language(),
                track.role().code(),
                asset.originalName(),
                master.sha256(),
                master.size());
    }
}
