package io.leverage.benchmarks.kernels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Parses JSON by recursive descent and adds up its numbers. */
public final class Json extends Kernel {
  private static final String TEXT = text();

  private String input = "";
  private int at;

  @Override
  public long expected() {
    return 716676L;
  }

  @Override
  public Long call() {
    long sum = 0;
    for (int round = 0; round < rounds(3); round++) {
      input = TEXT;
      at = 0;
      sum += sum(value());
    }
    return sum;
  }

  private static String text() {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 600; i++) {
      text.append(i == 0 ? "" : ", ").append("{\"id\": ").append(i);
      text.append(", \"name\": \"n\\u0061me-").append(random.nextInt(1000)).append('"');
      text.append(", \"size\": ").append(random.nextInt(2000) - 1000);
      text.append(", \"open\": ").append(random.nextBoolean());
      text.append(", \"tags\": [\"a\", \"b\\n\", null], \"at\": {\"x\": ");
      text.append(random.nextInt(99)).append(", \"y\": ").append(random.nextInt(99)).append("}}");
    }
    return text.append(']').toString();
  }

  private static long sum(Object value) {
    long sum = 0;
    if (value instanceof Long number) {
      sum = number;
    } else if (value instanceof String string) {
      sum = string.length();
    } else if (value instanceof List<?> list) {
      for (Object each : list) {
        sum += sum(each);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Object each : map.values()) {
        sum += sum(each);
      }
    }
    return sum;
  }

  private Object value() {
    skip();
    char c = input.charAt(at);
    switch (c) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
      case 't':
        at += 4;
        return true;
      case 'f':
        at += 5;
        return false;
      case 'n':
        at += 4;
        return null;
      default:
        return number();
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    while (!ends('}')) {
      skip();
      String name = string();
      expect(':');
      members.put(name, value());
    }
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    at++;
    while (!ends(']')) {
      elements.add(value());
    }
    return elements;
  }

  private boolean ends(char close) {
    skip();
    if (input.charAt(at) == ',') {
      at++;
      return false;
    }
    if (input.charAt(at) == close) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    skip();
    if (input.charAt(at++) != wanted) {
      throw new IllegalStateException(wanted + " expected at " + at);
    }
  }

  private String string() {
    StringBuilder text = new StringBuilder();
    at++;
    while (input.charAt(at) != '"') {
      char c = input.charAt(at++);
      text.append(c == '\\' ? escape() : c);
    }
    at++;
    return text.toString();
  }

  private char escape() {
    char c = input.charAt(at++);
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(input.substring(at - 4, at), 16);
    }
    return c == 'n' ? '\n' : c;
  }

  private Long number() {
    boolean negative = input.charAt(at) == '-';
    if (negative) {
      at++;
    }
    long number = 0;
    while (at < input.length() && isDigit(input.charAt(at))) {
      number = number * 10 + input.charAt(at++) - '0';
    }
    return negative ? -number : number;
  }

  private void skip() {
    while (at < input.length() && isSpace(input.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }
}
