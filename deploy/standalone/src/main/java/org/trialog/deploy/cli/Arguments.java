package org.trialog.deploy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** What commands share in reading their arguments and printing their answers. */
final class Arguments {

    private Arguments() {}

    static StudyId study(@Nullable String given) {
        try {
            return new StudyId(String.valueOf(given));
        } catch (IllegalArgumentException bad) {
            throw new Failure("bad-study", bad.getMessage() + ".");
        }
    }

    static SubjectId subject(String given) {
        try {
            return new SubjectId(given);
        } catch (IllegalArgumentException bad) {
            throw new Failure("bad-subject", bad.getMessage() + ".");
        }
    }

    /** Standard output in UTF-8, whatever the terminal's locale says: what is printed there is data. */
    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }
}
