package org.trialog.command.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.problem.Problem;

/** What no controller answers for (an address that does not exist, a method it does not take), as problem details. */
@Hidden
@RestController
class Leftovers implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Object> answer(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        Problem problem =
                switch (status) {
                    case 404 -> problem(404, "address-unknown", "There is nothing at this address.");
                    case 405 -> problem(405, "method-not-allowed", "This address takes other methods.");
                    case 413 -> problem(413, "body-too-large", "The request is too large.");
                    case 415 ->
                        problem(415, "media-type", "Send application/json, or another form where it is documented.");
                    default ->
                        status >= 500
                                ? problem(status, "internal", "This failed for a reason of ours. Try again.")
                                : problem(status, "malformed-request", "The request is not of the documented form.");
                };
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    private static Problem problem(int status, String code, String sentence) {
        return new Problem(status, code, sentence, null, List.of());
    }
}
