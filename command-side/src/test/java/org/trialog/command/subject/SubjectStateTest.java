package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trialog.command.subject.Records.fracture;
import static org.trialog.command.subject.Records.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trialog.events.clinical.Fracture;
import org.trialog.events.subject.Recorded;
import org.trialog.events.value.Bone;
import org.trialog.events.value.RecordId;

class SubjectStateTest {
    @Test
    void theVersionCountsTheFacts() {
        assertThat(Clinic.opens().knows(screening("2023-02-01")).state().version())
                .isEqualTo(1);
        assertThat(Clinic.opens().imports(screening("2023-02")).state().version())
                .isEqualTo(2);
    }

    @Test
    void anEarlierStateIsNotChangedByALaterFact() {
        SubjectState before = Clinic.opens().knows(screening("2023-02-01")).state();

        SubjectState after = before.evolve(
                new Recorded<>(new RecordId("fracture-1"), fracture("2023-05-01", Bone.FEMUR)), null, null);

        assertThat(before.standing(Fracture.class)).isEmpty();
        assertThat(after.standing(Fracture.class)).hasSize(1);
        assertThat(before.version()).isEqualTo(1);
    }

    @Test
    void thousandsOfRecordsOfOneKindKeepTheirOrder() {
        SubjectState state = Clinic.opens().knows(screening("2023-02-01")).state();
        for (int number = 1; number <= 5000; number++) {
            state = state.evolve(
                    new Recorded<>(new RecordId("fracture-" + number), fracture("2023-05-01", Bone.FEMUR)), null, null);
        }

        assertThat(state.standing(Fracture.class)).hasSize(5000);
        assertThat(state.standing(Fracture.class).get(41).id()).isEqualTo(new RecordId("fracture-42"));
    }

    @Test
    void aTreeHoldsWhatWasPutInWhateverOrder() {
        List<Integer> keys = new ArrayList<>();
        for (int key = 0; key < 1000; key++) {
            keys.add(key);
        }
        Collections.shuffle(keys, new Random(7));
        Tree<Integer, String> tree = Tree.empty();
        TreeMap<Integer, String> expected = new TreeMap<>();
        for (int key : keys) {
            tree = tree.put(key, "first").put(key, "v" + key);
            expected.put(key, "v" + key);
        }

        assertThat(tree.values()).containsExactlyElementsOf(expected.values());
        assertThat(tree.get(999)).isEqualTo("v999");
        assertThat(tree.get(1000)).isNull();
        assertThat(tree.lastKey()).isEqualTo(999);
        assertThat(Tree.<Integer, String>empty().lastKey()).isNull();
    }
}
