package vn.loa.taxonomy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.loa.taxonomy.Picks.Kind;
import vn.loa.taxonomy.Picks.Pick;

/** Things of another feature that people pick by name as they pick units and agencies. There is one for each kind that is neither. */
public interface PickSource {
    /** Of what. */
    Kind kind();

    /** Those in whose names all of these words stand, folded as {@link vn.loa.common.Texts#fold} does; so many and no more. */
    List<Pick> find(List<String> words, int most);

    /** Those of these codes that whoever asks may know of. */
    Map<String, Pick> named(Collection<String> codes);
}
