package org.trialog.deploy.demo.boostb4;

import java.util.List;
import org.trialog.deploy.demo.story.DemoSite;

/** The made-up hospitals of the demonstration. All doses are given at {@link #SE}. */
final class Hospitals {

    static final DemoSite SE =
            DemoSite.of("SE", "Synthetic hospital, Sweden (dosing)", "Europe/Stockholm", "SE", "2017-09-04");
    static final DemoSite NL =
            DemoSite.of("NL", "Synthetic hospital, Netherlands", "Europe/Amsterdam", "NL", "2018-02-12");
    static final DemoSite DE = DemoSite.of("DE", "Synthetic hospital, Germany", "Europe/Berlin", "DE", "2018-03-19");
    static final DemoSite UK =
            DemoSite.of("UK", "Synthetic hospital, United Kingdom", "Europe/London", "GB", "2018-05-14");
    static final List<DemoSite> ALL = List.of(SE, NL, DE, UK);

    private Hospitals() {}

    /** Deals subjects out to the hospitals. */
    static DemoSite inTurn(int place) {
        return ALL.get(place % ALL.size());
    }
}
