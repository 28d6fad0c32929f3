package org.trialog.command.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.trialog.command.access.Access.Told;
import org.trialog.events.wire.FactJson;

/** Reads from problem details, of whatever side, with which code and rule they refuse. */
final class Refused {

    private Refused() {}

    /** @param body as the client got it; what is not problem details names neither */
    static Told told(int status, byte[] body) {
        try {
            JsonNode problem = FactJson.mapper().readTree(body);
            return new Told(
                    status,
                    problem.path("code").isTextual() ? problem.get("code").textValue() : null,
                    problem.path("rule").isInt() ? problem.get("rule").intValue() : null);
        } catch (IOException otherForm) {
            return new Told(status, null, null);
        }
    }
}
