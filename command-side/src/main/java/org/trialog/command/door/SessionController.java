package org.trialog.command.door;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.access.Passage;
import org.trialog.command.problem.Problem;
import org.trialog.events.value.Token;

/** Logging in once, saying who one is, and leaving. */
@RestController
@Tag(name = "session")
@RequestMapping("/api/session")
class SessionController {

    private final Accounts accounts;
    private final Tokens tokens;
    private final LoginLimit limit;

    SessionController(Accounts accounts, Tokens tokens, LoginLimit limit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.limit = limit;
    }

    /** The name and password of an account. */
    record Login(String name, String password) {

        /** Without the password: it could be logged. */
        @Override
        public String toString() {
            return "Login[" + name + "]";
        }
    }

    /** The account that is logged in; sites are those of a coordinator, as study/site. */
    record WhoIsIt(String name, String displayName, String role, List<String> sites) {

        static WhoIsIt of(Account account) {
            return new WhoIsIt(
                    account.name(),
                    account.displayName(),
                    Token.of(account.role()),
                    account.sites().stream()
                            .map(grant -> grant.study() + "/" + grant.site())
                            .sorted()
                            .toList());
        }
    }

    /** A session: the token is for scripts, pages use the cookie that comes with it. */
    record Session(String token, Instant expiresAt, WhoIsIt account) {

        /** Without the token: it could be logged. */
        @Override
        public String toString() {
            return "Session[" + account.name() + "]";
        }
    }

    @Operation(summary = "Logs in: a token for scripts, a cookie for pages")
    @PostMapping
    ResponseEntity<Session> logIn(@RequestBody Login login, HttpServletRequest request) {
        if (login.name() == null || login.password() == null) {
            throw Problem.malformed(
                    "login-malformed", "A login has a name and a password.", List.of("name", "password"));
        }
        // No account has such a name, and the database cannot even be asked for it.
        String name = login.name().replace('\0', ' ');
        String address = request.getRemoteAddr();
        limit.attempt(name, address).ifPresent(wait -> {
            throw new Problem(
                            429,
                            "too-many-logins",
                            "Too many logins from here failed. Wait, then try again; a data manager can reset a"
                                    + " password.",
                            null,
                            List.of())
                    .retryAfter(wait);
        });
        Account account = accounts.logIn(name, login.password()).orElseThrow(() -> refused(name, request));
        Passage.of(request).isOf(account.name(), Token.of(account.role()));
        limit.succeeded(name, address);
        Tokens.Issued issued = tokens.issue(account);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(issued.token(), Tokens.LIFETIME.toSeconds(), request)
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Session(issued.token(), issued.expiresAt(), WhoIsIt.of(account)));
    }

    /** The log is told the name only when there is such an account: who mistakes the field types a password there. */
    private Problem refused(String name, HttpServletRequest request) {
        accounts.find(name).ifPresent(account -> Passage.of(request).isOf(account.name(), Token.of(account.role())));
        return new Problem(401, "login-refused", "There is no account with this name and password.", null, List.of());
    }

    @Operation(summary = "Who is logged in")
    @GetMapping
    WhoIsIt whoAmI(@AuthenticationPrincipal Account account) {
        return WhoIsIt.of(account);
    }

    @Operation(summary = "Logs out: the token ends at once")
    @DeleteMapping
    ResponseEntity<Void> leave(HttpServletRequest request) {
        String token = DoorFilter.token(request);
        if (token != null) {
            tokens.revoke(token);
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", 0, request).toString())
                .build();
    }

    private static ResponseCookie cookie(String value, long seconds, HttpServletRequest request) {
        return ResponseCookie.from(DoorFilter.COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(seconds)
                .build();
    }
}
