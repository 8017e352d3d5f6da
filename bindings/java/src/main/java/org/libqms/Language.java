// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** Language of texts for people. The order is that of the ABI. */
public enum Language {
  VI,
  EN
}
