// SPDX-License-Identifier: Apache-2.0
// What the library says of its model and its rules.
import { q, utf8 } from './native.js';
import { SEVERITIES } from './report.js';
import { KINDS } from './values.js';

const FORMS = [null, 'attribute', 'element', 'content'];

function list(count, item) {
  return Array.from({ length: count }, (_, index) => item(index));
}

function describeField(field) {
  return {
    name: q.field_name(field),
    xml: q.field_xml_name(field),
    kind: KINDS[q.field_kind(field)],
    form: FORMS[q.field_form(field)],
    list: q.field_is_list(field) === 1,
    required: q.field_is_required(field) === 1,
    target: q.type_name(q.field_target(field)),
    enum: q.enum_name(q.field_enum(field)),
    pattern: q.field_pattern(field),
    doc: q.field_doc(field, 0),
    docEn: q.field_doc(field, 1),
  };
}

// What the model says of a type; null if there is none.
export function describeType(name) {
  const type = q.type_by_name(utf8(name));
  if (type === null)
    return null;
  return {
    name: q.type_name(type),
    xml: q.type_xml_name(type),
    root: q.type_is_root(type) === 1,
    doc: q.type_doc(type, 0),
    docEn: q.type_doc(type, 1),
    fields: list(q.type_field_count(type), (index) => describeField(q.type_field_at(type, index))),
  };
}

// Names of all types.
export function types() {
  return list(q.type_count(), (index) => q.type_name(q.type_at(index)));
}

// Names of all enumerations.
export function enumerations() {
  return list(q.enum_count(), (index) => q.enum_name(q.enum_at(index)));
}

// The XML Schema ('xsd') or JSON Schema ('json') of the model, as text; null for another name.
export function schema(format) {
  return q.schema_text(utf8(format));
}

// The values of an enumeration such as 'agency_type'; none if it is unknown.
export function enumValues(name) {
  const enumeration = q.enum_by_name(utf8(name));
  return list(q.enum_value_count(enumeration), (index) => {
    const value = q.enum_value_at(enumeration, index);
    return {
      name: q.enum_value_name(enumeration, value),
      xml: q.enum_value_xml(enumeration, value),
      label: q.enum_value_label(enumeration, value, 0),
      labelEn: q.enum_value_label(enumeration, value, 1),
    };
  });
}

// A rule by identifier or slug; null if there is none.
export function rule(id) {
  const found = q.rule_find(utf8(id));
  if (found === null)
    return null;
  return {
    id: q.rule_id(found),
    slug: q.rule_slug(found),
    severity: SEVERITIES[q.rule_severity(found)],
    category: q.rule_category(found),
    since: q.rule_since(found),
    title: q.rule_title(found, 0),
    titleEn: q.rule_title(found, 1),
    why: q.rule_why(found, 0),
    whyEn: q.rule_why(found, 1),
    remedy: q.rule_remedy(found, 0),
    remedyEn: q.rule_remedy(found, 1),
    cites: list(q.rule_cite_count(found), (index) => q.rule_cite(found, index)),
    items: list(q.rule_item_count(found), (index) => q.rule_item(found, index)),
  };
}

// Identifiers of all rules.
export function rules() {
  return list(q.rule_count(), (index) => q.rule_id(q.rule_at(index)));
}
