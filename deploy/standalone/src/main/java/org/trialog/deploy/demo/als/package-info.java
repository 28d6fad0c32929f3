/** The demonstration of a long-term analysis in amyotrophic lateral sclerosis: survival against an entered prognosis. */
@NullMarked
package org.trialog.deploy.demo.als;

import org.jspecify.annotations.NullMarked;
