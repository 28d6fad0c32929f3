/** Rules about images and what they show of fractures. */
@NullMarked
package org.trialog.command.subject.imaging;

import org.jspecify.annotations.NullMarked;
