package org.trialog.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.trialog.command.door.Account;

/** Gives a controller what a request sent: the door has let nobody through who is not an account. */
final class SentReader implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sent.class;
    }

    @Override
    public Sent resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request != null
                && request.getUserPrincipal() instanceof Authentication login
                && login.getPrincipal() instanceof Account account) {
            return new Sent(account, request, request.getInputStream().readAllBytes());
        }
        throw new IllegalStateException("an order came in past the door");
    }
}
