package vn.loa.common.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Messages;
import vn.loa.common.PublicAddress;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.common.Wording;

/**
 * What this request wants: the language of the page ({@code hl}), whether it must be light ({@code nhe=1}, or a browser that
 * asks to save data), and the address as the visitor sees it. Links made here keep both choices, since there is no cookie.
 */
@Named
@RequestScoped
public class Visit {
    private static final String LANGUAGE = "hl";
    private static final String LIGHT = "nhe";

    @Inject
    private HttpServletRequest request;

    @Inject
    private PublicAddress publicAddress;

    private Address address = Address.of("/");
    private InterfaceLanguage language = InterfaceLanguage.fallback();
    private Messages messages = Messages.in(Texts.FALLBACK);
    private Wording words = new Wording(messages);
    private boolean light;

    @PostConstruct
    void begin() {
        // An error page keeps the query of the request that failed, but not its path.
        address = Address.of(
                original(
                        request.getRequestURI(),
                        RequestDispatcher.ERROR_REQUEST_URI,
                        RequestDispatcher.FORWARD_REQUEST_URI),
                original(request.getQueryString(), RequestDispatcher.FORWARD_QUERY_STRING));
        address = address.keeping(known()).bounded();
        language = address.first(LANGUAGE).flatMap(InterfaceLanguage::find).orElseGet(InterfaceLanguage::fallback);
        messages = Messages.in(language.code());
        words = new Wording(messages);
        light = address.first(LIGHT).map("1"::equals).orElseGet(this::savesData);
    }

    private Set<String> known() {
        return request.getAttribute(PageRouter.ROUTE) instanceof Route route ? route.parameters() : Route.OF_EVERY_PAGE;
    }

    /** What the visitor asked for, also while a view or an error page is shown in its place. */
    private String original(@Nullable String ofRequest, String... attributes) {
        return Stream.concat(Stream.of(attributes).map(request::getAttribute), Stream.of(ofRequest))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }

    private boolean savesData() {
        return "on".equalsIgnoreCase(request.getHeader("Save-Data"));
    }

    /** The code of the language of the page. */
    public String getLanguage() {
        return language.code();
    }

    /** For the {@code lang} of the page: the language in which most of its words really are. */
    public String getTag() {
        return language.spokenTag();
    }

    /** Whether the pages have no texts of their own yet in the language that the visitor has chosen, and speak another. */
    public boolean isAwaitingTranslation() {
        return !language.isWritten();
    }

    /** What the chosen language is called in itself. */
    public String getLanguageName() {
        return language.name();
    }

    public Locale getLocale() {
        return messages.locale();
    }

    /** Without pictures. */
    public boolean isLight() {
        return light;
    }

    public Wording getWords() {
        return words;
    }

    /** The address as the visitor sees it. */
    public Address getAddress() {
        return address;
    }

    /** A part of the path that a route names, for example the slug; empty when the route has none of this name. */
    public String route(String name) {
        return Objects.toString(request.getAttribute(PageRouter.ATTRIBUTE + name), "");
    }

    /** The first value of a parameter; empty when there is none. */
    public String parameter(String name) {
        return address.first(name).orElse("");
    }

    /** A path within the portal, with the visitor's choices. @param path may have a query and a fragment */
    public String href(String path) {
        var hash = path.indexOf('#');
        var fragment = hash < 0 ? "" : path.substring(hash);
        var bare = hash < 0 ? path : path.substring(0, hash);
        var question = bare.indexOf('?');
        var target =
                question < 0 ? Address.of(bare) : Address.of(bare.substring(0, question), bare.substring(question + 1));
        return keepingChoices(target) + fragment;
    }

    /** The same with the visitor's choices. */
    public String link(Address target) {
        return keepingChoices(target).toString();
    }

    private Address keepingChoices(Address target) {
        var kept = target;
        if (!language.equals(InterfaceLanguage.fallback())) {
            kept = kept.with(LANGUAGE, language.code());
        }
        var chosen = address.first(LIGHT);
        return chosen.isPresent() ? kept.with(LIGHT, light ? "1" : "0") : kept;
    }

    /** Whether forms must carry the language along, as {@link #href} does in links. */
    public boolean isLanguageChosen() {
        return !language.equals(InterfaceLanguage.fallback());
    }

    /** Whether forms must carry the light mode along. */
    public boolean isLightChosen() {
        return address.first(LIGHT).isPresent();
    }

    /** The number of the page of a list, when it is not the first; else 0. */
    public int getFurtherPage() {
        var number = parameter(Paging.PARAMETER);
        return Paging.isFurther(number) ? Paging.number(number) : 0;
    }

    /**
     * The one address of this page among those that show the same, for search engines: without passing choices, without what was left
     * empty, and in one order whoever typed it.
     */
    public String getCanonical() {
        return canonicalIn(language.isWritten() ? language : InterfaceLanguage.fallback());
    }

    private String canonicalIn(InterfaceLanguage wanted) {
        var first = what();
        var bare = getFurtherPage() == 0 ? first : first.with(Paging.PARAMETER, String.valueOf(getFurtherPage()));
        return (wanted.equals(InterfaceLanguage.fallback()) ? bare : bare.with(LANGUAGE, wanted.code())).toString();
    }

    /** What the page is about, without choices that only pass: of a list what it is narrowed to, of anything else its path alone. */
    private Address what() {
        return known().contains(Paging.PARAMETER)
                ? address.without(LANGUAGE)
                        .without(LIGHT)
                        .without(Paging.PARAMETER)
                        .without(Addresses.ORDER)
                        .filled()
                        .sorted()
                : Address.of(address.path());
    }

    /** Those languages in which the pages have texts of their own, for search engines. */
    public List<Choice> getWrittenLanguages() {
        return getLanguages().stream()
                .filter(choice -> choice.language().isWritten())
                .toList();
    }

    /** The languages of the pages, each with the address of this page in it. */
    public List<Choice> getLanguages() {
        return InterfaceLanguage.all().stream()
                .map(each -> new Choice(each, inLanguage(each).toString(), canonicalIn(each), each.equals(language)))
                .toList();
    }

    private Address inLanguage(InterfaceLanguage wanted) {
        return wanted.equals(InterfaceLanguage.fallback())
                ? lasting().without(LANGUAGE)
                : lasting().with(LANGUAGE, wanted.code());
    }

    /** What has happened before this page was shown is not said again. */
    private Address lasting() {
        return address.without(Addresses.NOTICE);
    }

    /** This page in its other mode: light when it is full, full when it is light. */
    public String getOtherMode() {
        if (light) {
            return (savesData() ? address.with(LIGHT, "0") : address.without(LIGHT)).toString();
        }
        return (savesData() ? address.without(LIGHT) : address.with(LIGHT, "1")).toString();
    }

    /** A text of the pages. */
    public String text(String key) {
        return messages.text(key);
    }

    /** A text of the pages with its place filled. */
    public String say(String key, Object argument) {
        return messages.text(key, argument);
    }

    /** A text of the pages with both its places filled. */
    public String say(String key, Object first, Object second) {
        return messages.text(key, first, second);
    }

    /** Whether there is a text for this key. */
    public boolean hasText(String key) {
        return messages.has(key);
    }

    /** The text for this key, or for the other one when there is none. */
    public String textOr(String key, String otherwise) {
        return messages.text(messages.has(key) ? key : otherwise);
    }

    /**
     * What an editor wrote, in the language of the page where it is among the usual things to write there; else as it was written.
     *
     * @param kind what keys of such things begin with; the rest is the slug of the Vietnamese
     */
    public String usual(String kind, String written) {
        var key = usualKey(kind, written);
        return messages.has(key) ? messages.text(key) : written;
    }

    /** For {@code lang} of what {@link #usual} answers. */
    public @Nullable String usualTag(String kind, String written) {
        return messages.has(usualKey(kind, written)) ? null : passage(Texts.FALLBACK);
    }

    private static String usualKey(String kind, String written) {
        try {
            return kind + Slug.of(written);
        } catch (IllegalArgumentException nothingToRead) {
            return kind;
        }
    }

    /** Of a text in several languages, the one for this visitor. */
    public String of(Texts texts) {
        return texts.in(language.code());
    }

    /** The language that {@link #of} answers in, when it is another than the page's: for {@code lang}. Else null: no attribute. */
    public @Nullable String tagOf(Texts texts) {
        var code = texts.languageFor(language.code());
        var tag = InterfaceLanguage.find(code).map(InterfaceLanguage::tag).orElse(code);
        return tag.isEmpty() || tag.equals(getTag()) ? null : tag;
    }

    /** For {@code lang} of a passage in this language; null, that is no attribute, when it is the language of the page. */
    public @Nullable String passage(String tag) {
        return tag.equals(getTag()) ? null : tag;
    }

    /** The full address of a path, for programs outside; only the path while the setting {@code loa.base.url} is missing. */
    public String absolute(String path) {
        return publicAddress.root() + path;
    }

    /** Whether {@link #absolute} can answer full addresses. A host that a request names is never believed. */
    public boolean isPublicAddressKnown() {
        return publicAddress.isKnown();
    }

    /**
     * A language offered for this page.
     *
     * @param url this page in it, with everything else that the visitor asked for
     * @param canonical this page in it, bare
     */
    public record Choice(InterfaceLanguage language, String url, String canonical, boolean chosen) {}
}
