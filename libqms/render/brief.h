/* SPDX-License-Identifier: Apache-2.0 */
/* Names where many places show them. */
#pragma once

/* The name, cut after 300 characters: a long one that much refers to must not fill the output over and over. Free with g_free. */
char *qms_brief (const char *name);
