package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.delivery.AttemptOutcome;
import vn.loa.programmes.delivery.DeliveryLog.Line;
import vn.loa.programmes.delivery.Obstacle;
import vn.loa.programmes.delivery.SentPart;
import vn.loa.programmes.delivery.TargetKind;
import vn.loa.programmes.delivery.TargetView;

/** Says what is sent where, and what came of it. */
@Named
@RequestScoped
public class DeliveryWords {
    private static final double MILLIS = 1000;

    @Inject
    private LostWords lost;

    @Inject
    private Visit visit;

    /** Something to choose. */
    public record Option(String code, String text, boolean chosen) {}

    /** The outcome to which a log is narrowed; empty when it is not. */
    Optional<AttemptOutcome> chosen() {
        var code = visit.parameter(Addresses.OUTCOME);
        return Stream.of(AttemptOutcome.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** What a log may be narrowed to. */
    public List<Option> getOutcomes() {
        return Stream.of(AttemptOutcome.values())
                .map(each -> new Option(
                        each.code(),
                        outcome(each),
                        chosen().filter(each::equals).isPresent()))
                .toList();
    }

    public String outcome(AttemptOutcome outcome) {
        return visit.text("delivery.outcome." + outcome.code());
    }

    /** Why something was not taken; empty when it was. */
    public String reason(Line line) {
        return line.reason().isEmpty() ? "" : visit.text("delivery.why." + line.reason());
    }

    /** What more is known of why; the other side has not said it where nobody has answered. */
    public String detail(Line line) {
        return Stream.of(Obstacle.values())
                .filter(each -> each.code().equals(line.reason()))
                .findFirst()
                .map(why -> detail(why, line.detail()))
                .orElse("");
    }

    String detail(Obstacle why, String detail) {
        return detail.isEmpty() ? "" : visit.say(why.isAnswer() ? "delivery.said" : "delivery.detail", detail);
    }

    String reason(Obstacle why) {
        return visit.text("delivery.why." + why.code());
    }

    /** What it was sent without, by name, and how much more there is of it; nothing when all was sent. */
    public List<String> left(Line line) {
        var named = line.left().first().stream().map(lost::line);
        return (line.left().more() == 0
                        ? named
                        : Stream.concat(
                                named,
                                Stream.of(visit.say(
                                        "delivery.left.more", line.left().more()))))
                .toList();
    }

    /** {@code 0,4 giây}. */
    public String took(Duration took) {
        return visit.say("delivery.seconds", took.toMillis() / MILLIS);
    }

    public List<String> getKinds() {
        return Stream.of(TargetKind.values()).map(TargetKind::code).toList();
    }

    public List<String> getParts() {
        return Stream.of(SentPart.values()).map(SentPart::code).toList();
    }

    /** How a target is doing, in a word. */
    public String state(TargetView target) {
        if (target.isRemoved()) {
            return visit.text("targets.state.removed");
        }
        if (target.isPaused()) {
            return visit.text("targets.state.paused");
        }
        return visit.text(target.failingSince() == null ? "targets.state.open" : "targets.state.failing");
    }
}
