package org.trialog.deploy.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what becomes of their failures: a sentence with a code on stderr, never a stack trace. */
@Command(
        name = "trialog",
        description = "The event log of a clinical trial, and everything that can be known from it.",
        mixinStandardHelpOptions = true,
        version = "trialog 0.1.0",
        subcommands = {
            Serve.class,
            Demo.class,
            StudyCommands.class,
            Import.class,
            Outcomes.class,
            Overview.class,
            Provenance.class,
            Compare.class,
            Diff.class,
            ReceiptCommands.class,
            History.class,
            AccessLog.class,
            UserCommands.class,
            Bench.class
        })
public final class TrialogLine implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private TrialogLine() {}

    /** Runs a command line and returns its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new TrialogLine());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println("trialog: " + Failure.say(failure));
            command.getErr().flush();
            return 1;
        });
        line.setParameterExceptionHandler((failure, given) -> {
            CommandLine of = failure.getCommandLine();
            of.getErr().println(failure.getMessage());
            UnmatchedArgumentException.printSuggestions(failure, of.getErr());
            of.usage(of.getErr());
            return of.getCommandSpec().exitCodeOnInvalidInput();
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: one of the commands below");
    }
}
