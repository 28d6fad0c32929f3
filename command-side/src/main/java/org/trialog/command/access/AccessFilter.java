package org.trialog.command.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * In front of everything that answers under {@code /api}, on either side: enters in the access log who asked for what and
 * what became of it. A read is entered before its answer begins, an export or a grant is written before it (rule 42).
 */
final class AccessFilter implements Filter {

    /** Nothing of a study is said there. */
    private static final List<String> NOBODYS = List.of("openapi.json", "docs", "swagger-ui");

    private final AccessLog log;

    AccessFilter(AccessLog log) {
        this.log = log;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        if (asked instanceof HttpServletRequest request
                && answered instanceof HttpServletResponse response
                && isEntered(request)) {
            enter(request, response, chain);
        } else {
            chain.doFilter(asked, answered);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WatchedAnswer answer = new WatchedAnswer(response, Passage.of(request), log);
        boolean passed = false;
        try {
            chain.doFilter(request, answer);
            passed = true;
        } catch (IOException | ServletException | RuntimeException failed) {
            if (!answer.isWithheld()) {
                throw failed;
            }
            passed = true;
        } finally {
            // Otherwise the container comes once more, with the page for what failed.
            if (passed || response.isCommitted()) {
                answer.end(passed);
            }
        }
    }

    private static boolean isEntered(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return Passage.isBegun(request);
        }
        Address address = Address.of(request);
        return address.startsWith("api") && NOBODYS.stream().noneMatch(open -> address.startsWith("api", open));
    }
}
