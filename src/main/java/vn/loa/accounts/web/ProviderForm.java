package vn.loa.accounts.web;

import jakarta.faces.application.FacesMessage;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.LinkToProvider;
import vn.loa.accounts.provider.Provider;
import vn.loa.common.PlainText;
import vn.loa.common.web.Visit;

/** By what the provider knows somebody, as administrators write it down. For one request. */
public final class ProviderForm {
    private final LinkToProvider links;
    private final Provider provider;
    private final Visit visit;
    private final Actor by;
    private final @Nullable String username;
    private LinkToProvider.@Nullable State known;
    private String who = "";

    /** @param username whose link it is; null when there is nobody */
    ProviderForm(LinkToProvider links, Provider provider, Visit visit, Actor by, @Nullable String username) {
        this.links = links;
        this.provider = provider;
        this.visit = visit;
        this.by = by;
        this.username = username;
        read();
    }

    private void read() {
        known = username == null || !provider.isOn()
                ? null
                : links.state(by, username).orElse(null);
    }

    /** Says by what the provider knows them: an address, or the name that it gives them for good. */
    public void link() {
        if (username == null) {
            return;
        }
        var outcome = links.link(by, username, who, !who.contains("@"));
        if (outcome == LinkToProvider.Outcome.LINKED) {
            who = "";
            PersonBacking.say(FacesMessage.SEVERITY_INFO, visit.text("person.provider.linked"));
        } else {
            PersonBacking.say(FacesMessage.SEVERITY_ERROR, visit.text("person.provider.problem." + outcome.code()));
        }
        read();
    }

    /** They do not come by the provider any more. */
    public void unlink() {
        if (username != null && links.unlink(by, username)) {
            PersonBacking.say(FacesMessage.SEVERITY_INFO, visit.text("person.provider.unlinked"));
        }
        read();
    }

    /** What the provider is called; empty when there is none. */
    public String getName() {
        return provider.isOn() ? provider.name() : "";
    }

    public boolean isLinked() {
        return known != null;
    }

    /** As whom they are known to the provider, in words; empty when they are not. */
    public String getLinkedAs() {
        var state = known;
        if (state == null) {
            return "";
        }
        return visit.say(state.isBound() ? "person.provider.bound" : "person.provider.awaiting", state.name());
    }

    public String getWho() {
        return who;
    }

    public void setWho(@Nullable String written) {
        who = written == null ? "" : PlainText.line(written);
    }
}
