import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matchers in use across safepoints, over texts that change or not. */
public class Matchers {
  public static void main(String[] args) {
    Matcher words = Pattern.compile("(?<first>\\w)(\\w*)").matcher("alpha beta gamma delta");
    StringBuilder out = new StringBuilder();
    while (words.find()) {
      for (int group = 0; group <= words.groupCount(); group++) {
        System.out.print(words.group(group) + "@" + words.start(group) + " ");
      }
      words.appendReplacement(out, "${first}.");
      if (words.start() == 6) words.region(11, 20);
    }
    System.out.println(words.appendTail(out) + " " + words.hitEnd());

    StringBuilder text = new StringBuilder("a1b2");
    Matcher digits = Pattern.compile("\\d").matcher(text);
    while (digits.find()) {
      System.out.println(digits.group() + text);
      if (text.length() == 4) {
        text.append("c3");
        digits.region(digits.end(), text.length());
      }
    }
    try {
      digits.group();
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
