package org.trialog.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** What the door says to those who may not pass, as problem details (RFC 9457). */
final class DoorProblems {

    private DoorProblems() {}

    static void whoAreYou(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, 401, "not-logged-in", "Log in first: POST /api/session with name and password.");
    }

    static void notYourRole(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        write(
                response,
                403,
                "role-not-allowed",
                "Your role may not do this. Subjects' records are made by the coordinators of their site; studies,"
                    + " protocols, sites, batches, imports and accounts are the data manager's; the access log is read"
                    + " by auditors and data managers.");
    }

    static void foreignPage(HttpServletResponse response) throws IOException {
        write(response, 403, "foreign-page", "A page of another origin may not send this with your session.");
    }

    private static void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        byte[] body = """
            {"type":"about:blank","title":"%s","status":%d,"code":"%s","detail":"%s","fields":[]}\
            """.formatted(status == 401 ? "Unauthorized" : "Forbidden", status, code, detail)
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
