package org.trialog.command.sdtm.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The domains that are read, the columns that they must have and those that are used when present. Other columns are not
 * kept in memory. Names as in the SDTM Implementation Guide.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable copies
public enum Domain {
    DM(
            null,
            List.of("SITEID", "ARMCD", "RFSTDTC"),
            List.of(
                    "RFENDTC",
                    "RFICDTC",
                    "RFPENDTC",
                    "DTHDTC",
                    "DTHFL",
                    "BRTHDTC",
                    "AGE",
                    "AGEU",
                    "SEX",
                    "RACE",
                    "ETHNIC",
                    "ARM",
                    "ACTARMCD",
                    "ACTARM",
                    "ARMNRS",
                    "COUNTRY",
                    "DMDTC")),
    TV(null, List.of("VISITNUM"), List.of("VISIT", "VISITDY", "ARMCD")),
    TS(null, List.of("TSPARMCD", "TSVAL"), List.of("TSSEQ", "TSPARM")),
    DS("DSSEQ", List.of("DSDECOD", "DSSTDTC"), List.of("DSTERM", "DSCAT", "DSSCAT")),
    EX("EXSEQ", List.of("EXDOSE", "EXSTDTC"), List.of("EXTRT", "EXDOSU", "EXDOSFRM", "EXDOSFRQ", "EXROUTE", "EXENDTC")),
    SV(null, List.of("VISITNUM", "SVSTDTC"), List.of("VISIT", "SVENDTC")),
    CE("CESEQ", List.of("CETERM", "CESTDTC"), List.of("CEDECOD", "CELOC", "CELAT", "CEENDTC")),
    VS(
            "VSSEQ",
            List.of("VSTESTCD", "VSDTC"),
            List.of("VSORRES", "VSORRESU", "VSSTRESC", "VSSTRESN", "VSSTRESU", "VSSTAT")),
    QS("QSSEQ", List.of("QSTESTCD", "QSDTC"), List.of("QSCAT", "QSORRES", "QSSTRESC", "QSSTRESN", "QSSTAT")),
    CM("CMSEQ", List.of("CMTRT", "CMSTDTC"), List.of("CMDECOD", "CMDOSE", "CMDOSU", "CMENDTC")),
    MH("MHSEQ", List.of("MHTERM"), List.of("MHDECOD", "MHSTDTC", "MHENDTC")),
    AE(
            "AESEQ",
            List.of("AETERM", "AESTDTC"),
            List.of(
                    "AEDECOD",
                    "AEBODSYS",
                    "AESOC",
                    "AESEV",
                    "AETOXGR",
                    "AESER",
                    "AEREL",
                    "AEOUT",
                    "AESCAN",
                    "AESCONG",
                    "AESDISAB",
                    "AESDTH",
                    "AESHOSP",
                    "AESLIFE",
                    "AESMIE",
                    "AESOD",
                    "AEDTC",
                    "AEENDTC"));

    private final @Nullable String sequence;
    private final List<String> mandatory;
    private final List<String> columns;

    Domain(@Nullable String sequence, List<String> mandatory, List<String> optional) {
        this.sequence = sequence;
        List<String> needed = new ArrayList<>(List.of("STUDYID", "DOMAIN"));
        if (!studyLevel()) {
            needed.add("USUBJID");
        }
        if (sequence != null) {
            needed.add(sequence);
        }
        needed.addAll(mandatory);
        this.mandatory = List.copyOf(needed);
        needed.addAll(optional);
        this.columns = List.copyOf(needed);
    }

    /** The domain that a file name (without its ending) stands for, whatever its case. */
    public static Optional<Domain> named(String stem) {
        for (Domain domain : values()) {
            if (domain.name().equalsIgnoreCase(stem)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }

    /** Its name as in reports and row identities: {@code ae}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its rows are about the study and not about a subject. */
    public final boolean studyLevel() {
        return name().equals("TV") || name().equals("TS");
    }

    /** Its --SEQ; null where rows are told apart otherwise. */
    public @Nullable String sequence() {
        return sequence;
    }

    public List<String> mandatory() {
        return mandatory;
    }

    /** All columns that are read; the index is the place of the value in a row. */
    public List<String> columns() {
        return columns;
    }
}
