package io.leverage.continuation;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A string tokenizer that can travel: {@link StringTokenizer} keeps its state closed, so this class
 * splits the text itself. The preprocessor lets mobile code create it in that class's place.
 */
public final class MobileTokenizer extends StringTokenizer {
  private static final String WHITESPACE = " \t\n\r\f";

  private final String text;
  private final boolean givesDelimiters;
  private @Nullable String delimiters;
  private int position;

  /** Splits at whitespace. */
  public MobileTokenizer(String text) {
    this(text, WHITESPACE, false);
  }

  /** Splits at delimiters. */
  public MobileTokenizer(String text, String delimiters) {
    this(text, delimiters, false);
  }

  /**
   * Splits at delimiters.
   *
   * @param givesDelimiters whether delimiters are tokens as well
   */
  public MobileTokenizer(String text, @Nullable String delimiters, boolean givesDelimiters) {
    super("");
    this.text = Objects.requireNonNull(text);
    this.delimiters = delimiters;
    this.givesDelimiters = givesDelimiters;
  }

  private boolean isDelimiter(int at) {
    if (delimiters == null) {
      throw new NullPointerException();
    }
    return delimiters.indexOf(text.codePointAt(at)) >= 0;
  }

  private int afterDelimiters(int from) {
    if (delimiters == null) {
      throw new NullPointerException();
    }
    int at = from;
    while (!givesDelimiters && at < text.length() && isDelimiter(at)) {
      at = after(at);
    }
    return at;
  }

  private int afterToken(int from) {
    int at = from;
    while (at < text.length() && !isDelimiter(at)) {
      at = after(at);
    }
    return givesDelimiters && at == from && at < text.length() ? after(at) : at;
  }

  private int after(int at) {
    return at + Character.charCount(text.codePointAt(at));
  }

  @Override
  public boolean hasMoreTokens() {
    return afterDelimiters(position) < text.length();
  }

  @Override
  public String nextToken() {
    int start = afterDelimiters(position);
    if (start >= text.length()) {
      position = start;
      throw new NoSuchElementException();
    }
    position = afterToken(start);
    return text.substring(start, position);
  }

  @Override
  public String nextToken(String newDelimiters) {
    delimiters = newDelimiters;
    return nextToken();
  }

  @Override
  public boolean hasMoreElements() {
    return hasMoreTokens();
  }

  @Override
  public Object nextElement() {
    return nextToken();
  }

  @Override
  public int countTokens() {
    int count = 0;
    int at = afterDelimiters(position);
    while (at < text.length()) {
      at = afterDelimiters(afterToken(at));
      count++;
    }
    return count;
  }
}
