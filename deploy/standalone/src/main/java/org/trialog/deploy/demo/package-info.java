/**
 * The demonstration: synthetic histories of studies, as orders with the times at which a simulated clock sends them through
 * the door that everybody uses.
 */
@NullMarked
package org.trialog.deploy.demo;

import org.jspecify.annotations.NullMarked;
