package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;

/** Titles that not every reader of a page can read, and what helps those who cannot. */
@Named
@RequestScoped
public class FoundTitles {
    @Inject
    private Visit visit;

    /** The code of the language in which a title is shown, when neither the page speaks it nor is it Vietnamese; else empty. */
    public String foreign(Texts title) {
        var shown = title.languageFor(visit.getLanguage());
        return shown.equals(Texts.FALLBACK) || visit.tagOf(title) == null ? "" : shown;
    }

    /** What it is called in Vietnamese; empty when it is called nothing. */
    public String vietnamese(Texts title) {
        return title.exactly(Texts.FALLBACK).orElse("");
    }
}
