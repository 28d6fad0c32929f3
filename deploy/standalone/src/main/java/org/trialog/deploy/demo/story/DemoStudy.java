package org.trialog.deploy.demo.story;

import java.util.List;
import java.util.function.Function;
import org.trialog.command.keys.Sealing;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * A study of the demonstration: protocol files of {@code deploy/studies} and a synthetic history, as orders in time. A new
 * one is a package beside this and a line in {@code DemoLoader.STUDIES}.
 */
public interface DemoStudy {

    StudyId id();

    /** Its made-up hospitals: each has a coordinator who can log in. */
    List<DemoSite> sites();

    /**
     * All orders by the time at which they are sent; no two share a moment ({@link Beginning#inOrder}). They are the same
     * for each call but for the keys and ciphertext of personal fields; an order's number is where a broken start goes on.
     *
     * @param sealings gives what seals a subject's personal fields
     */
    List<TimedOrder> orders(Function<SubjectId, Sealing> sealings);
}
