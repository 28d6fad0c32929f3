package org.trialog.deploy;

import org.trialog.deploy.cli.TrialogLine;

/** The program: {@code trialog COMMAND}. Exit 0 done, 1 the work failed or did not verify, 2 usage. */
public final class Trialog {

    private Trialog() {}

    public static void main(String[] arguments) {
        System.exit(TrialogLine.run(arguments));
    }
}
