package vn.loa.administration;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A topic, audience or genre.
 *
 * @param code stands in addresses
 * @param parent code of the one above it
 * @param traits by the names of {@link TermKind#traits}
 */
public record Term(String code, long version, @Nullable String parent, Texts label, Map<String, String> traits) {
    public Term {
        traits = Map.copyOf(traits);
    }
}
