package dev.twinlab.lab.run;

import dev.twinlab.lab.tool.Database;
import dev.twinlab.migrations.DataSet;
import dev.twinlab.migrations.MigrationException;
import dev.twinlab.migrations.TemplateDatabase;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases of a campaign: a loaded template, and a fresh copy of it for whoever writes. */
final class RunDatabases implements AutoCloseable {
    private static final String TEMPLATE = "twinlab_template";
    private static final int LOGIN_LIMIT_SECONDS = 30;

    private final Database server;
    private final DataSet dataSet;
    private final TemplateDatabase template;
    private final String prefix = "twinlab_" + ProcessHandle.current().pid() + "_";
    private int made;

    RunDatabases(Database server, DataSet dataSet) {
        this.server = server;
        this.dataSet = dataSet;
        this.template = new TemplateDatabase(this::source, TEMPLATE);
    }

    /** Loads the template where it is not there; takes seconds. */
    void prepare() {
        template.prepare(dataSet);
    }

    /** The name of a new copy; the server's buffers are flushed with it. */
    String fresh() {
        String name = prefix + ++made;
        template.copyTo(name);
        return name;
    }

    /** Drops a copy; one that cannot be dropped now, because the server has died, goes with the server. */
    void drop(String name) {
        try {
            template.drop(name);
        } catch (MigrationException e) {
            if (server.alive()) {
                throw e;
            }
        }
    }

    DataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.url(name));
        source.setUser(server.user());
        source.setPassword(server.password());
        source.setApplicationName("lab");
        source.setLoginTimeout(LOGIN_LIMIT_SECONDS);
        return source;
    }

    /** Drops every copy that was made and is still there. */
    @Override
    public void close() {
        for (int i = 1; i <= made; i++) {
            if (!server.alive()) {
                return;
            }
            drop(prefix + i);
        }
    }
}
