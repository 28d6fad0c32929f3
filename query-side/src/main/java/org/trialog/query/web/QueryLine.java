package org.trialog.query.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.SubjectId;
import org.trialog.query.record.Query;
import org.trialog.query.record.SubjectLine;
import org.trialog.query.record.SubjectRecord;

/** A query in a list: whose it is and where it stands. */
record QueryLine(SubjectId subject, @Nullable SiteId site, Query.State state, @JsonUnwrapped Query query) {

    /** A subject's queries, in the order in which they were opened. */
    static Stream<QueryLine> of(SubjectRecord record) {
        SiteId site = SubjectLine.siteOf(record).orElse(null);
        return record.queries().values().stream()
                .sorted(Comparator.comparing(query -> query.opened().position()))
                .map(query -> new QueryLine(record.subject(), site, query.state(), query));
    }
}
