package org.trialog.deploy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialog.deploy.running.Answer;
import org.trialog.deploy.running.RunningStudy;

/** What other systems take without a word: each is refused with its field and a sentence, and nothing of it is recorded. */
class WrongValuesTest {

    @TempDir
    private static Path data;

    private static RunningStudy study;
    private static String child;

    @BeforeAll
    static void start() throws Exception {
        study = RunningStudy.start(data);
        child = study.treatedChild("SE-001");
    }

    @AfterAll
    static void stop() {
        study.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        fractures    | "date":"hello","bone":"rib"                                       | bad-value            | date
        fractures    | "date":"31/02/2026","bone":"rib"                                  | bad-value            | date
        fractures    | "date":"2026-02-31","bone":"rib"                                  | no-such-date         | date
        fractures    | "date":"1899-01-01","bone":"rib"                                  | before-conception    | date
        fractures    | "date":"2199-01-01","bone":"rib"                                  | date-in-future       | date
        fractures    | "date":"2024-01-01","bone":"77"                                   | bad-value            | bone
        fractures    | "date":"2024-01-01"                                               | missing-field        | bone
        measurements | "date":"2024-01-01","code":"weight","unit":"kg","value":"abc"     | bad-value            | value
        measurements | "date":"2024-01-01","code":"weight","unit":"kg","value":-5        | impossible-value     | value
        measurements | "date":"2024-01-01","code":"weight","unit":"kg","value":99999     | impossible-value     | value
        measurements | "date":"2024-01-01","code":"weight","unit":"kg","value":"1e3"     | bad-value            | value
        measurements | "date":"2024-01-01","code":"weight","unit":"kg","value":" 120 "   | bad-value            | value
        measurements | "date":"2024-01-01","code":"weight","unit":"kg","value":""        | bad-value            | value
        measurements | "date":"2024-01-01","code":"weight","unit":"kg","value":8.12345   | too-many-decimals    | value
        measurements | "date":"2024-01-01","code":"shoe-size","unit":"EU","value":22     | measurement-unknown  | code
        measurements | "date":"2024-01-01","code":"weight","unit":"lb","value":18        | measurement-unit     | unit
        assessments  | "date":"2024-01-01","instrument":"pain-vas","version":"1","total":77 | total-out-of-range | total
        assessments  | "date":"2024-01-01","instrument":"pain-vas","version":"1","items":{"1":2} | item-unknown  | items.1
        assessments  | "date":"2024-01-01","instrument":"womac","version":"1","total":7  | instrument-unknown   | instrument
        pregnancy    | "date":"2023-01-10","expectedDate":"2023-03-17","method":"ultrasound","fetuses":-5    | impossible-number | fetuses
        pregnancy    | "date":"2023-01-10","expectedDate":"2023-03-17","method":"ultrasound","fetuses":120.7 | bad-value | fetuses
        pregnancy    | "date":"2023-01-10","expectedDate":"2023-03-17","method":"ultrasound","fetuses":"1e3" | bad-value | fetuses
        adverse-events | "date":"2024-01-01","term":"Fever","serious":"maybe"             | bad-value            | serious
        adverse-events | "date":"2024-01-01","term":"LONG","serious":false                | too-long             | term
        adverse-events | "date":"2024-01-01","term":" ","serious":false                   | bad-value            | term
        adverse-events | "date":"2024-01-01","term":"Fever","serious":false,"bone":"rib"  | field-unknown        | bone
        visits       | "date":"2024-01-01","code":"V99","type":"scheduled","mode":"clinic" | visit-code-unknown | code
        visits       | "date":"2024-01-01","type":"scheduled","mode":"clinic"             | visit-code-missing   | code
        completion   |                                                                    | missing-field        | date
        """)
    void isRefusedByItsFieldAndInWords(String kind, String body, String code, String field) throws Exception {
        long before = study.database().events();
        String rest = kind.equals("fractures")
                ? ",\"side\":\"left\",\"mechanism\":\"low-energy\",\"source\":\"radiograph\",\"confirmation\":\"confirmed\""
                : "";
        String given = body == null ? "" : body.replace("LONG", "x".repeat(5_000));

        Answer answer = study.se().post(child + "/" + kind, "{" + given + rest + "}");

        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        JsonNode fields = answer.json().path("fields");
        assertThat(fields.path(0).asText()).as(answer.toString()).endsWith(field);
        assertThat(answer.json().path("detail").asText()).contains(" ").endsWith(".");
        assertThat(study.database().events()).isEqualTo(before);
    }
}
