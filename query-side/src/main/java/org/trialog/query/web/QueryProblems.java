package org.trialog.query.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.trialog.events.protocol.ProtocolProblem;
import org.trialog.query.problem.Problem;

/** Turns a question without an answer into problem details (RFC 9457) with a stable code. For questions only. */
@RestControllerAdvice(basePackageClasses = QueryProblems.class)
public final class QueryProblems {

    /** The code tells problems apart, not an address. */
    private static final URI NO_TYPE = URI.create("about:blank");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Problem problem) {
        HttpStatus status = HttpStatus.valueOf(problem.status());
        ProblemDetail details = ProblemDetail.forStatusAndDetail(status, problem.sentence());
        details.setType(NO_TYPE);
        details.setTitle(status.getReasonPhrase());
        details.setProperty("code", problem.code());
        String field = problem.field();
        details.setProperty("fields", field == null ? List.of() : List.of(field));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return new ResponseEntity<>(details, headers, status);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(ProtocolProblem malformed) {
        ResponseEntity<ProblemDetail> answer =
                answer(Problem.malformed("definition", malformed.code(), "The definition cannot be read."));
        ProblemDetail details = answer.getBody();
        if (details != null) {
            details.setProperty(
                    "problems",
                    malformed.findings().stream()
                            .map(finding -> "line %d, column %d, %s: %s"
                                    .formatted(finding.line(), finding.column(), finding.path(), finding.sentence()))
                            .toList());
        }
        return answer;
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class
    })
    ResponseEntity<ProblemDetail> away(RuntimeException away) {
        return answer(Problem.notYet(
                "database-away", "The database does not answer. Ask again in a moment.", Duration.ofSeconds(1)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MethodArgumentTypeMismatchException mismatch) {
        return answer(Problem.malformed(
                mismatch.getName(),
                "parameter-malformed",
                "The parameter '%s' is not of its form.".formatted(mismatch.getName())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(BindException malformed) {
        String field = malformed.getFieldErrors().stream()
                .map(FieldError::getField)
                .findFirst()
                .orElse("query");
        return answer(Problem.malformed(
                field, "parameter-malformed", "The parameter '%s' is not of its form.".formatted(field)));
    }
}
