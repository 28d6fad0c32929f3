package org.trialog.command.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.trialog.command.access.Access.Actor;
import org.trialog.command.access.Access.Change;
import org.trialog.command.access.Access.Delivery;
import org.trialog.command.access.Access.Source;
import org.trialog.command.access.Access.Told;

/** One request on its way through the door: who sends it becomes known on the way. */
public final class Passage {

    private static final String ATTRIBUTE = Passage.class.getName();
    private static final int LONGEST_CLIENT = 120;

    private final Address address;
    private final Source source;
    private Actor actor = Actor.ANONYMOUS;
    private @Nullable Change change;
    private boolean recorded;

    private Passage(HttpServletRequest request) {
        address = Address.of(request);
        String client = request.getHeader("Trialog-Client");
        source = new Source(
                request.getRemoteAddr(), shortened(client == null ? request.getHeader("User-Agent") : client));
    }

    /** That of a request; the same one for as long as the request lasts. */
    public static Passage of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Passage begun) {
            return begun;
        }
        Passage passage = new Passage(request);
        request.setAttribute(ATTRIBUTE, passage);
        return passage;
    }

    static boolean isBegun(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Passage;
    }

    /** Whose it is; of a refused login, whose it would have been. */
    public void isOf(String account, String role) {
        actor = new Actor(account, role);
    }

    /** Whom it changes something for. */
    public void concerns(Change about) {
        change = about;
    }

    /** The entry of a change that is recorded in its own transaction, instead of with the answer. */
    public Access changed(AccessKind kind, Change about) {
        recorded = true;
        concerns(about);
        return new Access(kind, actor, address, source, null, null, change);
    }

    /** Whether it has its entry already. */
    boolean isRecorded() {
        return recorded;
    }

    Address address() {
        return address;
    }

    Access entry(AccessKind kind, Told told, @Nullable Delivery delivery) {
        return new Access(kind, actor, address, source, told, delivery, change);
    }

    private static @Nullable String shortened(@Nullable String client) {
        if (client == null) {
            return null;
        }
        String printable = client.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= LONGEST_CLIENT ? printable : printable.substring(0, LONGEST_CLIENT);
    }
}
