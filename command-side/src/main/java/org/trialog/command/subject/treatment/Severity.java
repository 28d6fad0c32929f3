package org.trialog.command.subject.treatment;

import org.trialog.command.judgement.Finding;

/** How heavily the same fault weighs: of a dose that was given it is recordable, of one that is only planned it is not. */
@FunctionalInterface
interface Severity {
    Finding finding(int rule, String code, String sentence);
}
