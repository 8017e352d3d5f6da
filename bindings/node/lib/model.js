// SPDX-License-Identifier: Apache-2.0
// The classes of the model, made from the library's tables: one for each type, a property for each field. Nothing here knows any
// type by name, but that the root of all is a QualitySystem in every language (schema/facade.py).
import { FIELDS, List, Node, OWNER, addressOf, assign, models, wrap } from './node.js';
import { q } from './native.js';
import { NODE, REF, enumNames, itemReader, reader } from './values.js';

function camel(name) {
  return name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
}

function className(name) {
  const words = camel(name === 'system' ? 'quality_system' : name);
  return words[0].toUpperCase() + words.slice(1);
}

function describe(handle) {
  const enumeration = q.field_enum(handle);
  const field = {
    id: q.field_id(handle),
    name: q.field_name(handle),
    xml: q.field_xml_name(handle),
    attribute: camel(q.field_name(handle)),
    kind: q.field_kind(handle),
    isList: q.field_is_list(handle) === 1,
    enumeration,
    names: enumeration === null ? null : enumNames(enumeration),
  };
  field.readItem = itemReader(field);
  return field;
}

// Reads the field of a node.
function getter(field) {
  if (field.isList)
    return function list() { return new List(this, field); };
  if (field.kind === NODE)
    return function node() { return wrap(this[OWNER], q.node_get_node(addressOf(this), field.id)); };
  const read = reader(field);
  return function value() { return read(addressOf(this)); };
}

// Gives a class the properties that stand for a field.
function bind(prototype, field) {
  function set(value) {
    assign(this, field, value);
  }
  function target() {
    return wrap(this[OWNER], q.node_resolve(addressOf(this), field.id));
  }
  Object.defineProperty(prototype, field.attribute, { get: getter(field), set, enumerable: true });
  if (field.kind === REF)
    Object.defineProperty(prototype, `${field.attribute}Node`, { get: target });
}

// Names in all spellings; those of the API go before those of XML.
function fieldsByName(fields) {
  const spellings = ['xml', 'name', 'attribute'];
  return new Map(spellings.flatMap((spelling) => fields.map((field) => [field[spelling], field])));
}

function define(type) {
  const name = className(q.type_name(type));
  const Class = { [name]: class extends Node {} }[name];
  const fields = Array.from({ length: q.type_field_count(type) }, (_, index) => describe(q.type_field_at(type, index)));
  Class.typeName = q.type_name(type);
  Class.fields = fields;
  Class[FIELDS] = fieldsByName(fields);
  fields.forEach((field) => bind(Class.prototype, field));
  return Class;
}

// The classes by name.
export const model = {};
for (let index = 0; index < q.type_count(); index++) {
  const type = q.type_at(index);
  const Class = define(type);
  models[q.type_id(type)] = Class;
  model[Class.name] = Class;
}
Object.freeze(model);
