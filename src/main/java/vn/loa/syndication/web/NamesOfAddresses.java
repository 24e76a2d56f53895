package vn.loa.syndication.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.syndication.EmbedNames;

/** Names embeds for those who know nothing of their pages. */
@ApplicationScoped
public class NamesOfAddresses implements EmbedNames {
    @Override
    public Optional<String> name(String path, @Nullable String query) {
        return EmbedName.of(path, query);
    }
}
