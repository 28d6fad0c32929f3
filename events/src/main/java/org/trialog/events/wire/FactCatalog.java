package org.trialog.events.wire;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trialog.events.Fact;
import org.trialog.events.batch.BatchManufactured;
import org.trialog.events.batch.BatchQuarantined;
import org.trialog.events.batch.BatchRecalled;
import org.trialog.events.batch.BatchRejected;
import org.trialog.events.batch.BatchReleased;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.study.AggregateResultRegistered;
import org.trialog.events.study.DataCutLocked;
import org.trialog.events.study.DataCutUnlocked;
import org.trialog.events.study.DosingHeld;
import org.trialog.events.study.DosingResumed;
import org.trialog.events.study.GrantGiven;
import org.trialog.events.study.GrantRevoked;
import org.trialog.events.study.ProtocolActivatedAtSite;
import org.trialog.events.study.ProtocolPublished;
import org.trialog.events.study.SiteClosed;
import org.trialog.events.study.SiteOpened;
import org.trialog.events.study.StudyRegistered;
import org.trialog.events.study.StudyStatusChanged;
import org.trialog.events.subject.Corrected;
import org.trialog.events.subject.FieldRedacted;
import org.trialog.events.subject.FlagResolved;
import org.trialog.events.subject.ProcessingRestricted;
import org.trialog.events.subject.QueryAnswered;
import org.trialog.events.subject.QueryClosed;
import org.trialog.events.subject.QueryOpened;
import org.trialog.events.subject.RecordFlagged;
import org.trialog.events.subject.Recorded;
import org.trialog.events.subject.RestrictionLifted;
import org.trialog.events.subject.Retracted;

/** Every event of the history: its stable name, its revision and the type that holds it. */
public final class FactCatalog {

    /** The revision that is written today, for every event: none has changed its form yet. */
    public static final String REVISION = "1";

    private static final Map<String, JavaType> TYPES = types();

    private FactCatalog() {}

    /** The name under which a fact stands in the history. */
    public static String nameOf(Fact fact) {
        return switch (fact) {
            case Recorded<?> made -> RecordKind.of(made.details()).made();
            case Corrected<?> corrected -> RecordKind.of(corrected.after()).corrected();
            case Retracted<?> retracted -> RecordKind.of(retracted.was()).retracted();
            default -> fact.getClass().getSimpleName();
        };
    }

    /**
     * The type of a stored event.
     *
     * @throws UnknownFact when this build knows no such event or revision: it must never be skipped
     */
    public static JavaType typeOf(String name, String revision) {
        JavaType type = TYPES.get(name);
        if (type == null || !revision.equals(REVISION)) {
            throw new UnknownFact(name, revision);
        }
        return type;
    }

    /** All names in the order of the streams. */
    public static Map<String, JavaType> all() {
        return TYPES;
    }

    private static Map<String, JavaType> types() {
        TypeFactory factory = TypeFactory.defaultInstance();
        Map<String, JavaType> types = new LinkedHashMap<>();
        for (Class<?> plain : new Class<?>[] {
            StudyRegistered.class,
            StudyStatusChanged.class,
            ProtocolPublished.class,
            ProtocolActivatedAtSite.class,
            SiteOpened.class,
            SiteClosed.class,
            DataCutLocked.class,
            DataCutUnlocked.class,
            DosingHeld.class,
            DosingResumed.class,
            AggregateResultRegistered.class,
            GrantGiven.class,
            GrantRevoked.class,
            BatchManufactured.class,
            BatchReleased.class,
            BatchQuarantined.class,
            BatchRejected.class,
            BatchRecalled.class,
        }) {
            types.put(plain.getSimpleName(), factory.constructType(plain));
        }
        for (RecordKind kind : RecordKind.values()) {
            types.put(kind.made(), factory.constructParametricType(Recorded.class, kind.type()));
            types.put(kind.corrected(), factory.constructParametricType(Corrected.class, kind.type()));
            types.put(kind.retracted(), factory.constructParametricType(Retracted.class, kind.type()));
        }
        for (Class<?> plain : new Class<?>[] {
            RecordFlagged.class,
            FlagResolved.class,
            QueryOpened.class,
            QueryAnswered.class,
            QueryClosed.class,
            FieldRedacted.class,
            ProcessingRestricted.class,
            RestrictionLifted.class,
        }) {
            types.put(plain.getSimpleName(), factory.constructType(plain));
        }
        return Collections.unmodifiableMap(types);
    }
}
