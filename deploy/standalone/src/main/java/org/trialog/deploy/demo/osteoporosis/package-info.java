/** The demonstration of a pilot in osteoporosis: four women, of whom little can be said. */
@NullMarked
package org.trialog.deploy.demo.osteoporosis;

import org.jspecify.annotations.NullMarked;
