package org.trialog.deploy.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialog.deploy.bench.LongSubject;
import org.trialog.deploy.bench.Measure;
import org.trialog.deploy.bench.Outcomes;
import org.trialog.deploy.bench.Speed;
import org.trialog.deploy.bench.Visits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: measures on this machine what users wait for, each figure beside its limit. */
@Command(name = "bench", description = "Measure speed: every figure beside its limit.", mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "main",
            description = {
                "main: import, outcomes, a past moment, visibility, start (needs --sdtm)",
                "visits: whole visits over HTTP by eight coordinators at once",
                "subjects: a command on a long subject in a large history against one on a short subject",
                "outcomes: the statistics of 100,000 subjects with 1,000,000 events, beside R if it is installed"
            })
    private String name = "main";

    @Option(names = "--sdtm", paramLabel = "FOLDER", description = "main: the SDTM study to import")
    private @Nullable Path sdtm;

    @Option(names = "--study", paramLabel = "ID", defaultValue = "cdiscpilot01", description = "its STUDYID, any case")
    private String study = "cdiscpilot01";

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "subjects: how many events the history has")
    private int events = 1_000_000;

    @Override
    public Integer call() throws Exception {
        List<Measure> measures =
                switch (name) {
                    case "main" -> new Speed(folder(), sdtm(), Arguments.study(study)).run(System.err::println);
                    case "visits" -> new Visits(folder()).run(System.err::println);
                    case "subjects" -> new LongSubject(folder(), events).run(System.err::println);
                    case "outcomes" -> new Outcomes(folder()).run(System.err::println);
                    default ->
                        throw new Failure(
                                "bench-unknown",
                                "There is no benchmark '" + name + "': there are main, visits, subjects and outcomes.");
                };
        PrintStream out = Arguments.out();
        out.println(Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
        measures.forEach(out::println);
        out.flush();
        return 0;
    }

    private Path sdtm() {
        if (sdtm == null) {
            throw new Failure("missing-option", "The benchmark main imports a study: name its folder with --sdtm.");
        }
        if (!Files.isDirectory(sdtm)) {
            throw new Failure("not-a-folder", sdtm + " is not a folder with one file a domain.");
        }
        return sdtm;
    }

    private static Path folder() throws IOException {
        Path data = Files.createTempDirectory("trialog-bench");
        System.err.println("the benchmark's data are in " + data + "; delete them when you have looked");
        return data;
    }
}
