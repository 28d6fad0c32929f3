package org.trialog.command.web.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.trialog.command.order.Reason;
import org.trialog.events.clinical.RecordKind;

/** Spells out the one generic address of a subject's records as an address for each kind, with the form of its body. */
public final class OrdersDocument implements OpenApiCustomizer {

    private static final String SUBJECT = "/api/studies/{study}/subjects/{subject}/";
    private static final String GENERIC = SUBJECT + "{kind}";

    /** What a visit may carry beside its own fields. */
    private final Map<String, RecordKind> carried;

    public OrdersDocument(Map<String, RecordKind> carriedByVisits) {
        this.carried = Map.copyOf(carriedByVisits);
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().remove(GENERIC);
        document.getPaths().remove(GENERIC + "/{id}/corrections");
        document.getPaths().remove(GENERIC + "/{id}/retraction");
        for (RecordKind kind : RecordKind.values()) {
            if (kind == RecordKind.SCREENING) {
                continue;
            }
            String path = SUBJECT + kind.path();
            add(document, path, "Makes a record: " + kind.made(), body(kind), false);
            add(document, path + "/{id}/corrections", "Corrects a record: " + kind.corrected(), correction(kind), true);
            add(document, path + "/{id}/retraction", "Retracts a record: " + kind.retracted(), reasoned(), true);
        }
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

    private static Schema<?> correction(RecordKind kind) {
        return reasoned().addProperty("record", RecordSchemas.of(kind.type())).addRequiredItem("record");
    }

    private static Schema<?> reasoned() {
        StringSchema code = new StringSchema();
        Reason.CODES.stream().sorted().forEach(code::addEnumItem);
        return new ObjectSchema()
                .addProperty("reason", code)
                .addProperty("words", new StringSchema().description("personal: sealed before it is recorded"))
                .addRequiredItem("reason")
                .addRequiredItem("words");
    }

    private static void add(OpenAPI document, String path, String summary, Schema<?> body, boolean ofRecord) {
        Operation post = new Operation()
                .summary(summary)
                .addTagsItem("subject records")
                .addParametersItem(new PathParameter().name("study").schema(new StringSchema()))
                .addParametersItem(new PathParameter().name("subject").schema(new StringSchema()))
                .addParametersItem(new HeaderParameter().name("Idempotency-Key").schema(new StringSchema()))
                .addParametersItem(new HeaderParameter().name("If-Match").schema(new StringSchema()))
                .requestBody(new RequestBody().required(true).content(json(body)))
                .responses(new ApiResponses()
                        .addApiResponse("201", new ApiResponse().description("Recorded; durable."))
                        .addApiResponse(
                                "422", new ApiResponse().description("A rule refuses it: its number is in 'rule'.")));
        if (ofRecord) {
            post.addParametersItem(new PathParameter().name("id").schema(new StringSchema()));
        }
        PathItem item = document.getPaths().computeIfAbsent(path, absent -> new PathItem());
        item.setPost(post);
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
