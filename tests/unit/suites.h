/* SPDX-License-Identifier: Apache-2.0 */
/* Every suite of the unit tests: `test_NAME.c` defines `NAME_suite`. Included several times, with QMS_SUITE defined. */
QMS_SUITE (text)
QMS_SUITE (kind)
QMS_SUITE (schema)
QMS_SUITE (node)
QMS_SUITE (path)
QMS_SUITE (diff)
QMS_SUITE (xml)
QMS_SUITE (report)
QMS_SUITE (framework)
QMS_SUITE (json)
QMS_SUITE (portal)
QMS_SUITE (rules)
