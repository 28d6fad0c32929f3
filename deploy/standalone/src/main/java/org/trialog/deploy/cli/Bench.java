package org.trialog.deploy.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trialog.deploy.bench.Measure;
import org.trialog.deploy.bench.Speed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: measures on this machine what users wait for, each figure beside its limit. */
@Command(name = "bench", description = "Measure speed: every figure beside its limit.", mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "main", description = "main")
    private String name = "main";

    @Option(names = "--sdtm", paramLabel = "FOLDER", required = true, description = "the SDTM study to import")
    private @Nullable Path sdtm;

    @Option(names = "--study", paramLabel = "ID", defaultValue = "cdiscpilot01", description = "its STUDYID, any case")
    private String study = "cdiscpilot01";

    @Override
    public Integer call() throws Exception {
        if (!name.equals("main")) {
            throw new Failure("bench-unknown", "There is no benchmark '" + name + "': the one there is is main.");
        }
        if (sdtm == null || !Files.isDirectory(sdtm)) {
            throw new Failure("not-a-folder", sdtm + " is not a folder with one file a domain.");
        }
        Path data = Files.createTempDirectory("trialog-bench");
        List<Measure> measures = new Speed(data, sdtm, Arguments.study(study)).run(System.err::println);
        PrintStream out = Arguments.out();
        out.println(Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version());
        measures.forEach(out::println);
        out.flush();
        System.err.println("the benchmark's data are in " + data + "; delete them when you have looked");
        return 0;
    }
}
