package org.trialog.command.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AccessFilterTest {

    private static final String HISTORY = "/api/studies/boostb4/history";

    private final Book book = new Book();
    private final AccessLog log = new AccessLog(book.database.command(), Clock.systemUTC());
    private final Filter filter = new AccessFilter(log);

    @BeforeEach
    void begin() {
        log.start();
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void rule42_anExportWhoseRecordCannotBeWrittenIsNotGiven() throws Exception {
        book.shut();
        for (FilterChain export : List.of(streaming(), writing())) {
            MockHttpServletResponse answer = ask("GET", HISTORY, export);
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getContentAsString())
                    .contains("\"code\":\"access-not-recorded\"", "\"rule\":42")
                    .doesNotContain("secret-line");
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(answer.getHeader("Content-Disposition")).isNull();
        }
        book.open();
        log.settled();
        assertThat(book.kinds()).containsExactly("refusal", "refusal");
        assertThat(book.entries().getFirst().get("code").asText()).isEqualTo("access-not-recorded");
    }

    @Test
    void rule42_anExportIsRecordedBeforeItsFirstByteAndThenHowMuchWentOut() throws Exception {
        MockHttpServletResponse answer = ask("GET", HISTORY, (request, response) -> {
            response.setContentType("application/x-ndjson");
            response.getWriter().write("secret-line\n");
            response.getWriter().flush();
            assertThat(book.kinds()).as("before the end of the answer").containsExactly("export");
            response.getWriter().write("another\n");
        });
        assertThat(answer.getContentAsString()).isEqualTo("secret-line\nanother\n");
        log.settled();
        assertThat(book.kinds()).containsExactly("export", "export-sent");
        assertThat(book.entries().getLast().without(List.of("at", "id")).toString())
                .contains("""
                    "format":"ndjson","export":%s,"rows":2,"bytes":20}\
                    """.formatted(book.entries().getFirst().get("id")));
    }

    @Test
    void rule42_aGrantIsWrittenBeforeItIsAnswered() throws Exception {
        book.shut();
        MockHttpServletResponse answer = ask("POST", "/api/studies/boostb4/grants", (request, response) -> {
            ((HttpServletResponse) response).setStatus(201);
            response.getOutputStream().write("{}".getBytes(UTF_8));
        });
        book.open();
        assertThat(answer.getStatus()).isEqualTo(503);
    }

    @Test
    void anExportThatBreaksOffIsRecordedAsFarAsItCame() throws Exception {
        try {
            ask("GET", HISTORY, (request, response) -> {
                response.setContentType("text/csv");
                response.getOutputStream().write("a\n".getBytes(UTF_8));
                response.flushBuffer();
                throw new IOException("the reader has gone away");
            });
        } catch (IOException gone) {
            assertThat(gone).hasMessage("the reader has gone away");
        }
        log.settled();
        assertThat(book.entries().getLast().toString()).contains("export-sent", "broken-off", "\"rows\":1");
    }

    @Test
    void aRefusalIsRecordedWithItsCodeAndRule() throws Exception {
        ask("POST", "/api/studies/boostb4/subjects/SE-001/treatments", (request, response) -> {
            ((HttpServletResponse) response).setStatus(422);
            response.setContentType("application/problem+json");
            response.getOutputStream().write("{\"code\":\"no-consent\",\"rule\":1}".getBytes(UTF_8));
        });
        log.settled();
        assertThat(book.entries().getLast().toString())
                .contains("\"kind\":\"refusal\"", "\"status\":422,\"code\":\"no-consent\",\"rule\":1", "SE-001");
    }

    @Test
    void anOutcomeThatIsTriedOrDrawnIsARead() throws Exception {
        ask("POST", "/api/studies/boostb4/outcomes", (request, response) -> {});
        ask("POST", "/api/studies/boostb4/outcomes/plot", (request, response) -> {});
        log.settled();
        assertThat(book.kinds()).containsExactly("read", "read");
    }

    @Test
    void whatOrdersDoIsInTheHistoryAndWhatSaysNothingOfAStudyIsNowhere() throws Exception {
        FilterChain made = (request, response) -> ((HttpServletResponse) response).setStatus(201);
        ask("POST", "/api/studies/boostb4/subjects", made);
        ask("GET", "/api/openapi.json", (request, response) -> {});
        ask("GET", "/actuator/health", (request, response) -> {});
        ask("GET", "/api/session", (request, response) -> {});
        log.settled();
        assertThat(book.entries()).isEmpty();
    }

    @Test
    void anAddressIsKeptAsFarAsItHoldsIdentifiersAndSafeValues() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/studies/boostb4/subjects/Anna%20K");
        request.setQueryString("asKnownAt=2026-01-01&token=abc&password=hunter2&subject=Anna%20K&=&from");
        filter.doFilter(request, new MockHttpServletResponse(), (asked, answered) -> {});
        log.settled();
        assertThat(book.entries().getFirst().get("path").asText()).isEqualTo("/api/studies/boostb4/subjects/*");
        assertThat(book.entries().getFirst().get("query").asText())
                .isEqualTo("asKnownAt=2026-01-01&token=*&password=*&subject=*&*&from=");
    }

    private MockHttpServletResponse ask(String method, String path, FilterChain chain) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        HttpServletRequest request = new MockHttpServletRequest(method, path);
        filter.doFilter(request, answer, chain);
        return answer;
    }

    private static FilterChain streaming() {
        return (request, response) -> {
            response.setContentType("application/x-ndjson");
            response.getWriter().write("secret-line\n");
            if (response.getWriter().checkError()) {
                throw new IOException("the reader has gone away");
            }
        };
    }

    private static FilterChain writing() {
        return (request, response) -> {
            response.setContentType("application/json");
            ((HttpServletResponse) response).setHeader("Content-Disposition", "attachment; filename=\"x\"");
            response.getOutputStream().write("secret-line\n".getBytes(UTF_8));
        };
    }
}
