/** Rules about mother and child, and how a pregnancy ended. */
@NullMarked
package org.trialog.command.subject.family;

import org.jspecify.annotations.NullMarked;
