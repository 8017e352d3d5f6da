// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The little JSON that the binding needs: text to maps, lists, String, Long, BigDecimal, Boolean and null, and back. */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skipSpace();
    if (json.at != text.length()) {
      throw json.unexpected();
    }
    return value;
  }

  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  // ---- reading

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("unexpected JSON at character " + at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    skipSpace();
    if (at == text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private boolean accept(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!accept(wanted)) {
      throw unexpected();
    }
  }

  private Object value() {
    switch (peek()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw unexpected();
    }
    BigDecimal number = new BigDecimal(text.substring(start, at));
    boolean whole = text.substring(start, at).matches("-?[0-9]{1,18}");
    return whole ? (Object) number.longValueExact() : number;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    expect('[');
    if (accept(']')) {
      return items;
    }
    do {
      items.add(value());
    } while (accept(','));
    expect(']');
    return items;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    if (accept('}')) {
      return members;
    }
    do {
      peek();
      String name = string();
      expect(':');
      members.put(name, value());
    } while (accept(','));
    expect('}');
    return members;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    expect('"');
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return out.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    int place = "bfnrt".indexOf(c);
    if (place >= 0) {
      return "\b\f\n\r\t".charAt(place);
    }
    if (c != 'u') {
      return c;
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  // ---- writing

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map) {
      writeObject((Map<?, ?>) value, out);
    } else if (value instanceof Iterable) {
      writeArray((Iterable<?>) value, out);
    } else if (value == null || value instanceof Boolean || value instanceof Number) {
      out.append(value);
    } else {
      writeString(value.toString(), out);
    }
  }

  private static void writeObject(Map<?, ?> members, StringBuilder out) {
    String separator = "";
    out.append('{');
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(separator);
      writeString(member.getKey().toString(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeArray(Iterable<?> items, StringBuilder out) {
    out.append('[');
    for (Iterator<?> i = items.iterator(); i.hasNext(); ) {
      write(i.next(), out);
      out.append(i.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
