package org.trialog.events.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trialog.events.protocol.Located.Field;
import org.trialog.events.protocol.Located.Keyed;
import org.trialog.events.protocol.Located.Listed;
import org.trialog.events.protocol.Located.Place;
import org.trialog.events.protocol.Located.Scalar;
import org.trialog.events.protocol.ProtocolProblem.Finding;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Composes one YAML document into a tree that knows its places. Built on the parser's events, so that nothing is made from
 * tags, an anchor can be repeated only so often, and a key stands once.
 */
final class YamlReader {

    private static final int MOST_VALUES = 50_000;
    private static final int DEEPEST = 40;

    private final String file;
    private final Iterator<Event> events;
    private final Map<String, Located> anchors = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private int values;

    private YamlReader(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.file = file;
        this.events = new Yaml(options).parse(new StringReader(text)).iterator();
    }

    /** @throws ProtocolProblem when it is not one YAML document within the bounds */
    static Located read(String file, String text) {
        try {
            return new YamlReader(file, text).document();
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            String context = malformed.getContext() == null ? "" : malformed.getContext() + ": ";
            throw refused(
                    file,
                    mark == null ? new Place(1, 1) : place(mark),
                    "",
                    "this is not YAML: " + context + malformed.getProblem());
        } catch (YAMLException malformed) {
            throw refused(file, new Place(1, 1), "", "this is not YAML: " + malformed.getMessage());
        }
    }

    private Located document() {
        events.next();
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent)) {
            throw refused(file, new Place(1, 1), "", "the file is empty");
        }
        Located root = value(events.next(), "", 0);
        events.next();
        Event after = events.next();
        if (after instanceof DocumentStartEvent) {
            throw refused(
                    file, place(after.getStartMark()), "", "a second document starts here: one file is one document");
        }
        return root;
    }

    private Located value(Event event, String path, int depth) {
        Place place = place(event.getStartMark());
        if (depth > DEEPEST) {
            throw refused(file, place, path, "this is nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return repeated(alias.getAnchor(), place, path);
        }
        int before = values;
        count(1, place, path);
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag != null) {
            throw refused(file, place, path, "tags such as %s are not used in a protocol file".formatted(tag));
        }
        Located made =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar, place);
                    case SequenceStartEvent _ -> sequence(place, path, depth);
                    default -> mapping(place, path, depth);
                };
        String anchor = event instanceof NodeEvent node ? node.getAnchor() : null;
        if (anchor != null) {
            anchors.put(anchor, made);
            sizes.put(anchor, values - before);
        }
        return made;
    }

    private Located repeated(String anchor, Place place, String path) {
        @Nullable Located made = anchors.get(anchor);
        if (made == null) {
            throw refused(file, place, path, "no value before this one is named &" + anchor);
        }
        count(sizes.getOrDefault(anchor, 1), place, path);
        return made;
    }

    private void count(int more, Place place, String path) {
        values += more;
        if (values > MOST_VALUES) {
            throw refused(file, place, path, "the file holds more than " + MOST_VALUES + " values");
        }
    }

    private Located mapping(Place place, String path, int depth) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
            Place at = place(event.getStartMark());
            if (!(event instanceof ScalarEvent key)) {
                throw refused(file, at, path, "a key must be a word");
            }
            String name = key.getValue();
            String below = path.isEmpty() ? name : path + "." + name;
            Field earlier = fields.get(name);
            if (earlier != null) {
                throw refused(
                        file,
                        at,
                        below,
                        "the key stands twice; first on line " + earlier.key().line());
            }
            fields.put(name, new Field(at, value(events.next(), below, depth + 1)));
        }
        return new Keyed(place, fields);
    }

    private Located sequence(Place place, String path, int depth) {
        List<Located> items = new ArrayList<>();
        for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
            items.add(value(event, path + "[" + items.size() + "]", depth + 1));
        }
        return new Listed(place, items);
    }

    private static Located scalar(ScalarEvent scalar, Place place) {
        String written = scalar.getValue();
        return new Scalar(
                place,
                written,
                scalar.getScalarStyle() == ScalarStyle.PLAIN
                        ? YamlScalar.plain(written)
                        : JsonNodeFactory.instance.textNode(written));
    }

    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static ProtocolProblem refused(String file, Place place, String path, String sentence) {
        return new ProtocolProblem(file, List.of(new Finding(place.line(), place.column(), path, sentence)));
    }
}
