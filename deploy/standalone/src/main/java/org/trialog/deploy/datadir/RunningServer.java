package org.trialog.deploy.datadir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;

/**
 * Where the server that holds a data directory can be reached by the same user of the same machine.
 *
 * @param url its loopback address
 * @param pid its process
 * @param token what proves to it that a caller can read the owner's files; never printed
 */
public record RunningServer(URI url, long pid, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a URL, a number and a text always have a JSON form", e);
        }
    }

    static RunningServer parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, RunningServer.class);
    }

    /** Without the token, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "RunningServer[url=" + url + ", pid=" + pid + "]";
    }
}
