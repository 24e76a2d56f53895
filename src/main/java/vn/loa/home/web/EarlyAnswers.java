package vn.loa.home.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.glassfish.grizzly.WriteHandler;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * Answers with pages in memory where Grizzly, the network part of Payara, has read a request, before the servlet container sees it: of
 * such an answer, what the container does for each request was by far the larger part. Refuses with a word what the container would
 * refuse without one. Stands in the place of Grizzly's own last filter and
 * hands on to it whatever is not answered. An answer is the same as {@link PageCacheFilter} gives; without this it only takes longer.
 */
final class EarlyAnswers extends BaseFilter {
    /** Everything else may be the same path in other letters, and is for the container to read. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_-]++)++|/");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    /** Without it there is no upgrade to HTTP/2 (RFC 7540, 3.2.1). */
    private static final String HTTP_2 = "HTTP2-Settings";

    private final FilterChain chain;
    private final Filter container;
    private final Function<Asking, Optional<CachedPage>> pages;
    private final Refusals refusals;

    private EarlyAnswers(
            FilterChain chain, Filter container, Function<Asking, Optional<CachedPage>> pages, Refusals refusals) {
        this.chain = chain;
        this.container = container;
        this.pages = pages;
        this.refusals = refusals;
    }

    /**
     * Begins to answer on the port at which a request has come.
     *
     * @param pages finds a page without asking or waiting for anything
     * @return empty on other servers than Payara
     * @throws ReflectiveOperationException when this Payara is not as it was
     */
    static Optional<EarlyAnswers> begin(
            HttpServletRequest request, Function<Asking, Optional<CachedPage>> pages, Refusals refusals)
            throws ReflectiveOperationException {
        var chain = received(request).getContext().getFilterChain();
        for (var at = 0; at < chain.size(); at++) {
            if (chain.get(at) instanceof HttpServerFilter container) {
                var early = new EarlyAnswers(chain, container, pages, refusals);
                // In its place and not before it: requests under way know their place in the chain by number.
                chain.set(at, early);
                return Optional.of(early);
            }
        }
        return Optional.empty();
    }

    /** The container answers alone again. */
    void end() {
        var at = chain.indexOf(this);
        if (at >= 0) {
            chain.set(at, container);
        }
    }

    /** The request as Grizzly has received it, which the container shows to nobody by itself. */
    private static Request received(HttpServletRequest request) throws ReflectiveOperationException {
        ServletRequest bare = request;
        while (bare instanceof ServletRequestWrapper wrapper) {
            bare = wrapper.getRequest();
        }
        var ofContainer = bare.getClass().getMethod("getUnwrappedCoyoteRequest").invoke(bare);
        return (Request) ofContainer.getClass().getMethod("getCoyoteRequest").invoke(ofContainer);
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request) {
            var page = early(content, request);
            if (page.isPresent()) {
                return answer(context, Reply.of(page.get(), new Received(request)), request.getResponse());
            }
        }
        return container.handleRead(context);
    }

    private Optional<CachedPage> early(HttpContent content, HttpRequestPacket request) {
        var plain = PLAIN.matcher(request.getRequestURI()).matches();
        var refusal = upgradesWithBody(request)
                ? Optional.of(refusals.ofUpgrade())
                : plain ? Optional.<CachedPage>empty() : refusals.of(encoded(request.getRequestURI()));
        if (refusal.isEmpty()) {
            return plain && isSimple(content, request) ? pages.apply(new Received(request)) : Optional.empty();
        }
        // Nothing is upgraded: the answer says what every answer does.
        request.setIgnoreContentModifiers(false);
        if (request.containsHeader(Header.Expect)) {
            // Who waits to be told to go on has sent nothing yet, and the connection is not kept for it.
            request.setExpectContent(false);
        }
        return refusal;
    }

    /**
     * Whether it has a body and asks for another protocol. Grizzly leaves such a body unread, so that whoever reads it waits until the
     * connection is given up. An upgrade to HTTP/2 it has made before the request comes here.
     */
    private static boolean upgradesWithBody(HttpRequestPacket request) {
        return request.containsHeader(Header.Upgrade)
                && !request.containsHeader(HTTP_2)
                && (request.getContentLength() > 0 || request.containsHeader(Header.TransferEncoding));
    }

    /** Grizzly reads each byte of a path as a letter; with those encoded that a path should not hold, it can be read as any other. */
    private static String encoded(String path) {
        return NOT_ASCII
                .matcher(path)
                .replaceAll(letter -> "%%%02X".formatted((int) letter.group().charAt(0)));
    }

    /** Whether it is a request like those of browsers, with nothing in it that the container would have to look at. */
    private static boolean isSimple(HttpContent content, HttpRequestPacket request) {
        return content.isLast()
                && !content.getContent().hasRemaining()
                && !request.isChunked()
                && request.getContentLength() <= 0
                && !request.containsHeader(Header.Upgrade)
                && !request.containsHeader(Header.Expect);
    }

    private static NextAction answer(FilterChainContext context, Reply reply, HttpResponsePacket response)
            throws IOException {
        response.setStatus(reply.status());
        for (var field : reply.fields()) {
            response.addHeader(field.name(), field.value());
        }
        if (reply.contentType() != null) {
            response.setContentType(reply.contentType());
            response.setContentLength(reply.length());
        }
        context.write(HttpContent.builder(response)
                .content(Buffers.wrap(context.getMemoryManager(), reply.body()))
                .last(true)
                .build());
        if (!HttpContext.get(context).getOutputSink().canWrite()) {
            return rest(context);
        }
        complete(context);
        return context.getStopAction();
    }

    /** Without this a connection is neither closed that shall be, nor watched for having nothing to say any more. */
    private static void complete(FilterChainContext context) throws IOException {
        context.notifyDownstream(org.glassfish.grizzly.http.HttpServerFilter.RESPONSE_COMPLETE_EVENT);
    }

    /** Who does not read what was sent is not read from either. */
    private static NextAction rest(FilterChainContext context) {
        var suspended = context.getSuspendAction();
        context.suspend();
        HttpContext.get(context).getOutputSink().notifyCanWrite(new WriteHandler() {
            @Override
            public void onWritePossible() throws IOException {
                complete(context);
                // Not only completed: the connection is to be read again, and what came meanwhile to be answered.
                context.resume(context.getStopAction());
            }

            @Override
            public void onError(Throwable brokenOff) {
                context.getConnection().closeSilently();
                context.resume(context.getStopAction());
            }
        });
        return suspended;
    }

    /** A request as Grizzly has read it. */
    private record Received(HttpRequestPacket request) implements Asking {
        @Override
        public String method() {
            return request.getMethod().getMethodString();
        }

        @Override
        public String path() {
            return request.getRequestURI();
        }

        @Override
        public @Nullable String query() {
            return request.getQueryString();
        }

        @Override
        public @Nullable String field(String name) {
            return request.getHeader(name);
        }
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) throws IOException {
        return container.handleAccept(context);
    }

    @Override
    public NextAction handleConnect(FilterChainContext context) throws IOException {
        return container.handleConnect(context);
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) throws IOException {
        return container.handleWrite(context);
    }

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) throws IOException {
        return container.handleEvent(context, event);
    }

    @Override
    public NextAction handleClose(FilterChainContext context) throws IOException {
        return container.handleClose(context);
    }

    @Override
    public void exceptionOccurred(FilterChainContext context, Throwable error) {
        container.exceptionOccurred(context, error);
    }
}
