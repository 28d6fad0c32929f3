package org.trialog.command.sdtm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialog.command.sdtm.Folders;

class TransportFileTest {

    @Test
    void observationsKeepTheirNumbersTextsAndMissingValues() throws Exception {
        assertThat(TransportFile.read(Domain.VS, Folders.fixture().resolve("vs.xpt"), StandardCharsets.UTF_8))
                .extracting(Row::line, row -> row.get("VSTESTCD"), row -> row.get("VSSTRESN"), row -> row.get("VSDTC"))
                .containsExactly(
                        tuple(1L, "WEIGHT", "80.25", "2022-01-10"),
                        tuple(2L, "WEIGHT", "71.5", "2022-02-15T08:30"),
                        tuple(3L, "HEIGHT", "165.1", "2022-02-15"),
                        tuple(4L, "BALANCE", "-0.1", "2022-02-15"),
                        tuple(5L, "SYSBP", null, "2022-02-15"));
    }

    /** The first three are the examples of IBM's Principles of Operation and of SAS note TS-140. */
    @ParameterizedTest
    @CsvSource({
        "4110000000000000, 1",
        "C276A00000000000, -118.625",
        "4040000000000000, 0.25",
        "401999999999999A, 0.1",
        "0000000000000000, 0",
        "4E1FFFFFFFFFFFFF, 9007199254740991",
        "4B100000, 1099511627776"
    })
    void ibmFloatingPointIsDecimalText(String hexadecimal, String text) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);

        assertThat(IbmFloat.text(bytes, 0, bytes.length)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2E00000000000000", "4100000000000000", "5A00000000000000", "5F00000000000000"})
    void aDotALetterAndAnUnderscoreAreMissing(String hexadecimal) {
        assertThat(IbmFloat.text(HexFormat.of().parseHex(hexadecimal), 0, 8)).isNull();
    }
}
