// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;

/** Texts between Java and C: always UTF-8, never the charset of the platform. */
final class Text {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private Text() {}

  /** UTF-8 that ends with NUL; null for null. A text that a C string cannot hold is refused. */
  static byte[] bytes(String text) {
    if (text == null) {
      return null;
    }
    if (text.indexOf('\0') >= 0) {
      throw refused("a text may not hold U+0000");
    }
    return encode(text + '\0');
  }

  /** UTF-8 without an end, for what is passed with its size. */
  static byte[] encode(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw refused("a text may not hold half of a surrogate pair");
    }
  }

  private static QmsException refused(String message) {
    return new QmsException(Status.VALUE, Collections.singletonList(new Problem(Status.VALUE, message)));
  }

  /** A scalar as the text that files have. */
  static String of(Object value) {
    if (value instanceof BigDecimal) {
      return ((BigDecimal) value).toPlainString();
    }
    return value instanceof OffsetDateTime ? TIME.format((OffsetDateTime) value) : value.toString();
  }

  /** The text at an address that C keeps; null for NULL. */
  static String at(long address) {
    return address == 0 ? null : new Pointer(address).getString(0, "UTF-8");
  }

  /** The text at an address that C handed over, which is freed; null for NULL. */
  static String take(long address) {
    try {
      return at(address);
    } finally {
      Lib.qms_free(address);
    }
  }
}
