package org.trialog.deploy.app;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** What the descriptions of both sides have in common: title, how to log in, problem details, and plain parameters. */
final class ApiDocument implements OpenApiCustomizer {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public void customise(OpenAPI document) {
        document.info(new Info()
                        .title("Trialog")
                        .version("0.1.0")
                        .description("The event log of a clinical trial. Log in with POST /api/session; queries"
                                + " take asKnownAt, an instant or a position, and after, which waits for a"
                                + " write of one's own."))
                .servers(null)
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
        Components components = document.getComponents();
        components.addSecuritySchemes(
                TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        Map<String, Schema> schemas = components.getSchemas();
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> complete(operation, schemas));
        components.addSchemas(PROBLEM, problem());
    }

    @SuppressWarnings("rawtypes")
    private static void complete(Operation operation, Map<String, Schema> schemas) {
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .flatMap(parameter -> plain(parameter, schemas).stream())
                    .filter(parameter -> !"Accept".equals(parameter.getName()))
                    .toList());
        }
        if (operation.getRequestBody() != null
                && isBytes(operation.getRequestBody().getContent())) {
            operation
                    .getRequestBody()
                    .content(
                            new Content().addMediaType("application/yaml", new MediaType().schema(new StringSchema())));
        }
        ApiResponses responses = operation.getResponses();
        responses.values().forEach(ApiDocument::nameWhatIsWrittenAsBytes);
        responses.addApiResponse(
                "default",
                new ApiResponse()
                        .description("What is wrong, with a stable code")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref(REFERENCE + PROBLEM)))));
    }

    /** A parameter that is an object stands for its members, each a parameter of the query. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Parameter> plain(Parameter parameter, Map<String, Schema> schemas) {
        Schema<?> schema = parameter.getSchema();
        String reference = schema == null ? null : schema.get$ref();
        if (reference == null || !"query".equals(parameter.getIn())) {
            return List.of(parameter);
        }
        Schema<?> object = schemas.get(reference.substring(REFERENCE.length()));
        List<Parameter> members = new ArrayList<>();
        if (object != null && object.getProperties() != null) {
            object.getProperties()
                    .forEach((name, member) -> members.add(
                            new QueryParameter().name(name).required(false).schema(member)));
        }
        return members;
    }

    /** The controllers write their JSON themselves, which would otherwise be described as bytes. */
    private static void nameWhatIsWrittenAsBytes(ApiResponse response) {
        if (isBytes(response.getContent())) {
            response.setContent(new Content()
                    .addMediaType("application/json", new MediaType().schema(new Schema<>().description("JSON"))));
        }
    }

    private static boolean isBytes(@Nullable Content content) {
        return content != null
                && content.values().stream()
                        .anyMatch(media -> media.getSchema() != null
                                && "byte".equals(media.getSchema().getFormat()));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema().description("stable, for programs"))
                .addProperty("detail", new StringSchema().description("what is wrong and what to do, for people"))
                .addProperty("rule", new IntegerSchema().description("the number of the rule that refuses"))
                .addProperty("fields", new ArraySchema().items(new StringSchema()));
    }
}
