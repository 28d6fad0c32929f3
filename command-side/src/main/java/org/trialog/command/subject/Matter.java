package org.trialog.command.subject;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.clinical.Birth;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.Pregnancy;
import org.trialog.events.clinical.Screening;
import org.trialog.events.clinical.Transfer;
import org.trialog.events.protocol.Arm;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.ArmId;
import org.trialog.events.value.ClinicalDate;
import org.trialog.events.value.DateRange;
import org.trialog.events.value.GestationalAge;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.SiteId;

/**
 * One record as it is or would be, and all that it is judged against. The state already holds it.
 *
 * @param imported it comes from an import: what a person would have been asked about is flagged
 */
public record Matter(
        RecordId id,
        int number,
        ClinicalRecord details,
        SubjectState state,
        Surroundings surroundings,
        boolean imported) {

    /** The protocol version in force at the subject's site. */
    public Protocol protocol() {
        return surroundings.protocol(site());
    }

    public LocalDate today() {
        return surroundings.today(site());
    }

    /** The site that follows the subject: where it was screened, or the one that it was transferred to last. */
    public @Nullable SiteId site() {
        return last(Transfer.class)
                .map(Transfer::to)
                .or(() -> last(Screening.class).map(Screening::site))
                .orElse(null);
    }

    /** The days on which it can have happened; empty when that cannot be said at all. */
    public Optional<DateRange> range() {
        return range(details.date());
    }

    public Optional<DateRange> range(ClinicalDate date) {
        return date.gestationalAge().isPresent() ? date.range(expectedDate()) : date.range();
    }

    /** The other standing records of a kind, oldest first. */
    public <D extends ClinicalRecord> List<Held<D>> others(Class<D> type) {
        return state.standing(type).stream()
                .filter(held -> !held.id().equals(id))
                .toList();
    }

    /** The standing records of its own kind that were made before it. */
    public <D extends ClinicalRecord> List<Held<D>> earlier(Class<D> ownType) {
        return state.standing(ownType).stream()
                .filter(held -> held.number() < number)
                .toList();
    }

    public boolean has(Class<? extends ClinicalRecord> type) {
        return !state.standing(type).isEmpty();
    }

    /** What the last made standing record of a kind says. */
    public <D extends ClinicalRecord> Optional<D> last(Class<D> type) {
        List<Held<D>> standing = state.standing(type);
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(standing.getLast().details());
    }

    /** The arm actually followed on the record's date, if one is set and the protocol knows it. */
    public Optional<Arm> arm() {
        return armId().flatMap(protocol()::arm);
    }

    public Optional<ArmId> armId() {
        return armCourse().on(range());
    }

    /** Every arm that can have been followed then: more than one where a date is partial near a crossing over. */
    public List<ArmId> possibleArms() {
        return armCourse().possibleOn(range());
    }

    public ArmCourse armCourse() {
        return ArmCourse.of(this);
    }

    public Optional<DateRange> birth() {
        return last(Birth.class).map(birth -> birth.age().birth());
    }

    /** Gestational week 40+0: as dated in pregnancy, else from the gestational age at an exactly known birth. */
    public @Nullable LocalDate expectedDate() {
        return last(Pregnancy.class)
                .map(Pregnancy::expectedDate)
                .or(() -> last(Birth.class).flatMap(Matter::expectedDate))
                .orElse(null);
    }

    private static Optional<LocalDate> expectedDate(Birth birth) {
        GestationalAge age = birth.gestationalAge();
        DateRange born = birth.age().birth();
        return age == null || age.days() == null || !born.exact()
                ? Optional.empty()
                : Optional.of(born.earliest().plusDays(GestationalAge.TERM_DAYS - age.fewestDays()));
    }
}
