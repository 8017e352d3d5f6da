/* SPDX-License-Identifier: Apache-2.0 */
/* Random documents for property tests. */
#pragma once

#include <qms.h>

#include <glib.h>

/* A document that uses every kind of value, list and foreign content that the schema allows; the same for the same seed. */
QmsDocument *qms_random_document (guint32 seed, uint32_t root_type);
