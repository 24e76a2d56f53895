package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.programmes.ProgrammePolicy;

/** Works that can be put into a log by hand. */
@ApplicationScoped
@Transactional
@Reading
public class LogChoices {
    @Inject
    private HeardWorks works;

    /** A work in a language, to be put into the log. @param online whether the work is public now */
    public record Choice(String slug, Texts title, String language, boolean online) {
        /** Names it in forms. */
        public String name() {
            return language + " " + slug;
        }
    }

    /** Works that may have been heard, the newest first. @param words that stand in the title, with or without marks; or an address; empty for all */
    public List<Choice> find(String words, int most, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        var wanted = words.strip();
        var slug = wanted.substring(wanted.lastIndexOf('/') + 1).replaceFirst("[?#].*", "");
        var folded = Stream.of(Texts.fold(wanted).split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList();
        return works.all().stream()
                .filter(work -> work.slug().equals(slug) || isTitled(work, folded))
                .flatMap(work -> work.languages().stream()
                        .sorted()
                        .map(language -> new Choice(work.slug(), work.title(), language, work.online())))
                .limit(most)
                .toList();
    }

    private static boolean isTitled(HeardWork work, List<String> folded) {
        var title = Texts.fold(String.join(" ", work.title().asMap().values()));
        return folded.stream().allMatch(title::contains);
    }
}
