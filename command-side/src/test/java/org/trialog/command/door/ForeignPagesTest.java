package org.trialog.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ForeignPagesTest {

    private static final String OURS = "trialog.example:8080";

    @Test
    void aPageOfAnotherOriginSendsNothingWithOurSession() throws Exception {
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", "cross-site"))).isFalse();
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", "same-site"))).isFalse();
        assertThat(passes("DELETE", Map.of("Origin", "http://trialog.example:3000")))
                .isFalse();
        assertThat(passes("POST", Map.of("Origin", "https://elsewhere.example")))
                .isFalse();
        assertThat(passes("POST", Map.of("Origin", "null"))).isFalse();
        assertThat(passes("POST", Map.of("Origin", "http://[malformed"))).isFalse();
    }

    @Test
    void ourOwnPagesAndScriptsPass() throws Exception {
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", "same-origin"))).isTrue();
        assertThat(passes("POST", Map.of("Origin", "https://" + OURS))).isTrue();
        assertThat(passes("POST", Map.of())).isTrue();
    }

    @Test
    void whatABrowserDoesNotSendByItselfIsNoConcern() throws Exception {
        assertThat(passes("POST", Map.of("Sec-Fetch-Site", "cross-site", "Authorization", "Bearer of-a-script")))
                .isTrue();
        assertThat(passes("GET", Map.of("Sec-Fetch-Site", "cross-site"))).isTrue();
    }

    private static boolean passes(String method, Map<String, String> headers) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/studies");
        request.addHeader("Host", OURS);
        headers.forEach(request::addHeader);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new ForeignPages().doFilter(request, response, chain);
        boolean passed = chain.getRequest() != null;
        if (!passed) {
            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(response.getContentAsString()).contains("\"code\":\"foreign-page\"");
        }
        return passed;
    }
}
