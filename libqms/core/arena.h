/* SPDX-License-Identifier: Apache-2.0 */
/* A bump allocator: many small pieces, freed all at once. */
#pragma once

#include <stddef.h>

typedef struct QmsArena QmsArena;

QmsArena *qms_arena_new (void);
void qms_arena_free (QmsArena *arena);
/* `size` bytes, aligned to 8, not cleared. */
void *qms_arena_alloc (QmsArena *arena, size_t size);
/* `size` bytes, not aligned, from the far end of the block: strings leave no gaps between each other. */
void *qms_arena_alloc_bytes (QmsArena *arena, size_t size);
/* `size` bytes, aligned to 8, cleared. */
void *qms_arena_alloc0 (QmsArena *arena, size_t size);
/* Copy of `length` bytes with a NUL behind them. */
char *qms_arena_strndup (QmsArena *arena, const char *text, size_t length);
