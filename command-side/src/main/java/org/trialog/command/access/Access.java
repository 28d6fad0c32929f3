package org.trialog.command.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trialog.events.Provenance;
import org.trialog.events.value.Token;
import org.trialog.events.wire.FactJson;

/**
 * An entry of the log to be; the log says when.
 *
 * @param address absent when it came by no request
 * @param source network address and program
 * @param told absent when it was not an answer
 * @param delivery of exports
 * @param change of accounts and grants
 */
public record Access(
        AccessKind kind,
        Actor actor,
        @Nullable Address address,
        Source source,
        @Nullable Told told,
        @Nullable Delivery delivery,
        @Nullable Change change) {

    /** Who acted; without a role nobody is known to have. */
    record Actor(String name, @Nullable String role) {

        static final Actor ANONYMOUS = new Actor("anonymous", null);
    }

    record Source(@Nullable String network, @Nullable String client) {}

    /** The status, and of a refusal its code and the rule that it names. */
    record Told(int status, @Nullable String code, @Nullable Integer rule) {}

    /**
     * An export.
     *
     * @param export under which it was given; absent while it is being given
     * @param rows lines of the answer; absent while it is being given, as are the bytes
     */
    record Delivery(
            String format,
            @Nullable Long export,
            @Nullable Long rows,
            @Nullable Long bytes) {}

    /**
     * Whom a change is about.
     *
     * @param granted the role, and at which sites; absent when that did not change
     */
    public record Change(String account, @Nullable String granted) {}

    /** What a program of this machine changes without a request. */
    public static Access byProgram(AccessKind kind, String program, Change change) {
        return new Access(kind, new Actor(program, null), null, new Source(null, program), null, null, change);
    }

    /** By the names of the columns; what is absent is left out. */
    ObjectNode json(Instant at) {
        ObjectNode json = FactJson.mapper()
                .createObjectNode()
                .put("at", Provenance.INSTANT.format(at))
                .put("kind", Token.of(kind))
                .put("actor", actor.name())
                .put("role", actor.role())
                .put("address", source.network())
                .put("client", source.client());
        if (address != null) {
            json.put("method", address.method()).put("path", address.path()).put("query", address.query());
            json.put("study", address.study()).put("subject", address.subject());
        }
        if (told != null) {
            json.put("status", told.status()).put("code", told.code()).put("rule", told.rule());
        }
        if (delivery != null) {
            json.put("format", delivery.format()).put("export", delivery.export());
            json.put("rows", delivery.rows()).put("bytes", delivery.bytes());
        }
        if (change != null) {
            json.put("account", change.account()).put("granted", change.granted());
        }
        return json;
    }
}
