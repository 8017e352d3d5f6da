// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An enumeration of the model. Constant. */
public final class Enumeration {
  private final String name;
  private final List<Value> values = new ArrayList<>();
  private final Map<String, Value> byName = new HashMap<>();
  private final Map<Integer, Value> byNumber = new HashMap<>();

  Enumeration(long pointer) {
    name = Text.at(Lib.qms_enum_name(pointer));
    for (long i = 0; i < Lib.qms_enum_value_count(pointer); i++) {
      add(new Value(pointer, Lib.qms_enum_value_at(pointer, i)));
    }
  }

  private void add(Value value) {
    values.add(value);
    byName.put(value.xml, value);
    byNumber.put(value.number, value);
    byName.put(value.name, value);
  }

  /** Enumeration of an API name such as "agency_type"; null if there is none. */
  public static Enumeration of(String name) {
    return Model.enumerations.get(name);
  }

  /** All enumerations. */
  public static List<Enumeration> all() {
    return new ArrayList<>(Model.enumerations.values());
  }

  /** API name. */
  public String name() {
    return name;
  }

  /** Its values in order. */
  public List<Value> values() {
    return Collections.unmodifiableList(values);
  }

  /** Value of an API name or of the text in files; null if there is none. */
  public Value value(String nameOrText) {
    return byName.get(nameOrText);
  }

  /** Value of a number of the ABI; null if there is none. */
  public Value value(int number) {
    return byNumber.get(number);
  }

  /** API name of a number; null if there is none. */
  String nameOf(int number) {
    Value value = byNumber.get(number);
    return value == null ? null : value.name;
  }

  /** One value. */
  public static final class Value {
    private final int number;
    private final String name;
    private final String xml;
    private final String label;
    private final String labelEn;

    private Value(long pointer, int number) {
      this.number = number;
      name = Text.at(Lib.qms_enum_value_name(pointer, number));
      xml = Text.at(Lib.qms_enum_value_xml(pointer, number));
      label = Text.at(Lib.qms_enum_value_label(pointer, number, Lib.VI));
      labelEn = Text.at(Lib.qms_enum_value_label(pointer, number, Lib.EN));
    }

    /** Number of the ABI. */
    public int number() {
      return number;
    }

    /** API name. */
    public String name() {
      return name;
    }

    /** Text in files. */
    public String xml() {
      return xml;
    }

    /** Words for people, Vietnamese. */
    public String label() {
      return label;
    }

    /** Words for people, English. */
    public String labelEn() {
      return labelEn;
    }
  }
}
