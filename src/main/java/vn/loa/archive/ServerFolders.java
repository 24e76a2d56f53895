package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;
import vn.loa.taxonomy.Localities;

/**
 * Which folders of the server somebody may bring in. A folder that is called by the code of a unit holds those of that unit: its own editors see these and nothing else. The folders beside it are for editors of the whole
 * province, who see all.
 */
@ApplicationScoped
@Transactional
@Reading
class ServerFolders {
    private static final String CODE = "[0-9]{2,10}";
    private static final String WITHIN = "/";

    @Inject
    private ArchiveSettings settings;

    @Inject
    private Localities localities;

    /** Their names, below the folder that is set up, in order. One statement, and those for the units above. */
    List<String> of(Actor by) {
        var all = settings.folders("");
        var units =
                localities.named(all.stream().filter(name -> name.matches(CODE)).toList());
        return visible(all, units, by.isConfined(), by::covers, settings::folders);
    }

    /**
     * @param units those of the names that are codes of units
     * @param covers whether somebody may see what is of a unit
     * @param within names of the folders in one
     */
    static <U> List<String> visible(
            List<String> all,
            Map<String, U> units,
            boolean isConfined,
            Predicate<U> covers,
            Function<String, List<String>> within) {
        return all.stream()
                .flatMap(name -> {
                    var unit = units.get(name);
                    if (unit == null) {
                        return isConfined ? Stream.empty() : Stream.of(name);
                    }
                    return covers.test(unit)
                            ? within.apply(name).stream().map(each -> name + WITHIN + each)
                            : Stream.empty();
                })
                .toList();
    }
}
