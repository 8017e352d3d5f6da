// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** Format of a file. The order is that of the ABI. */
public enum Format {
  /** By the first character when reading, by the ending of the file's name when saving. */
  AUTO,
  XML,
  JSON
}
