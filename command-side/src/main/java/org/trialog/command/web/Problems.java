package org.trialog.command.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.trialog.command.order.KeyReused;
import org.trialog.command.order.OrderRefused;
import org.trialog.command.order.RaceLost;
import org.trialog.command.order.Rejection;
import org.trialog.command.order.StaleVersion;
import org.trialog.command.problem.Problem;
import org.trialog.events.Provenance;
import org.trialog.events.protocol.ProtocolProblem;
import org.trialog.events.wire.FactCatalog;
import org.trialog.events.wire.FactJson;

/** Every refusal of the command side as problem details. */
@RestControllerAdvice(basePackages = "org.trialog.command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(OrderRefused refused) {
        Rejection why = refused.rejection();
        return answer(new Problem(status(why), why.code(), why.sentence(), why.rule(), why.fields()));
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(StaleVersion stale) {
        return answer(new Problem(
                        412,
                        "changed-meanwhile",
                        stale.changes().isEmpty()
                                ? "The subject is not at that version. Read it again."
                                : "Somebody changed the same records since you opened the subject. Look at what changed"
                                        + " and decide again.",
                        null,
                        List.of())
                .with("expectedVersion", stale.expected())
                .with("version", stale.actual())
                .with("changes", stale.changes().stream().map(Problems::change).toList()));
    }

    /** What was recorded, by whom and when; personal fields stay sealed. */
    private static Map<String, Object> change(StaleVersion.Change change) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("event", FactCatalog.nameOf(change.fact()));
        told.put("actor", change.provenance().actor());
        told.put("recordedAt", Provenance.INSTANT.format(change.provenance().recordedAt()));
        told.put("data", FactJson.mapper().convertValue(change.fact(), Map.class));
        return told;
    }

    @ExceptionHandler
    ResponseEntity<Object> keyReused(KeyReused reused) {
        return answer(new Problem(409, "idempotency-key-reused", sentence(reused), null, List.of("Idempotency-Key")));
    }

    @ExceptionHandler
    ResponseEntity<Object> raceLost(RaceLost lost) {
        return answer(new Problem(409, RaceLost.CODE, sentence(lost), null, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> protocol(ProtocolProblem malformed) {
        return answer(new Problem(400, malformed.code(), "The protocol file cannot be read.", null, List.of())
                .with(
                        "problems",
                        malformed.findings().stream()
                                .map(finding -> "line %d, column %d, %s: %s"
                                        .formatted(
                                                finding.line(), finding.column(), finding.path(), finding.sentence()))
                                .toList()));
    }

    /** A part of the address that is no identifier names nothing. */
    @ExceptionHandler
    ResponseEntity<Object> address(MethodArgumentTypeMismatchException misfit) {
        if (misfit.getRequiredType() == boolean.class) {
            return answer(Problem.malformed(
                    "bad-value",
                    "'" + misfit.getName() + "' does not have a value that fits it.",
                    List.of(misfit.getName())));
        }
        return answer(new Problem(
                404,
                misfit.getName() + "-unknown",
                "There is no such " + misfit.getName() + ".",
                null,
                List.of(misfit.getName())));
    }

    @ExceptionHandler
    ResponseEntity<Object> parameters(BindException misfit) {
        List<String> fields = misfit.getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .toList();
        return answer(Problem.malformed(
                "parameter-malformed",
                "What was given as " + String.join(", ", fields) + " is not of its form.",
                fields));
    }

    @ExceptionHandler
    ResponseEntity<Object> parameter(MissingServletRequestParameterException missing) {
        return answer(Problem.malformed(
                "missing-parameter",
                "'" + missing.getParameterName() + "' is mandatory.",
                List.of(missing.getParameterName())));
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem) {
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answer(problem);
            }
        }
        return answer(Problem.malformed("malformed-body", "The body is not JSON of the documented form.", List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> method(HttpRequestMethodNotSupportedException wrong) {
        return answer(new Problem(405, "method-not-allowed", "This address takes other methods.", null, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> mediaType(HttpMediaTypeNotSupportedException wrong) {
        return answer(new Problem(
                415, "media-type", "Send application/json, or YAML where it is documented.", null, List.of()));
    }

    /** The database is starting, stopping or busy. Whether the order was recorded, its Idempotency-Key will tell. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> away(RuntimeException away) {
        LOG.warn("the database did not answer", away);
        return ResponseEntity.status(503)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(new Problem(
                                503,
                                "database-away",
                                "The database does not answer. Send the same request again in a moment, with its"
                                        + " Idempotency-Key.",
                                null,
                                List.of())
                        .body());
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(RuntimeException unforeseen) {
        LOG.error("a request failed for a reason that is ours", unforeseen);
        return answer(new Problem(
                500,
                "internal",
                "This failed for a reason of ours; nothing was recorded. Try again.",
                null,
                List.of()));
    }

    private static String sentence(RuntimeException said) {
        String message = String.valueOf(said.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    private static int status(Rejection why) {
        return switch (why.code()) {
            case "study-unknown", "subject-unknown", "record-unknown", "query-unknown" -> 404;
            // In an address it names nothing; in a dose it breaks the rule on batches.
            case "batch-unknown" -> why.rule() == null ? 404 : 422;
            default -> 422;
        };
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        Duration wait = problem.retryAfter();
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        }
        return answer.body(problem.body());
    }
}
