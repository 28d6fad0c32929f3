package org.trialog.command.sdtm;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.trialog.command.keys.Sealing;
import org.trialog.command.order.Acceptance.Verdict;
import org.trialog.command.order.Orders;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.sdtm.file.Domain;
import org.trialog.command.sdtm.file.Row;
import org.trialog.command.sdtm.file.SdtmFolder;
import org.trialog.command.sdtm.mapping.StudyDefinition;
import org.trialog.command.sdtm.mapping.StudyRows;
import org.trialog.command.sdtm.mapping.StudyWords;
import org.trialog.command.sdtm.mapping.SubjectRows;
import org.trialog.command.sdtm.report.ImportReport;
import org.trialog.command.sdtm.report.Tally;
import org.trialog.events.personal.SubjectKey;
import org.trialog.events.protocol.Protocol;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * Imports a folder of SDTM domains: reads it whole, registers the study and opens sites where they are not there, then
 * sends one order a subject. Importing again changes nothing but what changed in the files (rule 41), so an import that
 * broke off is completed by another one.
 */
public final class SdtmImport {

    private final Orders orders;
    private final StudyLookup studies;
    private final BiFunction<StudyId, SubjectId, Sealing> sealings;
    private final Rehearsal rehearsal;

    /** @param sealings gives what seals a subject's personal fields; called by several threads */
    public SdtmImport(
            Orders orders, StudyLookup studies, BiFunction<StudyId, SubjectId, Sealing> sealings, Rehearsal rehearsal) {
        this.orders = orders;
        this.studies = studies;
        this.sealings = sealings;
        this.rehearsal = rehearsal;
    }

    /**
     * @throws org.trialog.command.sdtm.file.SdtmProblem when the folder cannot be read; nothing was recorded
     * @throws org.trialog.command.order.OrderRefused when the study cannot be registered
     */
    public ImportReport run(Path folder, ImportOptions options, ImportProgress progress) {
        SdtmFolder read = SdtmFolder.read(folder, options.charset());
        read.warnings().forEach(progress::warn);
        Tally tally = new Tally();
        read.tables().keySet().forEach(tally::open);
        List<SubjectRows> subjects = Assembly.of(read, options.study(), tally);
        Optional<StudyLookup.Standing> standing = studies.find(options.study());
        Protocol existing = standing.map(StudyLookup.Standing::protocol).orElse(null);
        studyRows(read, options, existing, subjects.isEmpty(), tally);
        if (!subjects.isEmpty()) {
            Rehearsal.Stage stage = stage(read, options, subjects, standing);
            StudyWords words = new StudyWords(stage.protocol(), read.rows(Domain.TV));
            SubjectCourier courier = new SubjectCourier(
                    words,
                    options,
                    options.dryRun() ? (order, sender) -> rehearsal.rehearse(order, sender, stage) : orders::carryOut,
                    options.dryRun() ? thrownAway() : sealings,
                    progress);
            tally.add(courier.deliver(subjects));
        }
        return ImportReport.of(options.study(), tally, read.warnings(), options.dryRun());
    }

    /** Registers what is missing of the study, and says what it looks like then. */
    private Rehearsal.Stage stage(
            SdtmFolder read,
            ImportOptions options,
            List<SubjectRows> subjects,
            Optional<StudyLookup.Standing> standing) {
        Map<SiteId, ZoneId> sites = new HashMap<>();
        standing.ifPresent(there ->
                there.sites().forEach(site -> sites.put(site, there.protocol().zone())));
        Protocol protocol = standing.map(StudyLookup.Standing::protocol).orElse(null);
        if (protocol == null) {
            List<Row> dm = subjects.stream().map(SubjectRows::dm).toList();
            var definition = StudyDefinition.of(options.study(), options.zone(), read, dm);
            protocol = Protocol.of(definition);
            send(new StudyOrder.PublishProtocol(options.study(), definition), options);
        }
        for (SubjectRows subject : subjects) {
            SiteId site = subject.site();
            if (!sites.containsKey(site)) {
                sites.put(site, options.zone());
                send(
                        new StudyOrder.OpenSite(
                                options.study(),
                                site,
                                null,
                                options.zone(),
                                subject.dm().get("COUNTRY")),
                        options);
            }
        }
        return new Rehearsal.Stage(protocol, sites, standing.isPresent());
    }

    /** A dry run makes no subject's key: what it seals goes with this one. */
    private static BiFunction<StudyId, SubjectId, Sealing> thrownAway() {
        SubjectKey key = SubjectKey.generate("dry-run");
        return (study, subject) -> new Sealing(() -> key);
    }

    private void send(StudyOrder order, ImportOptions options) {
        if (!options.dryRun()) {
            orders.carryOut(order, options.sender(null));
        }
    }

    private static void studyRows(
            SdtmFolder read, ImportOptions options, @Nullable Protocol existing, boolean noSubject, Tally tally) {
        for (Domain domain : List.of(Domain.TV, Domain.TS)) {
            for (Row row : read.rows(domain)) {
                Optional<String> rejection = !Assembly.ofStudy(row, options.study())
                        ? Optional.of("other-study")
                        : noSubject ? Optional.of("no-subject-in-dm") : StudyRows.rejection(row, existing);
                rejection.ifPresentOrElse(
                        why -> tally.reject(row, 0, why),
                        () -> tally.count(row, existing == null ? Verdict.ACCEPTED : Verdict.DUPLICATE, false));
            }
        }
    }
}
