package vn.loa.programmes.packages;

import java.util.List;

/**
 * A package that a station has already.
 *
 * @param name which is also that of its folder
 * @param sounds that are in it, or in folders of packages before it
 */
record EarlierPackage(long id, String name, List<PackedSound> sounds) {
    EarlierPackage {
        sounds = List.copyOf(sounds);
    }
}
