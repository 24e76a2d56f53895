package vn.loa.syndication;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registry of embeds calls what stands at an address. */
public interface EmbedNames {
    /** @param path decoded @param query as it stands in the request line @return empty for what is no address of an embed */
    Optional<String> name(String path, @Nullable String query);
}
