/** Who may come in, and as whom: accounts, sessions, tokens. The only place that decides it. */
@NullMarked
package org.trialog.command.door;

import org.jspecify.annotations.NullMarked;
