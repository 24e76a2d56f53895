package vn.loa.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of what two have written at once.
 *
 * @param form what one has written, with what only the other has changed taken over
 * @param taken names of the fields of that
 */
record ContentClashes(ContentForm form, List<String> taken, List<Clash> clashes) {
    ContentClashes {
        taken = List.copyOf(taken);
        clashes = List.copyOf(clashes);
    }

    /** Something that two have written differently. @param name of the field, the first where several belong together */
    public record Clash(String name, String mine, String theirs) {}

    /** @param theirs what somebody else has saved meanwhile @param before what both began with; empty when nobody remembers */
    static ContentClashes of(ContentForm mine, ContentForm theirs, Optional<ContentForm> before) {
        var merged = mine;
        var taken = new ArrayList<String>();
        var clashes = new ArrayList<Clash>();
        for (var fields : ContentForm.units(List.of(mine, theirs))) {
            var name = fields.get(0);
            var here = mine.said(fields);
            var there = theirs.said(fields);
            var once = before.map(form -> form.said(fields));
            // Of people who are shown nothing is decided without being seen.
            var isAsked = ContentForm.SHOWN.contains(name);
            if (here.equals(there) || once.filter(there::equals).isPresent() && !isAsked) {
                continue;
            }
            if (once.filter(here::equals).isPresent() && !isAsked) {
                merged = merged.taking(fields, theirs);
                taken.add(name);
            } else {
                clashes.add(new Clash(name, here, there));
            }
        }
        return new ContentClashes(merged, taken, clashes);
    }
}
