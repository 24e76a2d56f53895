package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.Coded;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Medium;

/** Recognises files that shall go to a product by their names, so that who sends many need not say of each what it is. */
@ApplicationScoped
@Transactional
@Reading
public class Recognitions {
    private static final Map<TrackKind, Set<String>> ENDINGS = Map.of(
            TrackKind.AUDIO,
            Set.of(
                    "mp3", "m4a", "m4b", "aac", "wav", "aif", "aiff", "aifc", "flac", "ogg", "oga", "opus", "weba",
                    "mka"),
            TrackKind.VIDEO,
            Set.of(
                    "mp4", "m4v", "mov", "3gp", "mkv", "webm", "ogv", "avi", "ts", "mts", "m2ts", "m2t", "mpg", "mpeg",
                    "mpe", "m2p", "mod", "tod", "vob"),
            TrackKind.SUBTITLE,
            Set.of("srt", "vtt", "sbv", "ass", "ssa", "txt"),
            TrackKind.DOCUMENT,
            Set.of("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
            TrackKind.IMAGE,
            Set.of("jpg", "jpeg", "png", "webp", "gif", "avif"));

    @Inject
    private Products products;

    @Inject
    private Languages languages;

    /** The work that a file is for, as far as it matters here. @param language the code of that in which it was made */
    record Work(Medium medium, String language, boolean hasPoster, List<Track> tracks) {
        static Work of(Product product) {
            var tracks = product.tracks();
            return new Work(
                    product.current().genre().medium(),
                    tracks.stream()
                            .filter(track -> track.isFilm() || track.isOriginalSound())
                            .map(Track::language)
                            .findFirst()
                            .orElse(Texts.FALLBACK),
                    tracks.stream().anyMatch(track -> track.role() == TrackRole.POSTER),
                    tracks);
        }
    }

    /** Empty when there is, for them, no such product. @param name of the file, as its owner calls it */
    public Optional<Recognition> of(String slug, String name, Actor by) {
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(product -> of(name, Work.of(product), languages.all()));
    }

    /** Code of the kind of track that a file of this name seems to be. */
    public Optional<String> kindOf(String name) {
        var dot = name.lastIndexOf('.');
        return kind(dot > 0 ? name.substring(dot + 1) : "").map(TrackKind::code);
    }

    /** @param known all languages, of which only those of works are meant by names */
    static Recognition of(String name, Work work, List<Language> known) {
        var dot = name.lastIndexOf('.');
        var words = new NameWords(dot > 0 ? name.substring(0, dot) : name);
        var said = known.stream()
                .filter(language -> language.isContent() && words.saying(language) > 0)
                .max(Comparator.comparingInt(words::saying))
                .map(Language::code);
        var language = said.orElse(work.language());
        var kind = kind(dot > 0 ? name.substring(dot + 1) : "");
        var role = kind.map(found -> role(found, language, words, work));
        // A picture says no language; of all else, what was only guessed takes nobody's place.
        var replaced = role.filter(found -> said.isPresent() || found == TrackRole.POSTER)
                .flatMap(found -> replaced(kind.orElseThrow(), language, found, work.tracks()));
        return new Recognition(
                code(kind),
                language,
                said.isPresent(),
                code(role),
                replaced.map(Track::requireId).orElse(null));
    }

    private static @Nullable String code(Optional<? extends Coded> value) {
        return value.map(Coded::code).orElse(null);
    }

    private static Optional<TrackKind> kind(String ending) {
        var small = ending.toLowerCase(Locale.ROOT);
        return ENDINGS.entrySet().stream()
                .filter(kind -> kind.getValue().contains(small))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static TrackRole role(TrackKind kind, String language, NameWords words, Work work) {
        var isItself = language.equals(work.language());
        return switch (kind) {
            case AUDIO, VIDEO, DESCRIPTION -> isDub(words, isItself) ? TrackRole.DUB : TrackRole.ORIGINAL;
            case SUBTITLE, TRANSCRIPT -> isItself ? TrackRole.ORIGINAL : TrackRole.TRANSLATION;
            case DOCUMENT -> work.medium() == Medium.PRINT ? TrackRole.ORIGINAL : TrackRole.ATTACHMENT;
            case IMAGE -> picture(words, work);
        };
    }

    private static boolean isDub(NameWords words, boolean isItself) {
        if (words.has("dub") || words.has("long", "tieng") || words.has("longtieng")) {
            return true;
        }
        return !isItself && !words.has("goc") && !words.has("original") && !words.has("master");
    }

    private static TrackRole picture(NameWords words, Work work) {
        if (Stream.of("bia", "poster", "cover", "thumb", "thumbnail").anyMatch(words::has)) {
            return TrackRole.POSTER;
        }
        if (work.medium() == Medium.PRINT) {
            return TrackRole.ORIGINAL;
        }
        return work.hasPoster() ? TrackRole.ATTACHMENT : TrackRole.POSTER;
    }

    /** What a newer one takes the place of. */
    private static Optional<Track> replaced(TrackKind kind, String language, TrackRole role, List<Track> tracks) {
        return NewestTracks.isSingle(kind, role)
                ? tracks.stream()
                        .filter(track -> track.kind() == kind && track.role() == role)
                        .filter(track -> track.language().equals(language))
                        .filter(track -> track.state() != TrackState.PROCESSING)
                        // What was sent back waits for nothing else.
                        .max(Comparator.comparing((Track track) -> track.state() == TrackState.REJECTED)
                                .thenComparing(Track::isApproved)
                                .thenComparing(Track::position))
                : Optional.empty();
    }
}
