package vn.loa.administration.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.EditLanguages;
import vn.loa.administration.TranslateTexts;
import vn.loa.common.Messages;
import vn.loa.common.SchemaMigration;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.editorial.ContentRevision;

/**
 * Offers the pages in those languages that administrators have chosen, and says what translators have written, on this node as on the one where they did: what other nodes change is seen within
 * seconds, and pages that were made here meanwhile are made anew.
 */
@ApplicationScoped
public class OfferedLanguages {
    private static final Logger LOG = System.getLogger(OfferedLanguages.class.getName());
    private static final int EVERY_SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private EditLanguages languages;

    @Inject
    private TranslateTexts texts;

    @Inject
    private ContentRevision contentRevision;

    private Map<String, Map<String, String>> said = Map.of();
    private long seen = -1;
    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        look();
        rounds = executor.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Must not throw: an exception would end all further rounds. */
    private void look() {
        try {
            var revision = contentRevision.current();
            if (revision != seen) {
                var isFirst = seen < 0;
                var isOther = offer();
                if (isOther && !isFirst) {
                    languages.outdatePages();
                }
                // Not before: what could not be read is read in the next round.
                seen = revision;
            }
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "Which languages are offered could not be read; what was read last holds", away);
        }
    }

    /** Offers and says at once what was chosen and written on this node. */
    public void now() {
        if (offer()) {
            languages.outdatePages();
        }
    }

    /** @return whether anything is another than before */
    private synchronized boolean offer() {
        var now = texts.said();
        var isOther = !now.equals(said);
        if (isOther) {
            said = now;
            Messages.translate(now);
            InterfaceLanguage.speak(TranslateTexts.spoken(now));
        }
        return InterfaceLanguage.offer(languages.offered()) || isOther;
    }
}
