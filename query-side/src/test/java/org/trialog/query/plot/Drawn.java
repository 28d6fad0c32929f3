package org.trialog.query.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture as a program reads it. */
public record Drawn(String text, Document document) {

    private static final Path FOLDER = Path.of("src/test/resources/plot");

    /** It is well-formed, and harmless within a page that trusts nothing. */
    public static Drawn of(String text) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
            assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
            harmless(document.getElementsByTagName("*"));
            return new Drawn(text, document);
        } catch (Exception unreadable) {
            throw new AssertionError("not well-formed: " + text, unreadable);
        }
    }

    private static void harmless(NodeList elements) {
        for (int i = 0; i < elements.getLength(); i++) {
            assertThat(elements.item(i).getNodeName())
                    .isIn("svg", "title", "desc", "g", "rect", "path", "circle", "text");
            NamedNodeMap attributes = elements.item(i).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                assertThat(attributes.item(j).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("style", "id", "href", "xlink:href");
                assertThat(attributes.item(j).getNodeValue()).doesNotContain("url(");
            }
        }
    }

    /** {@code -Dtest.jvm.options=-Dtrialog.write=true} writes the file; what changed is then looked at as a picture. */
    public void isAsIn(String name) {
        Path file = FOLDER.resolve(name + ".svg");
        try {
            if (Boolean.getBoolean("trialog.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String title() {
        return first("title");
    }

    public String description() {
        return first("desc");
    }

    /** All elements with an attribute of that value. */
    public List<Element> marks(String attribute, String value) {
        List<Element> marks = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.getAttribute("data-" + attribute).equals(value)) {
                marks.add(element);
            }
        }
        return marks;
    }

    /** The words of an element that are drawn; what a pointer shows is not among them. */
    public static String words(Element element) {
        NodeList texts = element.getElementsByTagName("text");
        return texts.getLength() == 0 ? "" : texts.item(0).getTextContent();
    }

    public static List<String> several(Element element, String attribute) {
        String value = element.getAttribute("data-" + attribute);
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(" "));
    }

    public static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute("data-" + attribute));
    }

    private String first(String name) {
        return document.getElementsByTagName(name).item(0).getTextContent();
    }
}
