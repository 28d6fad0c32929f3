package org.trialog.command.web.document;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.trialog.command.order.BatchOrder;
import org.trialog.command.order.Order;
import org.trialog.command.order.Reason;
import org.trialog.command.order.StudyOrder;
import org.trialog.command.study.AggregateFile;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Screening;

/** Spells out the one generic address of a subject's records as an address for each kind, with the form of its body. */
public final class OrdersDocument implements OpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String STUDY = "/api/studies/{study}/";
    private static final String SUBJECT = "/api/studies/{study}/subjects/{subject}/";
    private static final String GENERIC = SUBJECT + "{kind}";

    /** The orders that are the body of their request, without what the address says. */
    private static final Map<String, Class<? extends Order>> ORDERS = Map.ofEntries(
            entry("status", StudyOrder.ChangeStudyStatus.class),
            entry("sites", StudyOrder.OpenSite.class),
            entry("sites/{site}/closure", StudyOrder.CloseSite.class),
            entry("sites/{site}/activations", StudyOrder.ActivateProtocol.class),
            entry("locks", StudyOrder.LockDataCut.class),
            entry("locks/{id}/release", StudyOrder.UnlockDataCut.class),
            entry("dosing-holds", StudyOrder.HoldDosing.class),
            entry("dosing-holds/{id}/end", StudyOrder.ResumeDosing.class),
            entry("aggregates", StudyOrder.RegisterAggregate.class),
            entry("grants", StudyOrder.GiveGrant.class),
            entry("grants/revocation", StudyOrder.RevokeGrant.class),
            entry("batches", BatchOrder.ManufactureBatch.class),
            entry("batches/{batch}/release", BatchOrder.ReleaseBatch.class),
            entry("batches/{batch}/quarantine", BatchOrder.QuarantineBatch.class),
            entry("batches/{batch}/rejection", BatchOrder.RejectBatch.class),
            entry("batches/{batch}/recall", BatchOrder.RecallBatch.class));

    /** What a visit may carry beside its own fields. */
    private final Map<String, RecordKind> carried;

    public OrdersDocument(Map<String, RecordKind> carriedByVisits) {
        this.carried = Map.copyOf(carriedByVisits);
    }

    @Override
    public void customise(OpenAPI document) {
        for (String publishing : List.of("/api/studies", STUDY + "protocols")) {
            describe(document, publishing, "application/yaml", new StringSchema().description("a protocol file"));
        }
        ORDERS.forEach((path, form) -> describe(document, STUDY + path, JSON, body(path, form)));
        order(document, STUDY + "aggregates")
                .getRequestBody()
                .getContent()
                .addMediaType("text/csv", new MediaType().schema(new StringSchema().description(AggregateFile.FORM)));
        describe(
                document,
                STUDY + "subjects",
                JSON,
                RecordSchemas.of(Screening.class)
                        .addProperty("subject", new StringSchema())
                        .addRequiredItem("subject"));
        order(document, "/api/imports")
                .requestBody(new RequestBody()
                        .required(true)
                        .content(content("application/zip", new BinarySchema().description("one file a domain"))));
        document.getPaths().remove(GENERIC);
        document.getPaths().remove(GENERIC + "/{id}/corrections");
        document.getPaths().remove(GENERIC + "/{id}/retraction");
        document.getPaths().remove(GENERIC + "/{id}/{step}");
        queries(document);
        personalData(document);
        for (RecordKind kind : RecordKind.values()) {
            if (kind == RecordKind.SCREENING) {
                continue;
            }
            String path = SUBJECT + kind.path();
            add(document, path, "Makes a record: " + kind.made(), body(kind), false);
            kind.supplemented()
                    .ifPresent(of -> add(
                            document,
                            SUBJECT + of.path() + "/{id}/" + kind.step().orElseThrow(),
                            "Says more of a record: " + kind.made(),
                            supplement(kind),
                            true));
            add(document, path + "/{id}/corrections", "Corrects a record: " + kind.corrected(), correction(kind), true);
            add(
                    document,
                    path + "/{id}/retraction",
                    "Retracts a record: " + kind.retracted(),
                    reasoned(Reason.CODES),
                    true);
        }
    }

    private static Schema<?> body(String path, Class<? extends Order> form) {
        Schema<?> body = RecordSchemas.of(form);
        Stream<String> said =
                Stream.of("study", "site", "batch").filter(id -> id.equals("study") || path.contains("{" + id + "}"));
        Stream.concat(said, path.contains("{id}") ? Stream.of("cut", "hold") : Stream.empty())
                .forEach(field -> {
                    body.getProperties().remove(field);
                    body.getRequired().remove(field);
                });
        return body;
    }

    private Schema<?> body(RecordKind kind) {
        Schema<?> body = RecordSchemas.of(kind.type());
        body.addProperty(
                "asDeviation",
                new ObjectSchema()
                        .addProperty("reason", new StringSchema())
                        .description("records a past act that broke a rule, as an important deviation"));
        if (kind == RecordKind.VISIT) {
            carried.forEach(
                    (field, of) -> body.addProperty(field, new ArraySchema().items(RecordSchemas.of(of.type()))));
        }
        return body;
    }

    /** The address names the record that it says more of. */
    private Schema<?> supplement(RecordKind kind) {
        Schema<?> body = body(kind);
        body.getProperties().remove("of");
        body.getRequired().remove("of");
        return body;
    }

    private static void queries(OpenAPI document) {
        StringSchema id = new StringSchema();
        Schema<?> words = new StringSchema().description("personal: sealed before it is recorded");
        String path = SUBJECT + "queries";
        add(
                document,
                path,
                "Opens a query",
                new ObjectSchema()
                        .addProperty("about", id.description("a record; absent for the subject as a whole"))
                        .addProperty("field", new StringSchema())
                        .addProperty("words", words)
                        .addRequiredItem("words"),
                false);
        Schema<?> answer = new ObjectSchema().addProperty("words", words).addRequiredItem("words");
        add(document, path + "/{id}/answer", "Answers a query, or a rule's flag", answer, true);
        Schema<?> closure = new ObjectSchema().addProperty("words", words);
        add(document, path + "/{id}/closure", "Closes a query, or a rule's flag", closure, true);
        for (String step : List.of("", "/answer", "/closure")) {
            Schema<?> one = new ObjectSchema()
                    .addProperty("subject", new StringSchema())
                    .addRequiredItem("subject")
                    .addProperty(step.isEmpty() ? "about" : "query", new StringSchema());
            order(document, STUDY + "queries" + step)
                    .summary("The same for many queries at once")
                    .requestBody(new RequestBody()
                            .required(true)
                            .content(content(
                                    JSON,
                                    new ObjectSchema()
                                            .addProperty("queries", new ArraySchema().items(one))
                                            .addProperty("words", words)
                                            .addRequiredItem("queries"))));
        }
    }

    private static void personalData(OpenAPI document) {
        StringSchema field = new StringSchema();
        field.description("a personal field of the record; question, answer or closure of a query; reasonWords for the"
                + " words of the reason why it was corrected, retracted or redacted, or processing restricted");
        Schema<?> redaction = reasoned(Reason.OF_REDACTION)
                .addProperty(
                        "record",
                        new StringSchema().description("a record or a query; subject for the words of a restriction"))
                .addProperty("field", field);
        redaction.setRequired(List.of("record", "field", "reason"));
        add(
                document,
                SUBJECT + "redactions",
                "Redacts a personal field: destroys the keys of all that was ever recorded in it",
                redaction,
                false);
        add(
                document,
                SUBJECT + "erasure",
                "Asks to erase the subject's trial data: refused while retention runs",
                new ObjectSchema(),
                false);
        add(
                document,
                SUBJECT + "restriction",
                "Restricts processing: personal fields are shown to nobody",
                reasoned(Reason.OF_RESTRICTION),
                false);
        add(document, SUBJECT + "restriction/lifting", "Lifts the restriction", reasoned(Reason.OF_LIFTING), false);
    }

    private static Schema<?> correction(RecordKind kind) {
        return reasoned(Reason.CODES)
                .addProperty("record", RecordSchemas.of(kind.type()))
                .addRequiredItem("record");
    }

    private static Schema<?> reasoned(Set<String> codes) {
        StringSchema code = new StringSchema();
        codes.stream().sorted().forEach(code::addEnumItem);
        return new ObjectSchema()
                .addProperty("reason", code)
                .addProperty("words", new StringSchema().description("personal: sealed before it is recorded"))
                .addRequiredItem("reason")
                .addRequiredItem("words");
    }

    /** Gives an order to a study, which the controller reads as bytes, the form of its body and its answers. */
    private static void describe(OpenAPI document, String path, String type, Schema<?> body) {
        order(document, path)
                .requestBody(new RequestBody().required(true).content(content(type, body)))
                .addParametersItem(new HeaderParameter().name("Idempotency-Key").schema(new StringSchema()))
                .responses(answers());
    }

    private static Operation order(OpenAPI document, String path) {
        PathItem item = document.getPaths().get(path);
        if (item == null || item.getPost() == null) {
            throw new IllegalStateException("no order is sent to " + path);
        }
        return item.getPost();
    }

    private static void add(OpenAPI document, String path, String summary, Schema<?> body, boolean ofRecord) {
        Operation post = new Operation()
                .summary(summary)
                .addTagsItem("subject records")
                .addParametersItem(new PathParameter().name("study").schema(new StringSchema()))
                .addParametersItem(new PathParameter().name("subject").schema(new StringSchema()))
                .addParametersItem(new HeaderParameter().name("Idempotency-Key").schema(new StringSchema()))
                .addParametersItem(new HeaderParameter().name("If-Match").schema(new StringSchema()))
                .addParametersItem(new QueryParameter()
                        .name("site")
                        .description("where it was performed; needed by a coordinator of several sites")
                        .required(false)
                        .schema(new StringSchema()))
                .requestBody(new RequestBody().required(true).content(content(JSON, body)))
                .responses(answers());
        if (ofRecord) {
            post.addParametersItem(new PathParameter().name("id").schema(new StringSchema()));
        }
        PathItem item = document.getPaths().computeIfAbsent(path, absent -> new PathItem());
        item.setPost(post);
    }

    private static ApiResponses answers() {
        Schema<?> accepted = new ObjectSchema()
                .addProperty("id", new StringSchema().description("of the first record"))
                .addProperty("version", new IntegerSchema().description("of the subject; also the ETag"))
                .addProperty("recordedAt", new DateTimeSchema())
                .addProperty("after", new StringSchema().description("a query with it waits until it sees this"))
                .addProperty(
                        "records",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("kind", new StringSchema())
                                        .addProperty("id", new StringSchema())));
        return new ApiResponses()
                .addApiResponse(
                        "201",
                        new ApiResponse().description("Recorded; durable.").content(content(JSON, accepted)))
                .addApiResponse("422", new ApiResponse().description("A rule refuses it: its number is in 'rule'."));
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
