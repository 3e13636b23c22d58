package dev.twinlab.lab.tool;

import dev.twinlab.lab.LabFailure;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A sleeping shell that outlives the lab by a moment: when the lab ends in whatever way, even by {@code kill -9}, the pipe
 * between them closes, and the shell kills every process and removes every folder that was entrusted to it and not taken back.
 */
public final class OrphanGuard implements AutoCloseable {
    // One item a line, since names of folders may have spaces: p and a pid, or f and a folder.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            list=''
            newline='
            '
            while IFS= read -r line; do
              item=${line#?}
              case $line in
                +*) list=$list$item$newline ;;
                -*) old=$list; list=''
                    while IFS= read -r one; do
                      [ -z "$one" ] || [ "$one" = "$item" ] || list=$list$one$newline
                    done <<EOF
            $old
            EOF
                ;;
              esac
            done
            while IFS= read -r one; do
              case $one in p*) kill -9 "${one#p}" 2>/dev/null ;; esac
            done <<EOF
            $list
            EOF
            sleep 1
            while IFS= read -r one; do
              case $one in f/*) rm -rf "${one#f}" ;; esac
            done <<EOF
            $list
            EOF
            """;

    private final Process shell;
    private final Writer orders;

    private OrphanGuard(Process shell) {
        this.shell = shell;
        this.orders = shell.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the guard. */
    public static OrphanGuard start() {
        try {
            return new OrphanGuard(new ProcessBuilder("sh", "-c", SCRIPT, "twinlab-guard")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new LabFailure("A shell ('sh') is needed to clean up after the lab, but: " + e.getMessage() + ".", e);
        }
    }

    /** From now on {@code pid} is killed when the lab ends without {@link #release(long)}. */
    public void entrust(long pid) {
        tell("+p" + pid);
    }

    public void release(long pid) {
        tell("-p" + pid);
    }

    /** From now on the folder is removed when the lab ends without {@link #release(Path)}. */
    public void entrust(Path folder) {
        tell("+f" + folder.toAbsolutePath());
    }

    public void release(Path folder) {
        tell("-f" + folder.toAbsolutePath());
    }

    private synchronized void tell(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException gone) {
            // Somebody has killed the guard; what it would have done, the sweep at the next start does.
            return;
        }
    }

    /** Ends the guard, which kills and removes what is still entrusted to it. */
    @Override
    public void close() {
        try {
            orders.close();
            shell.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException gone) {
            shell.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
