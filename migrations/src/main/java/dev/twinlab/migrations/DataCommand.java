package dev.twinlab.migrations;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "data",
        description =
                "Loads the data set into an empty, migrated database; the same sizes give the same rows everywhere.")
final class DataCommand implements Callable<Integer> {
    private final Main main;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "10000",
            description = "1..999999; default ${DEFAULT-VALUE}.")
    private int products;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "100000",
            description = "0..10000000; default ${DEFAULT-VALUE}.")
    private int orders;

    @Option(names = "--replace", description = "Delete every row of every table first.")
    private boolean replace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DataCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        DataSet dataSet = dataSet();
        var database = main.connect();
        long start = System.nanoTime();
        if (replace) {
            dataSet.replace(database);
        } else {
            dataSet.load(database);
        }
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%,d products and %,d orders loaded in %.1f s.%n",
                        products,
                        orders,
                        Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
        return 0;
    }

    private DataSet dataSet() {
        try {
            return new DataSet(products, orders);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
