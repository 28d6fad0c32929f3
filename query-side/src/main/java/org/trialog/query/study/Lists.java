package org.trialog.query.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists that do not change: another one with more, or with each changed. */
final class Lists {

    private Lists() {}

    static <T> List<T> and(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }
}
