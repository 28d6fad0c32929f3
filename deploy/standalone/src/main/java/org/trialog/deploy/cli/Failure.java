package org.trialog.deploy.cli;

import java.io.IOException;
import org.trialog.deploy.datadir.DataDirectoryProblem;
import org.trialog.deploy.postgres.DatabaseProblem;

/** A command that failed, as a code and a sentence that says the way out. */
final class Failure extends RuntimeException {

    private final String code;

    Failure(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    static String say(Throwable failure) {
        return switch (failure) {
            case Failure ours -> "[" + ours.code + "] " + ours.getMessage();
            case DataDirectoryProblem problem -> "[" + problem.code() + "] " + problem.getMessage();
            case DatabaseProblem problem -> "[" + problem.code() + "] " + problem.getMessage();
            case IOException io -> "[input-output] " + io.getMessage();
            default -> "[internal] " + failure;
        };
    }
}
