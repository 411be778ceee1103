package io.leverage.preprocessor.internal.parse;

import java.util.regex.Pattern;

/** Unicode escapes in identifiers: javac decodes them, JavaParser keeps them. */
final class UnicodeEscapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

  private UnicodeEscapes() {}

  static String decode(String name) {
    return name.indexOf('\\') < 0
        ? name
        : ESCAPE
            .matcher(name)
            .replaceAll(escape -> Character.toString((char) Integer.parseInt(escape.group(1), 16)));
  }
}
