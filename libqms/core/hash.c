/* SPDX-License-Identifier: Apache-2.0 */
/* A hash that the writer of a file cannot foresee: SipHash-1-3 (Aumasson and Bernstein) under a key drawn once per process.
 * With g_str_hash a small file of identifiers that collide would cost minutes. */
#include "core/text.h"

#include <string.h>

typedef struct {
  guint64 a, b, c, d;
} State;

static inline guint64
rotate (guint64 word, unsigned by)
{
  return word << by | word >> (64 - by);
}

static inline void
mix (State *s)
{
  s->a += s->b;
  s->c += s->d;
  s->b = rotate (s->b, 13) ^ s->a;
  s->d = rotate (s->d, 16) ^ s->c;
  s->a = rotate (s->a, 32);
  s->c += s->b;
  s->a += s->d;
  s->b = rotate (s->b, 17) ^ s->c;
  s->d = rotate (s->d, 21) ^ s->a;
  s->c = rotate (s->c, 32);
}

static inline void
absorb (State *s, guint64 word)
{
  s->d ^= word;
  mix (s);
  s->a ^= word;
}

static inline guint64
load64 (const char *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT64_FROM_LE (word);
}

static inline guint64
load32 (const char *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT32_FROM_LE (word);
}

/* What is behind the last whole word, up to seven bytes, as a little-endian number; without a loop, since most keys are short. */
static inline guint64
load_tail (const char *text, size_t length)
{
  unsigned count = length & 7;
  const char *end = text + length;

  if (count == 0)
    return 0;
  if (length >= 8)
    return load64 (end - 8) >> (64 - 8 * count);
  if (count >= 4)
    return load32 (text) | load32 (end - 4) << (8 * count - 32);
  return (guint64)(guchar)text[0] | (guint64)(guchar)text[count / 2] << (count / 2 * 8)
         | (guint64)(guchar)end[-1] << (8 * count - 8);
}

guint64
qms_text_siphash (const char *text, size_t length, const guint64 key[2])
{
  State s = { key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d, key[0] ^ 0x6c7967656e657261,
              key[1] ^ 0x7465646279746573 };

  for (size_t i = 0; i + 8 <= length; i += 8)
    absorb (&s, load64 (text + i));
  absorb (&s, (guint64)length << 56 | load_tail (text, length));
  s.c ^= 0xff;
  for (unsigned i = 0; i < 3; i++)
    mix (&s);
  return s.a ^ s.b ^ s.c ^ s.d;
}

/* The key of the process. It decides where a table keeps an entry, never what a caller sees. */
static const guint64 *
process_key (void)
{
  static guint64 key[2];
  static gsize drawn;

  if (g_once_init_enter (&drawn)) {
    for (unsigned i = 0; i < 2; i++)
      key[i] = (guint64)g_random_int () << 32 | g_random_int ();
    g_once_init_leave (&drawn, 1);
  }
  return key;
}

guint
qms_text_hash (gconstpointer text)
{
  guint64 hash = qms_text_siphash (text, strlen (text), process_key ());

  return (guint)(hash ^ hash >> 32);
}
