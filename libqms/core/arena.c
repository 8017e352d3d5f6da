/* SPDX-License-Identifier: Apache-2.0 */
/* A bump allocator whose blocks double up to a megabyte. */
#include "core/arena.h"

#include <glib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096 - 64, LARGEST_BLOCK = 1 << 20, ALIGNMENT = 8 };

typedef struct Block Block;
struct Block {
  Block *next;
};

struct QmsArena {
  Block *blocks;
  char *free, *end; /* what is left of the newest block */
  size_t next_size;
};

QmsArena *
qms_arena_new (void)
{
  QmsArena *arena = g_new0 (QmsArena, 1);

  arena->next_size = FIRST_BLOCK;
  return arena;
}

void
qms_arena_free (QmsArena *arena)
{
  Block *block = arena->blocks;

  while (block) {
    Block *next = block->next;
    g_free (block);
    block = next;
  }
  g_free (arena);
}

static char *
add_block (QmsArena *arena, size_t size)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->next = arena->blocks;
  arena->blocks = block;
  return (char *)(block + 1);
}

static size_t
round_up (size_t size)
{
  return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static void *
alloc_slowly (QmsArena *arena, size_t size)
{
  char *memory;

  if (size > arena->next_size / 4) /* a large piece gets a block of its own: the rest of the newest one stays in use */
    return add_block (arena, size);
  memory = add_block (arena, arena->next_size);
  arena->free = memory + size;
  arena->end = memory + arena->next_size;
  arena->next_size = MIN (arena->next_size * 2, LARGEST_BLOCK);
  return memory;
}

void *
qms_arena_alloc (QmsArena *arena, size_t size)
{
  char *memory = arena->free;

  size = round_up (size);
  if ((size_t)(arena->end - memory) < size)
    return alloc_slowly (arena, size);
  arena->free = memory + size;
  return memory;
}

void *
qms_arena_alloc0 (QmsArena *arena, size_t size)
{
  return memset (qms_arena_alloc (arena, size), 0, size);
}

void *
qms_arena_alloc_bytes (QmsArena *arena, size_t size)
{
  if ((size_t)(arena->end - arena->free) < size)
    return alloc_slowly (arena, round_up (size));
  arena->end -= size;
  return arena->end;
}

char *
qms_arena_strndup (QmsArena *arena, const char *text, size_t length)
{
  char *copy = qms_arena_alloc_bytes (arena, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}
