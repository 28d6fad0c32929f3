package org.trialog.command.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.trialog.command.access.Access.Delivery;
import org.trialog.command.access.Access.Told;
import org.trialog.command.problem.Problem;
import org.trialog.events.wire.FactJson;

/**
 * An answer on its way out. Before its first byte passes, what it is goes into the log; what has to be written first and
 * cannot be is withheld, and 503 is answered instead.
 */
final class WatchedAnswer extends HttpServletResponseWrapper {

    private static final String WITHHELD = "withheld: it could not be entered in the access log";

    private final Passage passage;
    private final AccessLog log;
    private @Nullable WatchedStream stream;
    private @Nullable PrintWriter writer;
    private boolean opened;
    private boolean leftToTheContainer;
    private @Nullable Delivery delivery;
    private @Nullable Problem withheld;

    WatchedAnswer(HttpServletResponse response, Passage passage, AccessLog log) {
        super(response);
        this.passage = passage;
        this.log = log;
    }

    boolean isWithheld() {
        return withheld != null;
    }

    /** What remains to be entered: a refusal with what was said, how much of an export went out. */
    void end(boolean whole) throws IOException {
        if (leftToTheContainer && !isCommitted()) {
            return;
        }
        if (writer != null) {
            writer.flush();
        }
        if (withheld == null) {
            openingAtLast();
        }
        if (withheld != null) {
            say(withheld);
        }
        Told told = told(whole);
        if (told.status() >= HttpServletResponse.SC_BAD_REQUEST) {
            log.soon(passage.entry(AccessKind.ofRefused(passage.address()), told, null));
        } else if (delivery != null) {
            log.soon(passage.entry(
                    AccessKind.EXPORT_SENT,
                    told,
                    new Delivery(
                            delivery.format(),
                            delivery.export(),
                            stream().lines(),
                            stream().bytes())));
        }
    }

    private Told told(boolean whole) {
        int status = getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST) {
            return new Told(status, whole ? null : "broken-off", null);
        }
        return stream == null ? new Told(status, null, null) : Refused.told(status, stream.start());
    }

    /** An answer without a body begins with its end. */
    private void openingAtLast() throws IOException {
        try {
            opening();
        } catch (IOException notRecorded) {
            if (withheld == null) {
                throw notRecorded;
            }
        }
    }

    /** Called before anything of it passes. */
    void opening() throws IOException {
        if (withheld != null) {
            throw new IOException(WITHHELD, withheld);
        }
        if (opened) {
            return;
        }
        opened = true;
        int status = getStatus();
        if (status >= HttpServletResponse.SC_BAD_REQUEST || passage.isRecorded()) {
            return;
        }
        Optional<String> download = Download.format(getContentType(), getHeader(HttpHeaders.CONTENT_DISPOSITION));
        Optional<AccessKind> kind = AccessKind.ofAnswered(passage.address(), download.isPresent());
        if (kind.isPresent()) {
            Delivery given = download.map(format -> new Delivery(format, null, null, null))
                    .orElse(null);
            enter(kind.get(), passage.entry(kind.get(), new Told(status, null, null), given), given);
        }
    }

    private void enter(AccessKind kind, Access entry, @Nullable Delivery given) throws IOException {
        if (!kind.comesFirst()) {
            log.soon(entry);
            return;
        }
        try {
            long id = log.now(entry);
            delivery = given == null ? null : new Delivery(given.format(), id, null, null);
        } catch (Problem notRecorded) {
            withheld = notRecorded;
            throw new IOException(WITHHELD, notRecorded);
        }
    }

    /** Nothing has passed yet: what was prepared is replaced. */
    private void say(Problem problem) throws IOException {
        byte[] body = FactJson.mapper().writeValueAsBytes(problem.body());
        HttpServletResponse answer = (HttpServletResponse) getResponse();
        answer.resetBuffer();
        for (String said : new String[] {HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.LINK, HttpHeaders.ETAG}) {
            answer.setHeader(said, null);
        }
        answer.setStatus(problem.status());
        answer.setHeader(HttpHeaders.RETRY_AFTER, "1");
        answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        answer.setContentLength(body.length);
        WatchedStream instead = new WatchedStream(answer.getOutputStream(), () -> {});
        instead.write(body);
        stream = instead;
    }

    private WatchedStream stream() throws IOException {
        WatchedStream watched = stream;
        if (watched == null) {
            watched = new WatchedStream(super.getOutputStream(), this::opening);
            stream = watched;
        }
        return watched;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return stream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter text = writer;
        if (text == null) {
            text = new PrintWriter(new OutputStreamWriter(stream(), Charset.forName(getCharacterEncoding())));
            writer = text;
        }
        return text;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        stream().flush();
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    /** The message would be for a page; ours is written by who answers for the container. */
    @Override
    public void sendError(int status, String message) throws IOException {
        if (withheld == null) {
            leftToTheContainer = true;
            super.sendError(status);
        }
    }
}
