package org.trialog.events.batch;

import org.trialog.events.Fact;

/** What can happen to a batch of a cell product. */
public sealed interface BatchEvent extends Fact
        permits BatchManufactured, BatchReleased, BatchQuarantined, BatchRejected, BatchRecalled {}
