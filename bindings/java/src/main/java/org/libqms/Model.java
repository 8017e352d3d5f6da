// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of the model, read from the library once. */
final class Model {
  static final Map<String, Enumeration> enumerations = new LinkedHashMap<>();
  static final List<Type> types = new ArrayList<>();
  static final Map<String, Type> typesByName = new HashMap<>();
  static final Map<Long, Type> byPointer = new HashMap<>();
  static final Map<Integer, Field> fields = new HashMap<>();

  static {
    for (long i = 0; i < Lib.qms_enum_count(); i++) {
      Enumeration enumeration = new Enumeration(Lib.qms_enum_at(i));
      enumerations.put(enumeration.name(), enumeration);
    }
    for (long i = 0; i < Lib.qms_type_count(); i++) {
      addType(Lib.qms_type_at(i));
    }
    types.stream().filter(Type::isRoot).forEach(type -> typesByName.putIfAbsent(type.xmlName(), type));
  }

  private Model() {}

  private static void addType(long pointer) {
    Type type = new Type(pointer);
    types.add(type);
    typesByName.put(type.name(), type);
    byPointer.put(pointer, type);
    type.fields().forEach(field -> fields.put(field.id, field));
  }
}
