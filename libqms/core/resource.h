/* SPDX-License-Identifier: Apache-2.0 */
/* Data files that are part of the library. */
#pragma once

#include <stddef.h>

/* Text of a file of data/, such as "frameworks/bkhcn-101-2019.xml"; NULL if there is none. It lives for ever. */
const char *qms_resource_text (const char *path, size_t *size);
