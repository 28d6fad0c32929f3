/** What demo studies are told with: hospitals, one subject's story as acts, and orders in time. */
@NullMarked
package org.trialog.deploy.demo.story;

import org.jspecify.annotations.NullMarked;
