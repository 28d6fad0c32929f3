package org.trialog.command.sdtm;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trialog.command.order.Sender;
import org.trialog.command.sdtm.mapping.FollowUpThrough;
import org.trialog.events.value.Role;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.Source;
import org.trialog.events.value.StudyId;

/**
 * How a folder is imported, and by whom.
 *
 * @param charset of the files
 * @param followUp until when follow-up counts as confirmed
 * @param zone of the sites that the import opens, and of a study that it registers
 * @param dryRun decide everything, record nothing
 * @param workers threads that send orders; subjects are independent of each other
 * @param client the program that imports, null when it does not say
 * @param importId ties the commands of this import together
 */
public record ImportOptions(
        StudyId study,
        Charset charset,
        FollowUpThrough followUp,
        ZoneId zone,
        boolean dryRun,
        int workers,
        String actor,
        Role role,
        @Nullable String client,
        String importId) {

    private static final int WORKERS = 2;

    public ImportOptions {
        if (workers < 1) {
            throw new IllegalArgumentException("an import needs at least one worker");
        }
    }

    /** The defaults: UTF-8, follow-up through RFENDTC, UTC. */
    public static ImportOptions of(StudyId study, String actor) {
        return new ImportOptions(
                study,
                StandardCharsets.UTF_8,
                FollowUpThrough.RFENDTC,
                ZoneId.of("UTC"),
                false,
                WORKERS,
                actor,
                Role.DATA_MANAGER,
                null,
                UUID.randomUUID().toString());
    }

    public ImportOptions dry(boolean dry) {
        return new ImportOptions(study, charset, followUp, zone, dry, workers, actor, role, client, importId);
    }

    public ImportOptions followedUp(FollowUpThrough through) {
        return new ImportOptions(study, charset, through, zone, dryRun, workers, actor, role, client, importId);
    }

    public ImportOptions in(ZoneId otherZone) {
        return new ImportOptions(study, charset, followUp, otherZone, dryRun, workers, actor, role, client, importId);
    }

    Sender sender(@Nullable SiteId site) {
        return new Sender(actor, role, site, Source.IMPORT, client, importId, null);
    }
}
