package org.trialog.deploy.demo.boostb4;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.trialog.deploy.demo.story.Story;
import org.trialog.events.clinical.Confirmation;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.clinical.FractureSource;
import org.trialog.events.clinical.Mechanism;
import org.trialog.events.value.Bone;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.Laterality;
import org.trialog.events.value.RecordId;

/** Makes fractures. How many and in which window is the design's; only the day within it, bone and side are drawn. */
final class Breaks {

    private static final List<Bone> BONES =
            List.of(Bone.FEMUR, Bone.TIBIA, Bone.HUMERUS, Bone.RADIUS, Bone.FIBULA, Bone.ULNA, Bone.RIB, Bone.CLAVICLE);
    private static final List<String> HOW = List.of(
            "fell while standing up",
            "cried when lifted from the bed",
            "caught the arm between the bars of the cot",
            "slipped on a wet floor",
            "no fall or knock remembered");

    /** The record that a supplement is about is named when its story is told. */
    static final RecordId UNSAID = new RecordId("fracture-0");

    private final Story story;
    private final Random random;
    private int next;

    Breaks(Story story) {
        this.story = story;
        this.random = story.random();
        this.next = random.nextInt(BONES.size());
    }

    /**
     * Days spread over a window, each well inside it.
     *
     * @param from first day of the window
     * @param to first day after it
     */
    List<LocalDate> days(int count, LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        long length = ChronoUnit.DAYS.between(from, to);
        for (int place = 0; place < count; place++) {
            long middle = length * (2L * place + 1) / (2L * count);
            long room = Math.max(1, length / (4L * count));
            days.add(from.plusDays(middle - room / 2 + random.nextInt(Math.toIntExact(room))));
        }
        return days;
    }

    Fracture on(LocalDate day) {
        return of(ClinicalDate.on(day), null);
    }

    /** Radiographs confirm most; some readings are still awaited. */
    Fracture of(ClinicalDate date, @Nullable String incident) {
        Bone bone = BONES.get(next++ % BONES.size());
        boolean read = random.nextInt(8) > 0;
        return new Fracture(
                date,
                bone,
                random.nextBoolean() ? Laterality.LEFT : Laterality.RIGHT,
                random.nextInt(3) == 0 ? Mechanism.SPONTANEOUS : Mechanism.LOW_ENERGY,
                read ? FractureSource.RADIOGRAPH : FractureSource.PARENT,
                read ? Confirmation.CONFIRMED : Confirmation.PENDING,
                incident,
                null,
                random.nextInt(3) == 0 ? story.words(HOW.get(random.nextInt(HOW.size()))) : null);
    }

    /** A fracture in the uterus or at birth: never incident. Ultrasound alone leaves one before birth to be confirmed. */
    Fracture perinatal(ClinicalDate date, Mechanism mechanism) {
        Fracture any = of(date, null);
        return new Fracture(
                date,
                any.bone(),
                any.side(),
                mechanism,
                mechanism == Mechanism.BIRTH ? FractureSource.RADIOGRAPH : FractureSource.CLINICIAN,
                mechanism == Mechanism.BIRTH ? Confirmation.CONFIRMED : Confirmation.PENDING,
                null,
                null,
                null);
    }

    static Fracture with(Fracture fracture, ClinicalDate date) {
        return new Fracture(
                date,
                fracture.bone(),
                fracture.side(),
                fracture.mechanism(),
                fracture.source(),
                fracture.confirmation(),
                fracture.incident(),
                null,
                fracture.note());
    }

    static Fracture with(Fracture fracture, FractureSource source, Confirmation confirmation) {
        return new Fracture(
                fracture.date(),
                fracture.bone(),
                fracture.side(),
                fracture.mechanism(),
                source,
                confirmation,
                fracture.incident(),
                null,
                fracture.note());
    }
}
