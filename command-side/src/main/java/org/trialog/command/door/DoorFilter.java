package org.trialog.command.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trialog.command.access.Passage;
import org.trialog.events.value.Token;

/** Turns the token of a request, from its cookie or its bearer header, into the account that it stands for. */
final class DoorFilter extends OncePerRequestFilter {

    static final String COOKIE = "trialog_session";

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final LocalKey localKey;

    DoorFilter(Tokens tokens, LocalKey localKey) {
        this.tokens = tokens;
        this.localKey = localKey;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token != null) {
            account(request, token).ifPresent(account -> {
                Passage.of(request).isOf(account.name(), Token.of(account.role()));
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account, null, authorities(account)));
                SecurityContextHolder.setContext(context);
            });
        }
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<Account> account(HttpServletRequest request, String token) {
        if (localKey.opens(token)) {
            String user = request.getHeader(LocalKey.USER_HEADER);
            return Optional.of(LocalKey.account(user == null ? "" : user));
        }
        return tokens.account(token);
    }

    static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
        }
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static List<SimpleGrantedAuthority> authorities(Account account) {
        return Stream.concat(
                        Stream.of("ROLE_" + Token.of(account.role())),
                        account.sites().stream().map(grant -> "SITE_" + grant.study() + "/" + grant.site()))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }
}
