package org.trialog.query.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.trialog.events.Fact;
import org.trialog.events.clinical.ArmChoice;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Enrolment;
import org.trialog.events.clinical.FollowUp;
import org.trialog.events.clinical.FollowUpAnswer;
import org.trialog.events.clinical.FollowUpKind;
import org.trialog.events.clinical.FollowUpSource;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;
import org.trialog.events.personal.Personal;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.Retracted;
import org.trialog.events.value.AgeOn;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/** Facts of subjects at random, such as a decider could let pass. */
final class RandomFacts {

    private final RandomGenerator random;
    private final Map<String, Map<RecordId, Fracture>> standing = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    RandomFacts(RandomGenerator random) {
        this.random = random;
    }

    /** The facts of one command: the first of a subject screens it. */
    Fact[] of(StudyId study, SubjectId subject) {
        String who = study + "/" + subject;
        List<Fact> facts = new ArrayList<>();
        if (!standing.containsKey(who)) {
            standing.put(who, new TreeMap<>());
            facts.add(made(
                    who,
                    new Screening(
                            ClinicalDate.of("2023-11"), random.nextBoolean() ? Telling.STOCKHOLM : Telling.UTRECHT)));
            facts.add(made(who, new Enrolment(ClinicalDate.of("2023-12-01"))));
            facts.add(made(who, new ArmChoice(ClinicalDate.of("2023-12-01"), new ArmId("treated"), null)));
            facts.add(made(
                    who,
                    new Birth(
                            new Personal<>("key-1", "c2VhbGVk"),
                            new AgeOn(LocalDate.parse("2023-12-01"), 30, 40),
                            GestationalAge.of("38+2"),
                            "F")));
            return facts.toArray(Fact[]::new);
        }
        int many = 1 + random.nextInt(4);
        for (int i = 0; i < many; i++) {
            facts.add(one(who));
        }
        return facts.toArray(Fact[]::new);
    }

    private Fact one(String who) {
        Map<RecordId, Fracture> fractures = standing.get(who);
        RecordId some = fractures.keySet().stream()
                .skip(fractures.isEmpty() ? 0 : random.nextInt(fractures.size()))
                .findFirst()
                .orElse(null);
        return switch (random.nextInt(some == null ? 3 : 6)) {
            case 0 -> made(who, fracture());
            case 1 -> made(who, followUp());
            case 2 -> new RecordFlagged(id(who, "flag"), some, 21, "late-entry", new TreeMap<>(Map.of("days", "12")));
            case 3 -> {
                Fracture after = fracture();
                yield new Corrected<>(some, fractures.put(some, after), after);
            }
            case 4 -> new Retracted<>(some, fractures.remove(some));
            default -> new FlagResolved(new RecordId("flag-1"), "explained");
        };
    }

    private Fact made(String who, ClinicalRecord record) {
        RecordId id = id(who, RecordKind.of(record).token());
        if (record instanceof Fracture fracture) {
            standing.get(who).put(id, fracture);
        }
        return new Recorded<>(id, record);
    }

    private RecordId id(String who, String stem) {
        return new RecordId(stem + "-" + numbers.merge(who + stem, 1, Integer::sum));
    }

    private Fracture fracture() {
        return new Fracture(
                ClinicalDate.on(LocalDate.parse("2024-01-01").plusDays(random.nextInt(400))),
                Bone.values()[random.nextInt(Bone.values().length)],
                Laterality.LEFT,
                Mechanism.LOW_ENERGY,
                FractureSource.RADIOGRAPH,
                Confirmation.CONFIRMED,
                null,
                null,
                random.nextBoolean() ? new Personal<>("key-1", "bm90ZSAiIA==") : null);
    }

    private FollowUp followUp() {
        LocalDate from = LocalDate.parse("2024-01-01").plusDays(random.nextInt(300));
        return new FollowUp(
                Set.of(FollowUpKind.FRACTURE, FollowUpKind.VITAL),
                from,
                from.plusDays(random.nextInt(100)),
                FollowUpAnswer.NONE,
                FollowUpSource.VISIT,
                null);
    }
}
