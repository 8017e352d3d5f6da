/* SPDX-License-Identifier: Apache-2.0 */
/* Random matches of the patterns that the model's codes have. */
#include "random_code.h"

#include <stdbool.h>
#include <string.h>

/* Knows what those patterns use: characters, classes, groups, alternatives, "\.", and the quantifiers ? * + {n} {n,}. */
typedef struct {
  GRand *random;
  const char *at; /* in the pattern */
} Matcher;

static void match_alternatives (Matcher *matcher, GString *out);

static guint
below (Matcher *matcher, guint limit)
{
  return (guint)g_rand_int_range (matcher->random, 0, (gint32)limit);
}

static void
match_class (Matcher *matcher, GString *out)
{
  g_autoptr (GString) members = g_string_new (NULL);

  for (; *matcher->at != ']'; matcher->at++) {
    const char *range = matcher->at;
    bool is_range = range[1] == '-' && range[2] != ']';
    for (char c = *range; c <= (is_range ? range[2] : *range); c++)
      g_string_append_c (members, c);
    matcher->at += is_range ? 2 : 0;
  }
  matcher->at++;
  g_string_append_c (out, members->str[below (matcher, (guint)members->len)]);
}

static void
match_atom (Matcher *matcher, GString *out)
{
  char c = *matcher->at++;

  switch (c) {
  case '[':
    match_class (matcher, out);
    break;
  case '(':
    match_alternatives (matcher, out);
    matcher->at++;
    break;
  case '\\':
    g_string_append_c (out, *matcher->at++);
    break;
  default:
    g_string_append_c (out, c);
  }
}

/* How often the atom in front of the quantifier stands; 1 if there is no quantifier. */
static guint64
match_quantifier (Matcher *matcher)
{
  char *end;
  guint64 count;

  switch (*matcher->at) {
  case '?':
    matcher->at++;
    return below (matcher, 2);
  case '*':
    matcher->at++;
    return below (matcher, 4);
  case '+':
    matcher->at++;
    return 1 + below (matcher, 3);
  case '{':
    count = g_ascii_strtoull (matcher->at + 1, &end, 10);
    if (*end == ',') {
      count += below (matcher, 3);
      end++;
    }
    matcher->at = end + 1;
    return count;
  default:
    return 1;
  }
}

static void
match_sequence (Matcher *matcher, GString *out)
{
  while (*matcher->at && !strchr ("|)", *matcher->at)) {
    const char *atom = matcher->at, *next;
    gsize before = out->len;
    guint64 count;
    match_atom (matcher, out);
    count = match_quantifier (matcher);
    next = matcher->at;
    if (count == 0)
      g_string_truncate (out, before);
    for (; count > 1; count--) {
      matcher->at = atom;
      match_atom (matcher, out);
    }
    matcher->at = next;
  }
}

/* Each alternative is as likely as the others. */
static void
match_alternatives (Matcher *matcher, GString *out)
{
  gsize before = out->len;

  match_sequence (matcher, out);
  for (guint seen = 2; *matcher->at == '|'; seen++) {
    g_autoptr (GString) other = g_string_new (NULL);
    matcher->at++;
    match_sequence (matcher, other);
    if (below (matcher, seen) == 0) {
      g_string_truncate (out, before);
      g_string_append (out, other->str);
    }
  }
}

char *
qms_random_code (GRand *random, const char *pattern)
{
  Matcher matcher = { random, pattern };
  GString *out = g_string_new (NULL);

  match_alternatives (&matcher, out);
  return g_string_free (out, FALSE);
}
