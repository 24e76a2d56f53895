package vn.loa.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PlainText;

/** That a person shown in a work agrees to it (law 91/2025/QH15). Never public. */
@Embeddable
public class Consent {
    private String person;
    private String scope;

    @Column(name = "given_on")
    private @Nullable LocalDate givenOn;

    private @Nullable String document;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    protected Consent() {}

    /**
     * @param scope what the person agreed to, for example image and voice on the portal and on loudspeakers
     * @param givenOn null while the person has been named but not asked
     * @param document where the signed paper is kept
     */
    public Consent(
            String person,
            String scope,
            @Nullable LocalDate givenOn,
            @Nullable String document,
            @Nullable LocalDate withdrawnOn) {
        this.person = person;
        this.scope = scope;
        this.givenOn = givenOn;
        this.document = document;
        this.withdrawnOn = withdrawnOn;
    }

    /** Whether the work may be shown as far as this person is concerned. */
    public boolean isInForce() {
        return givenOn != null && withdrawnOn == null;
    }

    /** Whether it was withdrawn and this one was given by the same person on a later day. */
    boolean isRenewedBy(Consent later) {
        return withdrawnOn != null
                && later.isOf(person)
                && later.isInForce()
                && later.givenOn().filter(withdrawnOn::isBefore).isPresent();
    }

    /** Whether it is this person's, however the name is spaced and capitalised. */
    boolean isOf(String name) {
        return normal(person).equals(normal(name));
    }

    private static String normal(String name) {
        // Names that were kept before may hold what nobody sees.
        return Normalizer.normalize(PlainText.line(name), Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The same, withdrawn on this day; on the day it was given if that is later. */
    Consent withdrawn(LocalDate day) {
        return new Consent(
                person,
                scope,
                givenOn,
                document,
                givenOn().filter(day::isBefore).orElse(day));
    }

    Consent copy() {
        return new Consent(person, scope, givenOn, document, withdrawnOn);
    }

    public String person() {
        return person;
    }

    public String scope() {
        return scope;
    }

    public Optional<LocalDate> givenOn() {
        return Optional.ofNullable(givenOn);
    }

    public Optional<String> document() {
        return Optional.ofNullable(document);
    }

    public Optional<LocalDate> withdrawnOn() {
        return Optional.ofNullable(withdrawnOn);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Consent that
                && read(person).equals(read(that.person))
                && read(scope).equals(read(that.scope))
                && Objects.equals(givenOn, that.givenOn)
                && read(document).equals(read(that.document))
                && Objects.equals(withdrawnOn, that.withdrawnOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(read(person), read(scope), givenOn, read(document), withdrawnOn);
    }

    /** As it is written by now: what was kept before may hold what nobody sees, and nobody can write it again. */
    private static String read(@Nullable String text) {
        return text == null ? "" : PlainText.line(text);
    }
}
