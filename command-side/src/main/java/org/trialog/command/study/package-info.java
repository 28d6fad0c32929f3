/** How an order to a study is decided. Pure. */
@NullMarked
package org.trialog.command.study;

import org.jspecify.annotations.NullMarked;
