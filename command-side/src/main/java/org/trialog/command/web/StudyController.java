package org.trialog.command.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.door.Account;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.problem.Problem;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.value.BatchId;
import org.trialog.events.value.StudyId;

/** Studies, protocol versions, sites and batches, as orders over HTTP. */
@RestController
@Tag(name = "studies")
@RequestMapping("/api/studies")
class StudyController {

    private final Desk desk;

    StudyController(Desk desk) {
        this.desk = desk;
    }

    /** Registers the study of a protocol file, or publishes an amendment. The body is the YAML file. */
    @Operation(summary = "Registers the study of a protocol file, or publishes an amendment")
    @PostMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
    ResponseEntity<byte[]> publish(
            @RequestBody byte[] body, @AuthenticationPrincipal Account account, HttpServletRequest request) {
        ProtocolFile file = ProtocolFile.read("protocol", body);
        return desk.send(
                new StudyOrder.PublishProtocol(file.protocol().study(), file.definition()), account, request, body);
    }

    /** Publishes a version of this study's protocol. The body is the YAML file. */
    @Operation(summary = "Publishes a version of the protocol")
    @PostMapping(
            path = "/{study}/protocols",
            consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
    ResponseEntity<byte[]> amend(
            @PathVariable StudyId study,
            @RequestBody byte[] body,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        ProtocolFile file = ProtocolFile.read("protocol", body);
        if (!file.protocol().study().equals(study)) {
            throw new Problem(
                    422,
                    "protocol-of-another-study",
                    "The file is a protocol of '%s', not of '%s'."
                            .formatted(file.protocol().study(), study),
                    null,
                    List.of("study"));
        }
        return desk.send(new StudyOrder.PublishProtocol(study, file.definition()), account, request, body);
    }

    /** Opens a site: {@code {"site", "name", "zone", "country"}}. */
    @Operation(summary = "Opens a site")
    @PostMapping(path = "/{study}/sites", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> openSite(
            @PathVariable StudyId study,
            @RequestBody byte[] body,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        SiteOpened site = Reading.value(Reading.object(body), SiteOpened.class, "");
        return desk.send(
                new StudyOrder.OpenSite(study, site.site(), site.name(), site.zone(), site.country()),
                account,
                request,
                body);
    }

    /** Records a manufactured batch: {@code {"batch", "product", "donor", "manufacturedOn", "expiresOn"}}. */
    @Operation(summary = "Records a manufactured batch")
    @PostMapping(path = "/{study}/batches", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> manufacture(
            @PathVariable StudyId study,
            @RequestBody byte[] body,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        BatchManufactured batch = Reading.value(Reading.object(body), BatchManufactured.class, "");
        return desk.send(
                new BatchOrder.ManufactureBatch(
                        study,
                        batch.batch(),
                        batch.product(),
                        batch.donor(),
                        batch.manufacturedOn(),
                        batch.expiresOn()),
                account,
                request,
                body);
    }

    /** Releases a batch: {@code {"releasedOn"}}. */
    @Operation(summary = "Releases a batch")
    @PostMapping(path = "/{study}/batches/{batch}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> release(
            @PathVariable StudyId study,
            @PathVariable BatchId batch,
            @RequestBody byte[] body,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Release release = Reading.value(Reading.object(body), Release.class, "");
        return desk.send(new BatchOrder.ReleaseBatch(study, batch, release.releasedOn()), account, request, body);
    }

    /** When a batch was released. */
    record Release(LocalDate releasedOn) {}
}
