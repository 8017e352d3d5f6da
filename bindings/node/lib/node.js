// SPDX-License-Identifier: Apache-2.0
// Nodes and their lists. What is the library's own on a node begins with `node`, so that a field of the model never takes its name.
import { QmsError } from './errors.js';
import { HANDLE, Held, handleOf } from './handles.js';
import { parseJson } from './json.js';
import { NONE, attempt, fail, obtainText, q, utf8 } from './native.js';
import { Sequence, place } from './sequence.js';
import { NODE, setValue, valueText } from './values.js';

export const OWNER = Symbol('document');
const NODES = Symbol('nodes'); // of a document: address → node, so that a node is always the same object
export const FIELDS = Symbol('fields'); // of a class: name in any spelling → field

export const models = []; // classes by id of the type

// The address of a node whose document may be used.
export function addressOf(node) {
  const owner = node[OWNER];
  if (owner[HANDLE] === null)
    throw new TypeError('the document is closed, or another thread is at work in it');
  return node[HANDLE];
}

// The same of anything that a caller gives.
export function nodeAddress(node) {
  if (!(node instanceof Node))
    throw new TypeError('expected a node');
  return addressOf(node);
}

function editable(node) {
  if (node[OWNER].constant)
    throw new QmsError('argument', [], "this is the library's own and cannot be changed");
  return addressOf(node);
}

function fieldOf(node, name) {
  const field = node.constructor[FIELDS].get(name);
  if (!field)
    throw new QmsError('argument', [], `a ${node.nodeType} has no field '${name}'`);
  return field;
}

function absent(index) {
  throw new QmsError('argument', [], `there is no item ${index}`);
}

// The node at an address; null for null.
export function wrap(owner, address) {
  if (address === null)
    return null;
  owner[NODES] ??= new Map();
  let node = owner[NODES].get(address);
  if (!node) {
    node = new models[q.type_id(q.node_type(address))](owner, address);
    owner[NODES].set(address, node);
  }
  return node;
}

// Puts a value before `index`: a detached node, members of a new one, or a scalar. The node that is new there, or null.
function put(node, field, index, value) {
  const address = editable(node);
  if (value instanceof Node)
    attempt(q.node_attach, address, field.id, index, addressOf(value));
  else if (field.kind !== NODE)
    attempt(q.node_insert_text, address, field.id, index, valueText(field, value));
  else
    return create(node, field, index, value);
  return value instanceof Node ? value : null;
}

// A new node with members; if one is refused, what the field held is there again.
function create(node, field, index, members) {
  if (members === null || typeof members !== 'object')
    throw new TypeError(`${field.name} takes a node or the members of one`);
  const before = field.isList ? null : node.nodeGet(field.name);
  const error = [null];
  const address = q.node_add(editable(node), field.id, index, error);
  if (address === null)
    fail(1, error[0]);
  const added = wrap(node[OWNER], address);
  try {
    for (const [name, value] of Object.entries(members))
      added.nodeSet(name, value);
  } catch (problem) {
    added.nodeDetach();
    if (before)
      put(node, field, 0, before);
    throw problem;
  }
  return added;
}

// Sets a field; null removes its value.
export function assign(node, field, value) {
  if (value === null || value === undefined)
    node.nodeUnset(field.name);
  else if (field.isList)
    new List(node, field).assign(value);
  else if (field.kind === NODE)
    put(node, field, 0, value);
  else
    setValue(editable(node), field, value);
}

// A list field of a node: a sequence that is always as the node is.
export class List extends Sequence {
  #node;
  #field;

  constructor(node, field) {
    super();
    this.#node = node;
    this.#field = field;
  }

  get length() {
    return q.node_count(addressOf(this.#node), this.#field.id);
  }

  at(index) {
    const address = addressOf(this.#node);
    const found = place(index, q.node_count(address, this.#field.id));
    if (found < 0)
      return undefined;
    if (this.#field.kind !== NODE)
      return this.#field.readItem(address, found);
    return wrap(this.#node[OWNER], q.node_get_node_at(address, this.#field.id, found));
  }

  // A new item at the end: members of a node, a detached node, a scalar. The node, or null.
  add(value = {}) {
    return put(this.#node, this.#field, NONE, value);
  }

  insert(index, value = {}) {
    if (index === this.length)
      return this.add(value);
    const found = place(index, this.length);
    return found < 0 ? absent(index) : put(this.#node, this.#field, found, value);
  }

  // Takes an item out and gives it; a node may be put back.
  remove(index) {
    const found = place(index, this.length);
    const item = found < 0 ? absent(index) : this.at(found);
    attempt(q.node_remove, editable(this.#node), this.#field.id, found);
    return item;
  }

  move(from, to) {
    const [a, b] = [place(from, this.length), place(to, this.length)];
    if (a < 0 || b < 0)
      absent(a < 0 ? from : to);
    attempt(q.node_move, editable(this.#node), this.#field.id, a, b);
  }

  clear() {
    const status = q.node_unset(editable(this.#node), this.#field.id);
    if (status !== 0)
      fail(status);
  }

  // Replaces all items; if one is refused, the list stays as it was.
  assign(values) {
    if (typeof values === 'string')
      throw new TypeError(`${this.#field.name} is a list: a string is no value for it`);
    const before = [...this];
    const items = [...values];
    this.clear();
    try {
      items.forEach((item) => this.add(item));
    } catch (problem) {
      this.clear();
      before.forEach((item) => this.add(item));
      throw problem;
    }
  }
}

// One element of the model.
export class Node {
  constructor(owner, address) {
    if (typeof address !== 'bigint')
      throw new TypeError('nodes are made by their documents');
    Object.defineProperty(this, OWNER, { value: owner });
    Object.defineProperty(this, HANDLE, { value: address });
  }

  get nodeType() {
    return this.constructor.typeName;
  }

  get nodeDocument() {
    return this[OWNER];
  }

  get nodeId() {
    return q.node_id(addressOf(this));
  }

  get nodePath() {
    return q.node_path(addressOf(this));
  }

  get nodeLine() {
    return q.node_line(addressOf(this));
  }

  get nodeColumn() {
    return q.node_column(addressOf(this));
  }

  get nodeIndex() {
    return q.node_index(addressOf(this));
  }

  get nodeParent() {
    return wrap(this[OWNER], q.node_parent(addressOf(this)));
  }

  // API name of the parent's field that holds the node; null if nothing does.
  get nodeField() {
    return q.field_name(q.node_parent_field(addressOf(this)));
  }

  // API names of the fields that have a value, in canonical order.
  get nodeFields() {
    const address = addressOf(this);
    return this.constructor.fields.filter((field) => q.node_has(address, field.id)).map((field) => field.name);
  }

  // Node at a path, absolute or relative, such as '/heThong/quyTrinh[QT-1]' or 'steps[2]'.
  nodeAt(path) {
    return wrap(this[OWNER], q.node_at(addressOf(this), utf8(path), null));
  }

  // A value by the field's name: as an attribute here, in the API of C, or in XML.
  nodeGet(name) {
    return this[fieldOf(this, name).attribute];
  }

  nodeSet(name, value) {
    this[fieldOf(this, name).attribute] = value;
  }

  nodeHas(name) {
    return q.node_has(addressOf(this), fieldOf(this, name).id) === 1;
  }

  // A value as files have it.
  nodeText(name, index = 0) {
    return q.node_get_text(addressOf(this), fieldOf(this, name).id, index);
  }

  nodeSetText(name, text) {
    attempt(q.node_set_text, editable(this), fieldOf(this, name).id, utf8(text));
  }

  nodeUnset(name) {
    const status = q.node_unset(editable(this), fieldOf(this, name).id);
    if (status !== 0)
      fail(status);
  }

  // A new node in a field; members of it may be given. What a field that is no list held is detached.
  nodeAdd(name, members = {}) {
    const field = fieldOf(this, name);
    return put(this, field, field.isList ? NONE : 0, members);
  }

  // Node that the reference in a field points to.
  nodeResolve(name) {
    return wrap(this[OWNER], q.node_resolve(addressOf(this), fieldOf(this, name).id));
  }

  // Takes the node out of its parent; it may be put back.
  nodeDetach() {
    attempt(q.node_detach, editable(this));
  }

  // A deep copy, detached, in a document.
  nodeCopy(document = this[OWNER]) {
    return wrap(document, q.node_copy(addressOf(this), handleOf(document, Held)));
  }

  // Whether another node holds the same values.
  nodeEquals(other) {
    return other instanceof Node && q.node_equal(addressOf(this), addressOf(other)) === 1;
  }

  // Text of a foreign child element.
  nodeExtension(uri, name) {
    return q.node_extension(addressOf(this), utf8(uri), utf8(name));
  }

  nodeSetExtension(uri, name, text) {
    attempt(q.node_set_extension, editable(this), utf8(uri), utf8(name), utf8(text));
  }

  // The node and all below it as data: JSON.stringify (node) writes what docs/json.md describes.
  toJSON() {
    return parseJson(obtainText(q.node_write_json, addressOf(this)));
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return `<${this.constructor.name} ${this[OWNER][HANDLE] === null ? 'closed' : this.nodePath}>`;
  }
}
