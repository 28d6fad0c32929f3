/** The protocol: a study as data. One protocol version is one YAML file. */
@NullMarked
package org.trialog.events.protocol;

import org.jspecify.annotations.NullMarked;
