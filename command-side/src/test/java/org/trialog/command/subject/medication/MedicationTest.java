package org.trialog.command.subject.medication;

import static org.trialog.command.subject.Records.enrolledChild;
import static org.trialog.command.subject.Records.on;

import org.junit.jupiter.api.Test;
import org.trialog.command.subject.Clinic;
import org.trialog.events.clinical.Medication;
import org.trialog.events.clinical.MedicationStop;
import org.trialog.events.value.RecordId;

class MedicationTest {
    private final Clinic child =
            Clinic.opens().knows(enrolledChild()).knows(new Medication(on("2023-04"), null, "pamidronate", null, null));

    @Test
    void rule17_aMedicationIsNotStoppedBeforeItWasStarted() {
        child.neverTrue(17, "stopped-before-start", stop("2023-03-31", "medication-1"));
        child.trusts("stopped-before-start", stop("2023-04-01", "medication-1"));
    }

    @Test
    void rule17_norIsItsStartCorrectedToADayAfterTheStop() {
        Clinic stopped = child.knows(stop("2023-04-10", "medication-1"));

        stopped.refuses(
                17,
                "ends-before-start",
                Clinic.correction("medication-1", new Medication(on("2023-05"), null, "pamidronate", null, null)));
    }

    @Test
    void onlyAMedicationThatIsRecordedIsStopped() {
        child.refuses(0, "record-unknown", stop("2023-05-10", "medication-2"));
    }

    private static MedicationStop stop(String date, String of) {
        return new MedicationStop(on(date), new RecordId(of), "planned");
    }
}
