package org.trialog.deploy.past;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.trialog.command.keys.Sealing;
import org.trialog.command.keys.SubjectKeys;
import org.trialog.command.order.Act;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.Order;
import org.trialog.command.order.Reason;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.order.SubjectOrder;
import org.trialog.deploy.demo.boostb4.BoostB4Demo;
import org.trialog.deploy.demo.story.Beginning;
import org.trialog.deploy.demo.story.TimedOrder;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Consent;
import org.trialog.events.clinical.Death;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.LossToFollowUp;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * What is written about one study, at random from a seed: lives of the demonstration, sent now instead of under its clock,
 * partly in the wrong order, mixed with late, partly dated, corrected and retracted facts, deaths and losses.
 */
final class Lives {

    final StudyId study;
    private final SubjectKeys keys;
    private final Random random;
    private final Map<SubjectId, Deque<Order>> lives = new TreeMap<>();

    Lives(StudyId study, long seed, int subjects, SubjectKeys keys) {
        this.study = study;
        this.keys = keys;
        this.random = new Random(seed);
        Map<SubjectId, List<Order>> all = new TreeMap<>();
        for (TimedOrder timed : new BoostB4Demo().orders(subject -> keys.sealing(study, subject))) {
            if (timed.order() instanceof SubjectOrder order) {
                all.computeIfAbsent(order.subject(), id -> new ArrayList<>()).add(moved(order));
            }
        }
        List<SubjectId> chosen = new ArrayList<>(all.keySet());
        Collections.shuffle(chosen, random);
        chosen.subList(0, subjects).forEach(subject -> lives.put(subject, disturbed(all.get(subject))));
    }

    /** The study before its first subject: protocol, sites, batches. */
    List<Order> beginning() {
        List<Order> orders = new ArrayList<>();
        orders.add(published(1));
        for (TimedOrder timed : new BoostB4Demo().orders(subject -> keys.sealing(study, subject))) {
            switch (timed.order()) {
                case StudyOrder.OpenSite site ->
                    orders.add(new StudyOrder.OpenSite(study, site.site(), site.name(), site.zone(), site.country()));
                case BatchOrder.ManufactureBatch made ->
                    orders.add(new BatchOrder.ManufactureBatch(
                            study,
                            made.batch(),
                            made.product(),
                            made.donor(),
                            made.manufacturedOn(),
                            made.expiresOn()));
                case BatchOrder.ReleaseBatch released ->
                    orders.add(new BatchOrder.ReleaseBatch(study, released.batch(), released.releasedOn()));
                default -> {}
            }
        }
        return orders;
    }

    /** The amendment. */
    StudyOrder published(int version) {
        ObjectNode definition =
                Beginning.protocol(BoostB4Demo.STUDY, version).definition().deepCopy();
        return new StudyOrder.PublishProtocol(study, definition.put("study", study.value()));
    }

    List<SubjectId> subjects() {
        return List.copyOf(lives.keySet());
    }

    /** The orders about a subject, one after the other. */
    Deque<Order> life(SubjectId subject) {
        return lives.get(subject);
    }

    Fracture fracture(Random chance) {
        int year = 2019 + chance.nextInt(6);
        String date =
                switch (chance.nextInt(4)) {
                    case 0 -> "" + year;
                    case 1 -> "%d-%02d".formatted(year, 1 + chance.nextInt(12));
                    case 2 -> "%d-02-10/%d-%02d-20".formatted(year, year, 3 + chance.nextInt(9));
                    default -> "%d-%02d-%02d".formatted(year, 1 + chance.nextInt(12), 1 + chance.nextInt(28));
                };
        return new Fracture(
                ClinicalDate.of(date),
                chance.nextBoolean() ? Bone.RIB : Bone.FEMUR,
                chance.nextBoolean() ? Laterality.LEFT : Laterality.RIGHT,
                Mechanism.LOW_ENERGY,
                FractureSource.RADIOGRAPH,
                chance.nextInt(5) == 0 ? Confirmation.PENDING : Confirmation.CONFIRMED,
                null,
                null,
                null);
    }

    SubjectOrder corrected(SubjectId subject, RecordId fracture, Random chance) {
        Sealing sealing = keys.sealing(study, subject);
        return SubjectOrder.of(
                        study,
                        subject,
                        new Act.Correct(fracture, fracture(chance), reason("transcription-error", sealing)))
                .with(sealing.keys());
    }

    SubjectOrder retracted(SubjectId subject, RecordId fracture) {
        Sealing sealing = keys.sealing(study, subject);
        return SubjectOrder.of(study, subject, new Act.Retract(fracture, reason("entered-in-error", sealing)))
                .with(sealing.keys());
    }

    SubjectOrder made(SubjectId subject, ClinicalRecord record) {
        return SubjectOrder.of(study, subject, Act.Make.of(record));
    }

    private static Reason reason(String code, Sealing sealing) {
        return new Reason(code, sealing.seal("synthetic: on purpose"));
    }

    private SubjectOrder moved(SubjectOrder order) {
        // The amendment comes in the middle of the writing: nobody has consented on it before.
        List<Act> acts = order.acts().stream().map(Lives::onTheFirstVersion).toList();
        return new SubjectOrder(
                study,
                order.subject(),
                acts,
                order.strictness(),
                order.oneVisit(),
                order.expectedVersion(),
                order.keys());
    }

    private static Act onTheFirstVersion(Act act) {
        return act instanceof Act.Make make && make.details() instanceof Consent consent
                ? Act.Make.of(new Consent(consent.date(), consent.by(), 1))
                : act;
    }

    private Deque<Order> disturbed(List<Order> life) {
        List<Order> orders = new ArrayList<>();
        SubjectId subject = ((SubjectOrder) life.getFirst()).subject();
        for (Order order : life) {
            int late = orders.size() > 5 && random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0;
            orders.add(orders.size() - late, order);
            if (orders.size() > 5 && random.nextInt(5) == 0) {
                orders.add(made(subject, fracture(random)));
            }
            if (orders.size() > 5 && random.nextInt(6) == 0) {
                orders.add(made(subject, asked()));
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> orders.add(made(subject, new Death(ClinicalDate.of("2026-09"), null)));
            case 1 -> orders.add(made(subject, new LossToFollowUp(ClinicalDate.of("2026-09-14"), 3)));
            default -> {}
        }
        return new ArrayDeque<>(orders);
    }

    private FollowUp asked() {
        LocalDate from = LocalDate.of(2019 + random.nextInt(6), 1 + random.nextInt(12), 1);
        return new FollowUp(
                EnumSet.of(FollowUpKind.FRACTURE),
                from,
                from.plusDays(30L + random.nextInt(300)),
                random.nextBoolean() ? FollowUpAnswer.NONE : FollowUpAnswer.THESE,
                FollowUpSource.TELEPHONE,
                null);
    }
}
