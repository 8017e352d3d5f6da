// SPDX-License-Identifier: Apache-2.0
// Objects that stand for something of the library: each is freed when it is closed, or some time after nobody has it any more.
import { q } from './native.js';

export const HANDLE = Symbol('handle'); // the address; null while it may not be used

const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');
const registry = new FinalizationRegistry(({ release, handle }) => q[release](handle));

// A class names the function that frees its handles: static release.
export class Held {
  #held; // as HANDLE, also while another thread is at work

  constructor(handle) {
    if (typeof handle !== 'bigint')
      throw new TypeError(`a ${new.target.name} is not made with new`);
    this.#held = handle;
    Object.defineProperty(this, HANDLE, { value: handle, writable: true });
    registry.register(this, { release: new.target.release, handle }, this);
  }

  // Frees the handle now. What belongs to it can no longer be used.
  close() {
    if (this.#held === null)
      return;
    const handle = handleOf(this, Held);
    this.#held = this[HANDLE] = null;
    registry.unregister(this);
    q[this.constructor.release](handle);
  }

  [dispose]() {
    this.close();
  }

  // Keeps everyone else out while `work`, which gives a promise, goes on in another thread.
  async occupy(work) {
    const handle = handleOf(this, Held);
    this[HANDLE] = null;
    try {
      return await work(handle);
    } finally {
      this[HANDLE] = handle;
    }
  }
}

// The address of an object of a class; null for none where that is allowed.
export function handleOf(object, kind, optional = false) {
  if (optional && (object === null || object === undefined))
    return null;
  if (!(object instanceof kind))
    throw new TypeError(`expected a ${kind.name}`);
  if (object[HANDLE] === null)
    throw new TypeError(`the ${object.constructor.name} is closed, or another thread is at work in it`);
  return object[HANDLE];
}
