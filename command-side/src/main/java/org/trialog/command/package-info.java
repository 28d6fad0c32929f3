/** What is decided: orders become facts, or are refused with the rule that they break. */
@NullMarked
package org.trialog.command;

import org.jspecify.annotations.NullMarked;
