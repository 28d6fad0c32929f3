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

    private final List<RecurrentObservation> rows;
    private final boolean death;
    private final double[] times;
    private final Buckets entries;
    private final Buckets ends;
    private final int[] subjectOf;

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

    RecurrentSweep(List<RecurrentObservation> rows, boolean death) {
        this.rows = rows;
        this.death = death;
        int size = rows.size();
        double[] stops = new double[size];
        subjectOf = new int[size];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            RecurrentObservation row = rows.get(i);
            stops[i] = row.time();
            subjectOf[i] = numbers.computeIfAbsent(row.subject(), _ -> numbers.size());
        }
        times = distinct(stops);
        int[] entry = new int[size];
        int[] end = new int[size];
        for (int i = 0; i < size; i++) {
            int before = Arrays.binarySearch(times, rows.get(i).after());
            entry[i] = before < 0 ? -before - 1 : before + 1;
            end[i] = Arrays.binarySearch(times, rows.get(i).time());
        }
        entries = new Buckets(entry, times.length);
        ends = new Buckets(end, times.length);
        a = new double[numbers.size()];
        c = new double[numbers.size()];
        f = new double[numbers.size()];
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
            change(subjectOf[entries.at(k)], drift + hazard * estimate, 1, hazard);
        }
        entered += entries.to(day) - entries.from(day);
        atRisk = entered - leaving;
        int deaths = count();
        double n = atRisk;
        for (int k = ends.from(day); k < ends.to(day); k++) {
            int own = rows.get(ends.at(k)).events();
            if (own > 0) {
                change(subjectOf[ends.at(k)], survival * own / n, 0, 0);
            }
        }
        double step = survival * events / n;
        drift += step / n - hazard * step;
        estimate += step;
        if (deaths > 0) {
            die(deaths, n);
        }
        for (int k = ends.from(day); k < ends.to(day); k++) {
            change(subjectOf[ends.at(k)], -drift - hazard * estimate, -1, -hazard);
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
        return a.length;
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
            resumed = FastMath.min(resumed, FastMath.ceil(rows.get(entries.at(k)).after()));
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
            RecurrentObservation row = rows.get(ends.at(k));
            events += row.events();
            deaths += death && row.died() ? 1 : 0;
        }
        return deaths;
    }

    private void die(int deaths, double n) {
        // Where all at risk die, S is 0 from then on: nothing moves the estimate any more.
        if (deaths < atRisk) {
            double own = 1 / (n - deaths);
            for (int k = ends.from(day); k < ends.to(day); k++) {
                if (rows.get(ends.at(k)).died()) {
                    change(subjectOf[ends.at(k)], own * estimate, 0, own);
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

    private static double[] distinct(double[] values) {
        Arrays.sort(values);
        int count = 0;
        for (double value : values) {
            if (count == 0 || values[count - 1] != value) {
                values[count++] = value;
            }
        }
        return Arrays.copyOf(values, count);
    }

    /** Row numbers by day, in their own order within it. */
    private static final class Buckets {
        private final int[] starts;
        private final int[] members;

        Buckets(int[] dayOf, int days) {
            starts = new int[days + 1];
            for (int one : dayOf) {
                starts[one + 1]++;
            }
            for (int i = 0; i < days; i++) {
                starts[i + 1] += starts[i];
            }
            int[] next = Arrays.copyOf(starts, days);
            members = new int[dayOf.length];
            for (int i = 0; i < dayOf.length; i++) {
                members[next[dayOf[i]]++] = i;
            }
        }

        int from(int day) {
            return starts[day];
        }

        int to(int day) {
            return starts[day + 1];
        }

        int at(int k) {
            return members[k];
        }
    }
}
