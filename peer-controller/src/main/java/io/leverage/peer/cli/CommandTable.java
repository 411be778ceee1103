package io.leverage.peer.cli;

import io.leverage.preprocessor.cli.ExplainCommand;
import io.leverage.preprocessor.cli.PreprocessCommand;
import io.leverage.runtime.cli.ExecCommand;
import io.leverage.runtime.cli.InspectCommand;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The commands, in the order in which the help lists them: Leverage's own, and then those of other
 * jars. The latter are looked up only when they are asked for, so a peer loads none of them.
 */
final class CommandTable {
  private static final int NEAR = 3;

  private final Map<String, Command> own = new LinkedHashMap<>();
  private final Iterable<Command> others;

  CommandTable(List<Command> own, Iterable<Command> others) {
    own.forEach(command -> this.own.put(command.name(), command));
    this.others = others;
  }

  static CommandTable standard() {
    return new CommandTable(
        List.of(
            new PeerCommand(),
            new RunCommand(),
            new PeersCommand(),
            new PsCommand(),
            new TopCommand(),
            new LogsCommand(),
            new WhyCommand(),
            new MigrateCommand(),
            new DelegatedCommand(
                "preprocess",
                "makes Java sources mobile: threads that run them can move and survive",
                PreprocessCommand::run),
            new DelegatedCommand(
                "explain",
                "says why a method of the sources is, or is not, checkpointable",
                ExplainCommand::run),
            new DelegatedCommand(
                "exec",
                "runs a preprocessed main as a virtual thread in this process",
                ExecCommand::run),
            new DelegatedCommand(
                "inspect", "prints a frozen stack with its locals", InspectCommand::run)),
        ServiceLoader.load(Command.class));
  }

  List<Command> all() {
    return List.copyOf(byName().values());
  }

  Optional<Command> find(String name) {
    Command command = own.get(name);
    return Optional.ofNullable(command == null ? byName().get(name) : command);
  }

  /** Finds the command that somebody may have meant. */
  Optional<String> suggest(String name) {
    return byName().keySet().stream()
        .filter(command -> distance(name, command) < Math.min(NEAR, command.length()))
        .min(Comparator.comparingInt(command -> distance(name, command)));
  }

  private Map<String, Command> byName() {
    Map<String, Command> all = new LinkedHashMap<>(own);
    others.forEach(command -> all.putIfAbsent(command.name(), command));
    return all;
  }

  /** Gets how many letters must be put in, taken out or changed. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
