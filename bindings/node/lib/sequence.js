// SPDX-License-Identifier: Apache-2.0
// What lists of nodes and reports have in common with arrays. A subclass has `length` and `at (index)`.

// Reads list[0]: only what no object before it in the chain has arrives here, so methods and members cost nothing more.
const indexed = new Proxy(Object.create(null), {
  get(target, key, list) {
    return typeof key === 'string' && /^\d+$/.test(key) ? list.at(Number(key)) : undefined;
  },
  set(target, key, value, list) {
    if (typeof key === 'string' && /^-?\d+$/.test(key))
      throw new TypeError('an item is not assigned: use insert, remove, or change the item itself');
    return Reflect.defineProperty(list, key, { value, writable: true, enumerable: true, configurable: true });
  },
});

export class Sequence {
  *[Symbol.iterator]() {
    let item;
    for (let index = 0; (item = this.at(index)) !== undefined; index++)
      yield item;
  }

  toJSON() {
    return [...this];
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
    return `${this.constructor.name} ${inspect([...this], options)}`;
  }
}

for (const name of ['map', 'filter', 'find', 'findIndex', 'some', 'every', 'forEach', 'slice', 'indexOf', 'includes', 'reduce'])
  Object.defineProperty(Sequence.prototype, name, {
    value(...args) {
      return Array.from(this)[name](...args);
    },
  });

Object.setPrototypeOf(Sequence.prototype, indexed);

// The index of an item counted from the end if it is negative; -1 if there is none.
export function place(index, length) {
  const found = index < 0 ? index + length : index;
  return Number.isInteger(found) && found >= 0 && found < length ? found : -1;
}
