package org.trialog.command.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trialog.command.order.StudyOrder.ActivateProtocol;
import org.trialog.command.order.StudyOrder.ChangeStudyStatus;
import org.trialog.command.order.StudyOrder.CloseSite;
import org.trialog.command.order.StudyOrder.OpenSite;
import org.trialog.command.order.StudyOrder.PublishProtocol;
import org.trialog.command.order.StudyOrder.RegisterAggregate;
import org.trialog.command.problem.Problem;
import org.trialog.command.study.AggregateFile;
import org.trialog.events.protocol.ProtocolFile;
import org.trialog.events.value.SiteId;
import org.trialog.events.value.StudyId;

/** Studies, protocol versions and sites, as orders over HTTP. */
@RestController
@Tag(name = "studies")
@RequestMapping("/api/studies")
class StudyController {

    private final Desk desk;

    StudyController(Desk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Registers the study of a protocol file, or publishes an amendment")
    @PostMapping(consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
    ResponseEntity<byte[]> publish(Sent sent) {
        ProtocolFile file = ProtocolFile.read("protocol", sent.body());
        return desk.send(new PublishProtocol(file.protocol().study(), file.definition()), sent);
    }

    @Operation(summary = "Publishes a version of the protocol")
    @PostMapping(
            path = "/{study}/protocols",
            consumes = {"application/yaml", "application/x-yaml", "text/yaml"})
    ResponseEntity<byte[]> amend(@PathVariable StudyId study, Sent sent) {
        ProtocolFile file = ProtocolFile.read("protocol", sent.body());
        if (!file.protocol().study().equals(study)) {
            throw new Problem(
                    422,
                    "protocol-of-another-study",
                    "The file is a protocol of '%s', not of '%s'."
                            .formatted(file.protocol().study(), study),
                    null,
                    List.of("study"));
        }
        return desk.send(new PublishProtocol(study, file.definition()), sent);
    }

    @Operation(summary = "Says where the study stands: recruiting, closed, stopped early with the reason")
    @PostMapping(path = "/{study}/status", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> changeStatus(@PathVariable StudyId study, Sent sent) {
        return desk.send(ChangeStudyStatus.class, Map.of("study", study), sent);
    }

    @Operation(summary = "Opens a site")
    @PostMapping(path = "/{study}/sites", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> openSite(@PathVariable StudyId study, Sent sent) {
        return desk.send(OpenSite.class, Map.of("study", study), sent);
    }

    @Operation(summary = "Closes a site: nobody is screened there any more")
    @PostMapping(path = "/{study}/sites/{site}/closure", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> closeSite(@PathVariable StudyId study, @PathVariable SiteId site, Sent sent) {
        return desk.send(CloseSite.class, Map.of("study", study, "site", site), sent);
    }

    @Operation(summary = "Lets a site go by a protocol version that it has approved")
    @PostMapping(path = "/{study}/sites/{site}/activations", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> activate(@PathVariable StudyId study, @PathVariable SiteId site, Sent sent) {
        return desk.send(ActivateProtocol.class, Map.of("study", study, "site", site), sent);
    }

    @Operation(summary = "Registers a published result of another trial, or a whole CSV file of them, for pooling")
    @PostMapping(path = "/{study}/aggregates", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> registerAggregate(@PathVariable StudyId study, Sent sent) {
        return desk.send(RegisterAggregate.class, Map.of("study", study), sent);
    }

    /** The same for a whole CSV file, or nothing of it; its columns stand in the description of the address. */
    @Operation(summary = "Registers a published result of another trial, or a whole CSV file of them, for pooling")
    @PostMapping(path = "/{study}/aggregates", consumes = "text/csv")
    ResponseEntity<byte[]> registerAggregates(
            @PathVariable StudyId study, @RequestParam(defaultValue = "") String file, Sent sent) {
        return desk.send(AggregateFile.read(study, file, sent.body()), sent);
    }
}
