package vn.loa.administration.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import vn.loa.administration.EditLanguages;
import vn.loa.administration.TranslateTexts;
import vn.loa.common.Followed;
import vn.loa.common.Messages;
import vn.loa.common.web.InterfaceLanguage;

/** Offers the pages in those languages that administrators have chosen, and says what translators have written, on this node as on the one where they did. */
@ApplicationScoped
public class OfferedLanguages implements Followed {
    @Inject
    private EditLanguages languages;

    @Inject
    private TranslateTexts texts;

    private Map<String, Map<String, String>> said = Map.of();

    @Override
    public synchronized boolean follow() {
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
