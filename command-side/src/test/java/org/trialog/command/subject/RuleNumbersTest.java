package org.trialog.command.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Traces the domain's rules to their tests: a test of a rule is named {@code rule09_…} after its number. */
class RuleNumbersTest {

    private static final Pattern NAME = Pattern.compile("rule(\\d\\d)_\\w+");

    @Test
    void everyRuleOfTheDomainHasATestThatNamesItsNumber() throws Exception {
        TreeMap<Integer, SortedSet<String>> tests = testsByRule();
        List<Integer> judged = RuleBook.STANDARD.rules().stream()
                .map(Rule::number)
                .filter(number -> number != 0)
                .distinct()
                .sorted()
                .toList();
        assertThat(judged).hasSizeGreaterThan(15);
        assertThat(judged).as("rules with a test, out of %s", tests).allMatch(tests::containsKey);
    }

    private static TreeMap<Integer, SortedSet<String>> testsByRule() throws Exception {
        Path root = Path.of(RuleNumbersTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> names;
        try (Stream<Path> files = Files.walk(root)) {
            names = files.map(root::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith("Test.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
        TreeMap<Integer, SortedSet<String>> tests = new TreeMap<>();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, RuleNumbersTest.class.getClassLoader());
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))
                    .map(Method::getName)
                    .map(NAME::matcher)
                    .filter(Matcher::matches)
                    .forEach(test -> tests.computeIfAbsent(Integer.valueOf(test.group(1)), rule -> new TreeSet<>())
                            .add(type.getSimpleName() + "." + test.group()));
        }
        return tests;
    }
}
