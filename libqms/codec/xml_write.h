/* SPDX-License-Identifier: Apache-2.0 */
/* The canonical XML of a document. */
#pragma once

#include "core/document.h"

void qms_xml_write (QmsDocument *document, GString *out);
