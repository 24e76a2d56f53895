package vn.loa.questions.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.questions.PublicQuestions;

/** The list of questions and answers: {@code /hoi-dap}. */
@Named
@RequestScoped
public class QuestionsBacking {
    private static final String TOPIC = "chu-de";
    private static final int SIZE = 20;

    @Inject
    private PublicQuestions questions;

    @Inject
    private Visit visit;

    private PublicQuestions.Listed listed = new PublicQuestions.Listed(Page.empty(1, SIZE), List.of(), "");
    private Paging paging = Paging.none();

    /** A topic to narrow the list to, or the way back to all. */
    public record Choice(String label, long count, String url, boolean chosen) {}

    /** Reads the page of the list that the address asks for. */
    public void load() {
        listed = questions.list(visit.parameter(TOPIC), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE);
        paging = Paging.of(listed.questions(), visit.getAddress());
    }

    /** Code of the topic that it is narrowed to; empty for all. */
    public String getTopic() {
        return listed.topic();
    }

    /** What that topic is called; empty for all and for what is no topic. */
    public String getTopicName() {
        return listed.topics().stream()
                .filter(topic -> topic.code().equals(getTopic()))
                .map(topic -> visit.of(topic.label()))
                .findFirst()
                .orElse("");
    }

    public Page<PublicQuestions.Shown> getPage() {
        return listed.questions();
    }

    /** Of the questions on this page. */
    public List<String> getPaths() {
        return getPage().items().stream().map(PublicQuestions.Shown::path).toList();
    }

    public List<Choice> getTopics() {
        var bare = visit.getAddress().without(Paging.PARAMETER).without(TOPIC);
        return listed.topics().stream()
                .map(topic -> {
                    var chosen = topic.code().equals(getTopic());
                    return new Choice(
                            visit.of(topic.label()),
                            topic.count(),
                            (chosen ? bare : bare.with(TOPIC, topic.code())).toString(),
                            chosen);
                })
                .toList();
    }

    /** Where to ask; about the topic of the list. */
    public String getAsk() {
        var ask = Address.of(Addresses.ASK);
        return visit.link(getTopicName().isEmpty() ? ask : ask.with(TOPIC, getTopic()));
    }

    public Paging getPaging() {
        return paging;
    }
}
