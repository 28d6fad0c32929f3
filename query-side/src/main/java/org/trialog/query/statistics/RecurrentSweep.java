package org.trialog.query.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;

/**
 * Goes once through the days of recurrent events, in O(n log n), and carries the estimate and the sum of squared influences
 * of the subjects with it.
 *
 * <p>The influence of subject i is ψ_i = Σ S(t−)(dN_i − c_i·d/n)/n − Σ φ_i(t−)·S(t−)·d/n, where c_i counts its rows at risk
 * and −S·φ_i is its influence on S, φ_i = Σ (dD_i − c_i·deaths/n)/(n − deaths). What moves all who are at risk alike is kept
 * once for all: ψ_i = a_i − c_i·drift − f_i·estimate and φ_i = f_i − c_i·hazard, so that a, c and f of a subject change
 * only with its own rows. Σ ψ_i² then follows from six sums of products.
 */
final class RecurrentSweep {

    /** Below this share of the terms that it is the sum of, a variance is rounding. */
    private static final double ROUNDING = 1e-13;

    private final double[] times;
    private final Days entries;
    private final Days ends;
    private final int subjects;

    private final double[] a;
    private final double[] c;
    private final double[] f;
    private double aa;
    private double ac;
    private double af;
    private double cc;
    private double cf;
    private double ff;

    private final List<String> gaps = new ArrayList<>();
    private int day = -1;
    private int entered;
    private int atRisk;
    private int leaving;
    private int events;
    private double survival = 1;
    private double estimate;
    private double drift;
    private double hazard;

    /** @param death whether it is terminal */
    RecurrentSweep(List<RecurrentObservation> rows, boolean death) {
        int size = rows.size();
        int[] subject = new int[size];
        double[] after = new double[size];
        double[] time = new double[size];
        int[] happened = new int[size];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            RecurrentObservation row = rows.get(i);
            // The rows of a subject commonly stand together.
            subject[i] = i > 0 && row.subject().equals(rows.get(i - 1).subject())
                    ? subject[i - 1]
                    : numbers.computeIfAbsent(row.subject(), _ -> numbers.size());
            after[i] = row.after();
            time[i] = row.time();
            happened[i] = death && row.died() ? -1 - row.events() : row.events();
        }
        times = RiskSets.distinct(time.clone());
        entries = new Days(times, after, true, subject, happened);
        ends = new Days(times, time, false, subject, happened);
        subjects = numbers.size();
        a = new double[subjects];
        c = new double[subjects];
        f = new double[subjects];
    }

    /** To the next day on which a row ends; false when there is none. */
    boolean advance() {
        if (last()) {
            return false;
        }
        day++;
        if (entered == leaving) {
            noteGap();
        }
        for (int k = entries.from(day); k < entries.to(day); k++) {
            change(entries.subject[k], drift + hazard * estimate, 1, hazard);
        }
        entered += entries.to(day) - entries.from(day);
        atRisk = entered - leaving;
        int deaths = count();
        double n = atRisk;
        for (int k = ends.from(day); k < ends.to(day); k++) {
            int own = ends.events(k);
            if (own > 0) {
                change(ends.subject[k], survival * own / n, 0, 0);
            }
        }
        double step = survival * events / n;
        drift += step / n - hazard * step;
        estimate += step;
        if (deaths > 0) {
            die(deaths, n);
        }
        for (int k = ends.from(day); k < ends.to(day); k++) {
            change(ends.subject[k], -drift - hazard * estimate, -1, -hazard);
        }
        leaving += ends.to(day) - ends.from(day);
        return true;
    }

    boolean last() {
        return day + 1 == times.length;
    }

    double time() {
        return times[day];
    }

    int atRisk() {
        return atRisk;
    }

    int events() {
        return events;
    }

    int subjects() {
        return subjects;
    }

    double estimate() {
        return estimate;
    }

    double survival() {
        return survival;
    }

    double variance() {
        double squares = aa + drift * drift * cc + estimate * estimate * ff;
        double products = drift * ac + estimate * af - drift * estimate * cf;
        double variance = squares - 2 * products;
        return variance > ROUNDING * squares ? variance : 0;
    }

    /** When nobody was at risk the curve ran on as if nothing could happen. */
    List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** Where nobody is at risk, whoever ends next enters first. */
    private void noteGap() {
        double resumed = Double.POSITIVE_INFINITY;
        for (int k = entries.from(day); k < entries.to(day); k++) {
            resumed = FastMath.min(resumed, FastMath.ceil(entries.day[k]));
        }
        if (day == 0 && resumed > 0) {
            gaps.add("nobody was at risk until day " + FollowUpGaps.day(resumed));
        } else if (day > 0 && resumed - times[day - 1] > 1) {
            gaps.add("nobody was at risk between day " + FollowUpGaps.day(times[day - 1]) + " and day "
                    + FollowUpGaps.day(resumed));
        }
    }

    /** Sets the day's events and returns its deaths. */
    private int count() {
        events = 0;
        int deaths = 0;
        for (int k = ends.from(day); k < ends.to(day); k++) {
            events += ends.events(k);
            deaths += ends.died(k) ? 1 : 0;
        }
        return deaths;
    }

    private void die(int deaths, double n) {
        // Where all at risk die, S is 0 from then on: nothing moves the estimate any more.
        if (deaths < atRisk) {
            double own = 1 / (n - deaths);
            for (int k = ends.from(day); k < ends.to(day); k++) {
                if (ends.died(k)) {
                    change(ends.subject[k], own * estimate, 0, own);
                }
            }
            hazard += deaths * own / n;
        }
        survival *= (n - deaths) / n;
    }

    private void change(int subject, double onA, int onC, double onF) {
        add(subject, -1);
        a[subject] += onA;
        c[subject] += onC;
        f[subject] += onF;
        add(subject, 1);
    }

    private void add(int subject, int sign) {
        double x = a[subject];
        double y = c[subject];
        double z = f[subject];
        aa += sign * x * x;
        ac += sign * x * y;
        af += sign * x * z;
        cc += sign * y * y;
        cf += sign * y * z;
        ff += sign * z * z;
    }

    /** The entries or the ends of rows by the day of the sweep, in the order of the rows within it. */
    private static final class Days {
        private final int[] starts;
        private final int[] subject;
        private final double[] day;
        private final int[] happened;

        /** @param next whether what lies on a day belongs to the one after it */
        Days(double[] times, double[] days, boolean next, int[] subjects, int[] happenings) {
            int[] rank = new int[days.length];
            starts = new int[times.length + 1];
            for (int i = 0; i < days.length; i++) {
                int found = Arrays.binarySearch(times, days[i]);
                rank[i] = found < 0 ? -found - 1 : next ? found + 1 : found;
                starts[rank[i] + 1]++;
            }
            for (int i = 0; i < times.length; i++) {
                starts[i + 1] += starts[i];
            }
            int[] free = Arrays.copyOf(starts, times.length);
            subject = new int[days.length];
            day = new double[days.length];
            happened = new int[days.length];
            for (int i = 0; i < days.length; i++) {
                int k = free[rank[i]]++;
                subject[k] = subjects[i];
                day[k] = days[i];
                happened[k] = happenings[i];
            }
        }

        int from(int number) {
            return starts[number];
        }

        int to(int number) {
            return starts[number + 1];
        }

        /** Events are kept as their count, or with a death as −1 minus the count. */
        int events(int k) {
            return happened[k] < 0 ? -1 - happened[k] : happened[k];
        }

        boolean died(int k) {
            return happened[k] < 0;
        }
    }
}
