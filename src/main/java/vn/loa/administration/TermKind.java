package vn.loa.administration;

import java.util.List;
import vn.loa.common.Coded;

/** What administrators arrange that content is described with. */
public enum TermKind implements Coded {
    TOPIC(true, List.of("icon")),
    AUDIENCE(false, List.of()),
    GENRE(false, List.of("medium", "scene", "colour"));

    private final boolean tree;
    private final List<String> traits;

    TermKind(boolean tree, List<String> traits) {
        this.tree = tree;
        this.traits = traits;
    }

    /** Whether one may stand below another. */
    public boolean isTree() {
        return tree;
    }

    /** Names of what is chosen for each besides what it is called. */
    public List<String> traits() {
        return traits;
    }
}
