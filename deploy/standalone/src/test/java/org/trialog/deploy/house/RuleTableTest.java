package org.trialog.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The table rule → test → result, from the names of the tests and what they came to in this build. It is written to {@code
 * target/rules.md}; a rule of the domain without a test that names it, or with one that failed, fails the build.
 */
final class RuleTableTest {

    private static final Pattern NAME = Pattern.compile("rule(\\d\\d)_(\\w+).*");
    private static final int RULES = 43;

    /** What is no decision of this build, and why. */
    private static final Map<Integer, String> ELSEWHERE = Map.of(
            20, "windows are the protocol's: rule 9 and the visit windows judge them",
            39, "electronic signatures are not built yet",
            40, "unblinding is not built yet");

    @Test
    void everyRuleOfTheDomainHasATestThatNamesItAndPasses() throws Exception {
        SortedMap<Integer, SortedMap<String, String>> table = new TreeMap<>();
        for (String module : List.of("command-side", "query-side")) {
            Path reports = Path.of(System.getProperty("trialog.root"), module, "target/surefire-reports");
            assumeThat(reports)
                    .as("the reports of %s, which this build has not made", module)
                    .isDirectory();
            read(reports, table);
        }
        assumeThat(table.size()).as("rules in the reports of a whole build").isGreaterThan(20);
        write(table);

        assertThat(table.values())
                .allSatisfy(tests -> assertThat(tests.values()).containsOnly("passed"));
        assertThat(IntStream.rangeClosed(1, RULES)
                        .filter(rule -> !table.containsKey(rule) && !ELSEWHERE.containsKey(rule))
                        .boxed())
                .as("rules without a test")
                .isEmpty();
    }

    private static void read(Path reports, SortedMap<Integer, SortedMap<String, String>> table) throws Exception {
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                NodeList cases = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("testcase");
                for (int i = 0; i < cases.getLength(); i++) {
                    Element test = (Element) cases.item(i);
                    Matcher name = NAME.matcher(test.getAttribute("name"));
                    if (name.matches()) {
                        String type = test.getAttribute("classname");
                        table.computeIfAbsent(Integer.valueOf(name.group(1)), rule -> new TreeMap<>())
                                .merge(
                                        type.substring(type.lastIndexOf('.') + 1) + " " + name.group(2),
                                        result(test),
                                        (one, other) -> one.equals("passed") ? other : one);
                    }
                }
            }
        }
    }

    private static String result(Element test) {
        boolean failed = test.getElementsByTagName("failure").getLength() > 0
                || test.getElementsByTagName("error").getLength() > 0;
        return failed ? "failed" : test.getElementsByTagName("skipped").getLength() > 0 ? "skipped" : "passed";
    }

    private static void write(SortedMap<Integer, SortedMap<String, String>> table) throws IOException {
        StringBuilder text = new StringBuilder("| rule | test | result |\n|---|---|---|\n");
        for (int rule = 1; rule <= RULES; rule++) {
            if (ELSEWHERE.containsKey(rule) && !table.containsKey(rule)) {
                text.append("| %d | — | %s |%n".formatted(rule, ELSEWHERE.get(rule)));
            }
            int number = rule;
            table.getOrDefault(rule, new TreeMap<>())
                    .forEach((test, result) -> text.append("| %d | %s | %s |%n".formatted(number, test, result)));
        }
        Files.writeString(Path.of(System.getProperty("trialog.root"), "deploy/standalone/target/rules.md"), text);
    }
}
