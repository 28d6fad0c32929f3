package org.trialog.deploy.demo.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.BatchOrder;
import org.trialog.events.clinical.Harvest;
import org.trialog.events.clinical.Target;
import org.trialog.events.clinical.Treatment;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.CellOrigin;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.Quantity;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * Bone-marrow cells of the subject's own: harvested five weeks before they are given, released on the day before.
 *
 * @param amount of cells, all of which are given
 */
public record OwnCells(SubjectId subject, DemoSite clinic, LocalDate given, Quantity amount) {

    private static final String PRODUCT = "autologous bone-marrow cells";
    private static final String TISSUE = "bone-marrow";

    public static OwnCells of(SubjectId subject, DemoSite clinic, LocalDate given, String cells) {
        return new OwnCells(subject, clinic, given, new Quantity(new BigDecimal(cells), "cells"));
    }

    public LocalDate harvestedOn() {
        return given.minusWeeks(5);
    }

    public Harvest harvest() {
        return new Harvest(
                ClinicalDate.on(harvestedOn()),
                TISSUE,
                "iliac-crest",
                Laterality.LEFT,
                new Quantity(BigDecimal.valueOf(100), "mL"),
                List.of());
    }

    /** Made of the subject's first harvest. */
    public List<TimedOrder> batch(StudyId study) {
        LocalDate released = given.minusDays(1);
        Instant made = clinic.at(released, 9 * 60);
        Instant passed = clinic.at(released, 15 * 60);
        return List.of(
                new TimedOrder(
                        made,
                        DemoSite.dataManager(made),
                        new BatchOrder.ManufactureBatch(
                                study,
                                number(),
                                PRODUCT,
                                null,
                                released,
                                released.plusDays(3),
                                CellOrigin.AUTOLOGOUS,
                                subject,
                                new RecordId("harvest-1"),
                                TISSUE,
                                3,
                                new BigDecimal("0.93"),
                                amount)),
                new TimedOrder(
                        passed, DemoSite.dataManager(passed), new BatchOrder.ReleaseBatch(study, number(), released)));
    }

    /** The only dose, in one session. */
    public Treatment dose(String route, List<Target> targets, @Nullable String guidance) {
        return new Treatment(
                ClinicalDate.on(given),
                null,
                1,
                amount,
                null,
                null,
                null,
                route,
                null,
                PRODUCT,
                number(),
                targets,
                guidance,
                null,
                null,
                null,
                null);
    }

    private BatchId number() {
        return new BatchId("BM-" + subject.value());
    }
}
