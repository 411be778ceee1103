package io.leverage.peer.internal.client;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps the embedded peer from filling the user's console. A program that configures no logging has
 * Logback's fallback, which writes everything down to DEBUG: there, what belongs to the peer only
 * warns. A program that configures its logging has what it configured.
 */
final class QuietLibraries {
  private static final List<String> LOGGERS =
      List.of(
          "io.leverage",
          "org.infinispan",
          "org.jgroups",
          "org.jboss",
          "io.micrometer",
          "com.arjuna",
          "io.netty");

  private QuietLibraries() {}

  static void quietUnlessConfigured() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context && isFallback(context)) {
      for (String name : LOGGERS) {
        Logger logger = context.getLogger(name);
        if (logger.getLevel() == null) {
          logger.setLevel(Level.WARN);
        }
      }
    }
  }

  /** Tells whether nobody configured anything: one appender to the console, at DEBUG. */
  private static boolean isFallback(LoggerContext context) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Iterator<? extends Appender<?>> appenders = root.iteratorForAppenders();
    return root.getLevel() == Level.DEBUG
        && System.getProperty("logback.configurationFile") == null
        && appenders.hasNext()
        && "console".equals(appenders.next().getName())
        && !appenders.hasNext()
        && List.of("logback.xml", "logback-test.xml", "logback.scmo").stream()
            .allMatch(file -> resource(file) == null);
  }

  private static java.net.@org.jspecify.annotations.Nullable URL resource(String name) {
    return QuietLibraries.class.getClassLoader().getResource(name);
  }
}
