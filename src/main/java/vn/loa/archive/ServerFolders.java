package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
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
        return all.stream()
                .flatMap(name -> {
                    var unit = units.get(name);
                    if (unit == null) {
                        return by.isConfined() ? Stream.empty() : Stream.of(name);
                    }
                    return by.covers(unit)
                            ? settings.folders(name).stream().map(each -> name + WITHIN + each)
                            : Stream.empty();
                })
                .toList();
    }
}
