/** What can happen: the vocabulary of facts, their values and their wire form. Depends on nothing of ours. */
@NullMarked
package org.trialog.events;

import org.jspecify.annotations.NullMarked;
