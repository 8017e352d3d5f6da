// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** A field of a type of the model. Constant. */
public final class Field {
  private static final String[] FORMS = {"", "attribute", "element", "content"};

  final int id;
  final Kind kind;
  final boolean list;
  final long targetPointer;
  private final String name;
  private final String xmlName;
  private final String form;
  private final boolean required;
  private final String enumName;
  private final String doc;
  private final String docEn;
  private final String pattern;

  Field(long pointer) {
    id = Lib.qms_field_id(pointer);
    kind = Kind.of(Lib.qms_field_kind(pointer));
    list = Lib.qms_field_is_list(pointer) != 0;
    targetPointer = Lib.qms_field_target(pointer);
    name = Text.at(Lib.qms_field_name(pointer));
    xmlName = Text.at(Lib.qms_field_xml_name(pointer));
    form = FORMS[Lib.qms_field_form(pointer)];
    required = Lib.qms_field_is_required(pointer) != 0;
    enumName = Text.at(Lib.qms_enum_name(Lib.qms_field_enum(pointer)));
    doc = Text.at(Lib.qms_field_doc(pointer, Lib.VI));
    docEn = Text.at(Lib.qms_field_doc(pointer, Lib.EN));
    pattern = Text.at(Lib.qms_field_pattern(pointer));
  }

  /** API name. */
  public String name() {
    return name;
  }

  /** Name in XML. */
  public String xmlName() {
    return xmlName;
  }

  public Kind kind() {
    return kind;
  }

  /** Where the field stands in XML: "attribute", "element" or "content". */
  public String form() {
    return form;
  }

  public boolean isList() {
    return list;
  }

  /** Whether a rule asks for it. */
  public boolean isRequired() {
    return required;
  }

  /** Type of a node, or that a reference points to; null for other kinds. */
  public Type target() {
    return Model.byPointer.get(targetPointer);
  }

  /** Enumeration of the values; null for other kinds. */
  public Enumeration enumeration() {
    return Model.enumerations.get(enumName);
  }

  /** What the field is, in Vietnamese. */
  public String doc() {
    return doc;
  }

  /** What the field is, in English. */
  public String docEn() {
    return docEn;
  }

  /** Regular expression of a code; null if there is none. */
  public String pattern() {
    return pattern;
  }
}
