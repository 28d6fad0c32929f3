package org.trialog.command.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialog.events.Provenance;
import org.trialog.events.clinical.ClinicalRecord;
import org.trialog.events.clinical.RecordKind;
import org.trialog.events.clinical.Supplement;
import org.trialog.events.personal.Personal;
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
import org.trialog.events.subject.SubjectEvent;
import org.trialog.events.value.RecordId;
import org.trialog.events.value.StudyId;
import org.trialog.events.value.SubjectId;

/**
 * What decisions about a subject need of its history: its records, the flags that hold, what the last import said,
 * and where personal fields stand. Immutable; evolving costs the logarithm of the history's length.
 */
public final class SubjectState {
    private static final RecordId SUBJECT = new RecordId("subject");

    private final StudyId study;
    private final SubjectId subject;
    private final long version;
    private final Tree<RecordKind, Tree<Integer, Held<?>>> shelves;
    private final Tree<Integer, StandingFlag> flagsRaised;
    private final Tree<RecordId, List<StandingFlag>> flagsStanding;
    private final Tree<String, LastImport> rows;
    private final Tree<RecordId, QueryStanding> queries;
    private final Privacy privacy;

    private SubjectState(
            StudyId study,
            SubjectId subject,
            long version,
            Tree<RecordKind, Tree<Integer, Held<?>>> shelves,
            Tree<Integer, StandingFlag> flagsRaised,
            Tree<RecordId, List<StandingFlag>> flagsStanding,
            Tree<String, LastImport> rows,
            Tree<RecordId, QueryStanding> queries,
            Privacy privacy) {
        this.study = study;
        this.subject = subject;
        this.version = version;
        this.shelves = shelves;
        this.flagsRaised = flagsRaised;
        this.flagsStanding = flagsStanding;
        this.rows = rows;
        this.queries = queries;
        this.privacy = privacy;
    }

    /**
     * What the last import said of one row.
     *
     * @param record that it became
     */
    public record LastImport(String digest, RecordId record) {}

    public static SubjectState empty(StudyId study, SubjectId subject) {
        return new SubjectState(
                study,
                subject,
                0,
                Tree.empty(),
                Tree.empty(),
                Tree.empty(),
                Tree.empty(),
                Tree.empty(),
                Privacy.nothing());
    }

    public SubjectState evolve(SubjectEvent event, Provenance provenance) {
        return evolve(event, provenance.row(), provenance.reasonWords());
    }

    /**
     * @param row domain, identity and digest of the imported row behind the fact; null when a person is
     * @param reasonWords why a person changed what was there
     */
    SubjectState evolve(SubjectEvent event, @Nullable String row, @Nullable Personal<String> reasonWords) {
        SubjectState next = evolved(event, row);
        Privacy known = privacy.evolve(event, reasonWords);
        return known == privacy
                ? next
                : new SubjectState(
                        study,
                        subject,
                        next.version,
                        next.shelves,
                        next.flagsRaised,
                        next.flagsStanding,
                        next.rows,
                        next.queries,
                        known);
    }

    private SubjectState evolved(SubjectEvent event, @Nullable String row) {
        return switch (event) {
            case Recorded<?> made ->
                holding(
                        new Held<>(
                                made.id(),
                                RecordIds.number(made.id()),
                                version + 1,
                                made.details(),
                                made.details(),
                                false,
                                false,
                                key(row)),
                        row);
            case Corrected<?> corrected -> {
                Held<?> old = known(corrected.id());
                boolean byPerson = row == null;
                yield holding(changed(old, corrected.after(), false, byPerson), byPerson ? null : row);
            }
            case Retracted<?> retracted -> {
                Held<?> old = known(retracted.id());
                yield holding(changed(old, old.base(), true, true), null);
            }
            case RecordFlagged raised -> flagged(raised);
            case FlagResolved resolved -> resolved(resolved);
            case QueryOpened opened -> asking(new QueryStanding(opened.query(), opened.about(), false, false));
            case QueryAnswered answered ->
                asking(query(answered.query()).orElseThrow().withAnswer());
            case QueryClosed closed ->
                asking(query(closed.query()).orElseThrow().withoutMore());
            case FieldRedacted redacted -> withoutChange();
            case ProcessingRestricted restricted -> withoutChange();
            case RestrictionLifted lifted -> withoutChange();
        };
    }

    public StudyId study() {
        return study;
    }

    public SubjectId subject() {
        return subject;
    }

    /** How many facts it has seen. */
    public long version() {
        return version;
    }

    /** A record, also a retracted one. */
    public Optional<Held<?>> record(RecordId id) {
        return Optional.ofNullable(find(shelves, id));
    }

    /** The records of a kind that are not retracted, in the order in which they were made. */
    @SuppressWarnings("unchecked") // a shelf holds records of its own kind only
    public <D extends ClinicalRecord> List<Held<D>> standing(Class<D> type) {
        List<Held<D>> found = new ArrayList<>();
        for (Held<?> held : standing(RecordIds.kind(type))) {
            found.add((Held<D>) held);
        }
        return found;
    }

    public List<Held<?>> standing(RecordKind kind) {
        Tree<Integer, Held<?>> shelf = shelves.get(kind);
        return shelf == null
                ? List.of()
                : shelf.values().stream().filter(held -> !held.retracted()).toList();
    }

    /** Flags that hold about a record, or about the subject as a whole when null. */
    public List<StandingFlag> flags(@Nullable RecordId about) {
        List<StandingFlag> flags = flagsStanding.get(about == null ? SUBJECT : about);
        return flags == null ? List.of() : flags;
    }

    /** What the last import said of a row, if it had it. */
    public Optional<LastImport> lastImport(String domain, String identity) {
        return Optional.ofNullable(rows.get(domain + "|" + identity));
    }

    /** A query by its id: one that a person opened, or the one that a rule's flag is; that closes itself with its cause. */
    public Optional<QueryStanding> query(RecordId id) {
        StandingFlag flag = flagsRaised.get(RecordIds.number(id));
        QueryStanding known = queries.get(id);
        if (flag == null || !flag.id().equals(id)) {
            return Optional.ofNullable(known);
        }
        QueryStanding ofRule = known == null ? new QueryStanding(id, flag.about(), false, false) : known;
        boolean standing = flags(flag.about()).stream().anyMatch(one -> one.id().equals(id));
        return Optional.of(standing ? ofRule : ofRule.withoutMore());
    }

    public Privacy privacy() {
        return privacy;
    }

    int nextQuery() {
        return 1
                + (int) queries.values().stream()
                        .filter(query -> query.id().value().startsWith(RecordIds.QUERY))
                        .count();
    }

    /** The next number of a kind; numbers of retracted records are not given again. */
    int next(RecordKind kind) {
        Tree<Integer, Held<?>> shelf = shelves.get(kind);
        Integer last = shelf == null ? null : shelf.lastKey();
        return last == null ? 1 : last + 1;
    }

    int nextFlag() {
        Integer last = flagsRaised.lastKey();
        return last == null ? 1 : last + 1;
    }

    private Held<?> known(RecordId id) {
        return record(id).orElseThrow(() -> new IllegalStateException("the history names " + id + " before making it"));
    }

    private static Held<ClinicalRecord> changed(Held<?> old, ClinicalRecord base, boolean retracted, boolean byPerson) {
        return new Held<>(old.id(), old.number(), old.made(), base, base, retracted, byPerson, old.row());
    }

    private SubjectState holding(Held<?> held, @Nullable String row) {
        Tree<RecordKind, Tree<Integer, Held<?>>> with = shelved(shelves, held);
        RecordId supplemented = held.base() instanceof Supplement supplement ? supplement.of() : held.id();
        Tree<String, LastImport> known = row == null
                ? rows
                : rows.put(beforeDigest(row), new LastImport(row.substring(row.lastIndexOf('|') + 1), held.id()));
        return new SubjectState(
                study,
                subject,
                version + 1,
                supplemented(with, supplemented),
                flagsRaised,
                flagsStanding,
                known,
                queries,
                privacy);
    }

    /** The same, with the details of a record brought in line with its supplements. */
    private static Tree<RecordKind, Tree<Integer, Held<?>>> supplemented(
            Tree<RecordKind, Tree<Integer, Held<?>>> shelves, RecordId id) {
        Held<?> held = find(shelves, id);
        if (held == null) {
            return shelves;
        }
        List<Held<?>> supplements = new ArrayList<>();
        for (RecordKind kind : RecordIds.supplementsOf(RecordKind.of(held.base()))) {
            Tree<Integer, Held<?>> shelf = shelves.get(kind);
            if (shelf != null) {
                shelf.values().stream()
                        .filter(one -> !one.retracted()
                                && one.base() instanceof Supplement supplement
                                && supplement.of().equals(id))
                        .forEach(supplements::add);
            }
        }
        ClinicalRecord details = held.base();
        supplements.sort(Comparator.comparing(Held::made));
        for (Held<?> supplement : supplements) {
            details = ((Supplement) supplement.base()).onto(details);
        }
        return details == held.details()
                ? shelves
                : shelved(
                        shelves,
                        new Held<>(
                                held.id(),
                                held.number(),
                                held.made(),
                                held.base(),
                                details,
                                held.retracted(),
                                held.byPerson(),
                                held.row()));
    }

    private static Tree<RecordKind, Tree<Integer, Held<?>>> shelved(
            Tree<RecordKind, Tree<Integer, Held<?>>> shelves, Held<?> held) {
        RecordKind kind = RecordKind.of(held.base());
        Tree<Integer, Held<?>> shelf = Objects.requireNonNullElseGet(shelves.get(kind), Tree::empty);
        return shelves.put(kind, shelf.put(held.number(), held));
    }

    private static @Nullable Held<?> find(Tree<RecordKind, Tree<Integer, Held<?>>> shelves, RecordId id) {
        Optional<RecordKind> kind = RecordIds.kind(id);
        Tree<Integer, Held<?>> shelf = kind.isEmpty() ? null : shelves.get(kind.get());
        Held<?> held = shelf == null ? null : shelf.get(RecordIds.number(id));
        return held == null || !held.id().equals(id) ? null : held;
    }

    private SubjectState asking(QueryStanding query) {
        return new SubjectState(
                study,
                subject,
                version + 1,
                shelves,
                flagsRaised,
                flagsStanding,
                rows,
                queries.put(query.id(), query),
                privacy);
    }

    private SubjectState flagged(RecordFlagged raised) {
        StandingFlag flag =
                new StandingFlag(raised.flag(), raised.about(), raised.rule(), raised.code(), raised.values());
        List<StandingFlag> holding = new ArrayList<>(flags(raised.about()));
        holding.add(flag);
        return withFlags(flagsRaised.put(RecordIds.number(raised.flag()), flag), raised.about(), holding);
    }

    private SubjectState resolved(FlagResolved resolved) {
        StandingFlag flag = flagsRaised.get(RecordIds.number(resolved.flag()));
        if (flag == null) {
            throw new IllegalStateException("the history resolves " + resolved.flag() + " before raising it");
        }
        List<StandingFlag> holding = new ArrayList<>(flags(flag.about()));
        holding.removeIf(standing -> standing.id().equals(flag.id()));
        return withFlags(flagsRaised, flag.about(), holding);
    }

    private SubjectState withFlags(
            Tree<Integer, StandingFlag> raised, @Nullable RecordId about, List<StandingFlag> holding) {
        return new SubjectState(
                study,
                subject,
                version + 1,
                shelves,
                raised,
                flagsStanding.put(about == null ? SUBJECT : about, List.copyOf(holding)),
                rows,
                queries,
                privacy);
    }

    private SubjectState withoutChange() {
        return new SubjectState(
                study, subject, version + 1, shelves, flagsRaised, flagsStanding, rows, queries, privacy);
    }

    private static @Nullable String key(@Nullable String row) {
        return row == null ? null : beforeDigest(row);
    }

    private static String beforeDigest(String row) {
        return row.substring(0, row.lastIndexOf('|'));
    }
}
