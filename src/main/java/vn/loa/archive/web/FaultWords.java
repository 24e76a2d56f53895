package vn.loa.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.archive.BringArchive.LineView;
import vn.loa.archive.BringArchive.View;
import vn.loa.archive.LineFault;
import vn.loa.common.Messages;
import vn.loa.common.web.Visit;

/** Says how far an archive is, what is wrong with lines of its sheet, and what to do about it. */
@RequestScoped
public class FaultWords {
    @Inject
    private Visit visit;

    String state(View run) {
        return visit.text("archive.state." + run.state().code() + (run.isForNothing() ? ".nothing" : ""));
    }

    /** Each with the column that it is about. */
    public List<String> of(LineView line) {
        return line.faults().stream()
                .map(fault -> fault.column().isEmpty() ? what(fault) : column(fault) + ": " + what(fault))
                .toList();
    }

    /** The name of the column as the sheet has it; empty when it is about the whole line. */
    String column(LineFault fault) {
        if (fault.column().isEmpty()) {
            return "";
        }
        var dot = fault.column().indexOf('.');
        var name = visit.text(
                "archive.column." + (dot < 0 ? fault.column() : fault.column().substring(0, dot)));
        return dot < 0 ? name : name + " (" + fault.column().substring(dot + 1) + ")";
    }

    String what(LineFault fault) {
        var language = Messages.in(visit.getLanguage());
        return Stream.concat(
                        Stream.of(visit.say("archive.fault." + fault.kind(), fault.detail())),
                        fault.why().stream().map(why -> why.in(language)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
