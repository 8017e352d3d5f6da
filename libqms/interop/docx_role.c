/* SPDX-License-Identifier: Apache-2.0 */
/* Roles: spellings of one role become its aliases. Names are compared word by word, with abbreviations written out. */
#include "interop/docx_import.h"

#include "core/text.h"
#include "interop/docx_words.h"

#include <string.h>

/* Abbreviations that need no definition. */
static const struct {
  const char *abbreviation, *words;
} known_short[] = {
  { "ubnd", "uy ban nhan dan" },
  { "hdnd", "hoi dong nhan dan" },
  { "ttpvhcc", "trung tam phuc vu hanh chinh cong" },
  { "ttpvhc", "trung tam phuc vu hanh chinh" },
  { "tthcc", "trung tam hanh chinh cong" },
  { "bptnhs", "bo phan tiep nhan ho so" },
  { "tnhs", "tiep nhan ho so" },
  { "tntkq", "tiep nhan va tra ket qua" },
  { "bpmc", "bo phan mot cua" },
  { "vp", "van phong" },
  { "cbcc", "can bo cong chuc" },
  { "ld", "lanh dao" },
  { "gd", "giam doc" },
  { "pgd", "pho giam doc" },
  { "ct", "chu tich" },
  { "pct", "pho chu tich" },
  { "tthc", "thu tuc hanh chinh" },
  { "mc", "mot cua" },
};

/* Levels of government, which one writes and the other leaves out. */
static const char *const levels[] = { "cap xa",  "cap tinh", "cap huyen", "cap phuong", "thanh pho", "thi tran",
                                      "dac khu", "xa",       "phuong",    "tinh",       "huyen",     "quan" };

/* ---- keys */

/* What the document itself defines comes first. */
static const char *
long_form (const DocxImport *import, const char *word)
{
  const char *own = g_hash_table_lookup (import->abbreviations, word);

  for (size_t i = 0; !own && i < G_N_ELEMENTS (known_short); i++)
    if (strcmp (word, known_short[i].abbreviation) == 0)
      return known_short[i].words;
  return own;
}

/* "ủy ban nhân cấp xã" lacks a word that everybody reads. */
static void
complete (GString *key)
{
  static const char gap[] = "uy ban nhan ";

  for (char *at = strstr (key->str, gap); at; at = strstr (at + 1, gap))
    if (!g_str_has_prefix (at + strlen (gap), "dan")) {
      gssize place = at - key->str;
      g_string_insert (key, place + (gssize)strlen (gap), "dan ");
      at = key->str + place;
    }
}

/* The words of a name, abbreviations written out. Free with g_free. */
static char *
key_of (const DocxImport *import, const char *name)
{
  g_autofree char *plain = docx_plain (name);
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i]; i++) {
    const char *full = long_form (import, words[i]);
    g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", full ? full : words[i]);
  }
  complete (key);
  return g_string_free (key, FALSE);
}

/* The key without the level, which `*level` becomes (NULL if it names none). Free with g_free. */
static char *
without_level (const char *key, const char **level)
{
  *level = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (levels); i++) {
    g_autofree char *ending = g_strconcat (" ", levels[i], NULL);
    if (!g_str_has_suffix (key, ending))
      continue;
    *level = levels[i];
    return g_strndup (key, strlen (key) - strlen (ending));
  }
  return g_strdup (key);
}

/* Whether one word differs by one letter, and is long enough for that to be a slip. */
static bool
is_slip (const char *a, const char *b)
{
  enum { LEAST_LETTERS = 5 };
  g_auto (GStrv) left = g_strsplit (a, " ", -1), right = g_strsplit (b, " ", -1);
  int different = 0;

  if (g_strv_length (left) != g_strv_length (right))
    return false;
  for (guint i = 0; left[i]; i++) {
    size_t length = strlen (left[i]), wrong = 0;
    if (strcmp (left[i], right[i]) == 0)
      continue;
    if (length != strlen (right[i]) || length < LEAST_LETTERS || ++different > 1)
      return false;
    for (size_t k = 0; k < length; k++)
      wrong += left[i][k] != right[i][k];
    if (wrong > 1)
      return false;
  }
  return different == 1;
}

/* ---- the roles of the system */

typedef enum { MATCH_NONE, MATCH_SLIP, MATCH_LEVEL, MATCH_KEY, MATCH_NAME } Match;

static Match
match_level (const char *ours, const char *theirs)
{
  const char *our_level, *their_level;
  g_autofree char *our_stem = without_level (ours, &our_level), *their_stem = without_level (theirs, &their_level);

  return strcmp (our_stem, their_stem) == 0 && !our_level != !their_level ? MATCH_LEVEL : MATCH_NONE;
}

static Match
match_names (const DocxImport *import, const char *name, const char *key, const char *other)
{
  g_autofree char *theirs = key_of (import, other);

  if (strcmp (name, other) == 0)
    return MATCH_NAME;
  if (strcmp (key, theirs) == 0)
    return MATCH_KEY;
  return is_slip (key, theirs) ? MATCH_SLIP : match_level (key, theirs);
}

/* Whether a role is already known at another level than `key` names. */
static bool
has_other_level (const DocxImport *import, const QmsNode *role, const char *key)
{
  const char *ours, *theirs;
  g_autofree char *stem = without_level (key, &ours);

  for (size_t i = 0; i <= qms_node_count (role, QMS_ROLE_ALIASES); i++) {
    const char *name =
        i == 0 ? qms_node_get_string (role, QMS_ROLE_NAME) : qms_node_get_string_at (role, QMS_ROLE_ALIASES, i - 1);
    g_autofree char *other = key_of (import, name), *other_stem = without_level (other, &theirs);
    if (ours && theirs && strcmp (ours, theirs) != 0 && strcmp (stem, other_stem) == 0)
      return true;
  }
  return false;
}

static Match
match_role (const DocxImport *import, const QmsNode *role, const char *name, const char *key)
{
  Match best = match_names (import, name, key, qms_node_get_string (role, QMS_ROLE_NAME));

  for (size_t i = 0; i < qms_node_count (role, QMS_ROLE_ALIASES) && best < MATCH_NAME; i++)
    best = MAX (best, match_names (import, name, key, qms_node_get_string_at (role, QMS_ROLE_ALIASES, i)));
  return best == MATCH_LEVEL && has_other_level (import, role, key) ? MATCH_NONE : best;
}

enum { MOST_COMPARED = 200 }; /* roles that are compared word by word; with more, only equal names are one role */

/* Names and keys of all roles; kept up to date by index_name. */
static void
index_name (DocxImport *import, QmsNode *role, const char *name)
{
  g_hash_table_insert (import->roles, key_of (import, name), role);
}

static GHashTable *
roles_by_key (DocxImport *import)
{
  if (import->roles)
    return import->roles;
  import->roles = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  for (size_t i = 0; i < qms_node_count (import->agency, QMS_AGENCY_ROLES); i++) {
    QmsNode *role = qms_node_get_node_at (import->agency, QMS_AGENCY_ROLES, i);
    index_name (import, role, qms_node_get_string (role, QMS_ROLE_NAME));
    for (size_t k = 0; k < qms_node_count (role, QMS_ROLE_ALIASES); k++)
      index_name (import, role, qms_node_get_string_at (role, QMS_ROLE_ALIASES, k));
  }
  return import->roles;
}

static size_t
count_compared (const DocxImport *import)
{
  size_t count = qms_node_count (import->agency, QMS_AGENCY_ROLES);

  return count <= MOST_COMPARED ? count : 0;
}

/* The role that fits best. Without a level, a name fits only if one role alone has that stem. */
static QmsNode *
find_role (DocxImport *import, const char *name, Match *match)
{
  g_autofree char *key = key_of (import, name);
  QmsNode *found = g_hash_table_lookup (roles_by_key (import), key);
  guint levelled = 0;

  *match = found ? match_role (import, found, name, key) : MATCH_NONE;
  if (found)
    return found;
  for (size_t i = 0; i < count_compared (import); i++) {
    QmsNode *role = qms_node_get_node_at (import->agency, QMS_AGENCY_ROLES, i);
    Match other = match_role (import, role, name, key);
    levelled += other == MATCH_LEVEL;
    if (other <= *match)
      continue;
    *match = other;
    found = role;
  }
  if (*match == MATCH_LEVEL && levelled > 1)
    *match = MATCH_NONE;
  return *match > MATCH_NONE ? found : NULL;
}

/* ---- new roles */

static bool
is_applicant (const char *plain)
{
  static const DocxPhrase words[] = {
    { 1, "nguoi nop" },     { 1, "to chuc ca nhan" }, { 1, "ca nhan to chuc" }, { 1, "nguoi dan" }, { 1, "cong dan" },
    { 1, "nguoi yeu cau" }, { 1, "khach hang" },      { 1, "doanh nghiep" },    { 1, "ca nhan" },   { 0, NULL },
  };

  return docx_beginning (words, plain, NULL) != 0;
}

/* Words that two names share, in percent of those of both. */
static guint
likeness (const char *a, const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, " ", -1);
  guint shared = 0, count = g_strv_length (left), others = 1;

  for (const char *p = b; (p = strchr (p, ' ')); p++)
    others++;
  for (guint i = 0; left[i]; i++)
    shared += docx_has (b, left[i]);
  return 100 * shared / MAX (count + others - MIN (shared, others), 1);
}

static void
note_similar (DocxImport *import, const char *name, const DocxSource *source)
{
  enum { LEAST_LIKENESS = 60 };
  g_autofree char *key = key_of (import, name);
  const char *best = NULL;
  guint most = LEAST_LIKENESS - 1;

  for (size_t i = 0; i < count_compared (import); i++) {
    const QmsNode *role = qms_node_get_node_at (import->agency, QMS_AGENCY_ROLES, i);
    g_autofree char *other = key_of (import, qms_node_get_string (role, QMS_ROLE_NAME));
    guint like = likeness (key, other);
    if (like <= most)
      continue;
    most = like;
    best = qms_node_get_string (role, QMS_ROLE_NAME);
  }
  if (best)
    docx_note (import, QMS_SEVERITY_INFO, source, QMS_MSG_DOCX_ROLE_SIMILAR,
               QMS_VALUES ({ "name", { name } }, { "role", { best } }));
}

static QmsNode *
add_role (DocxImport *import, const char *name, const DocxSource *source)
{
  g_autofree char *id = docx_free_id (import, "VT", name), *plain = docx_plain (name);
  QmsNode *role;

  note_similar (import, name, source);
  role = docx_add (import->agency, QMS_AGENCY_ROLES);
  qms_node_set_string (role, QMS_ROLE_ID, id, NULL);
  qms_node_set_string (role, QMS_ROLE_NAME, name, NULL);
  if (is_applicant (plain))
    qms_node_set_int (role, QMS_ROLE_KIND, QMS_ROLE_KIND_APPLICANT, NULL);
  index_name (import, role, name);
  return role;
}

static void
add_alias (DocxImport *import, QmsNode *role, const char *name, const DocxSource *source)
{
  qms_node_insert_text (role, QMS_ROLE_ALIASES, QMS_APPEND, name, NULL);
  index_name (import, role, name);
  docx_note (import, QMS_SEVERITY_INFO, source, QMS_MSG_DOCX_ROLE_UNIFIED,
             QMS_VALUES ({ "name", { name } }, { "role", { qms_node_get_string (role, QMS_ROLE_NAME) } }));
}

static QmsNode *
unified_role (DocxImport *import, const char *name, const DocxSource *source, int *confidence)
{
  static const int sure[] = { [MATCH_NONE] = DOCX_FIRM,
                              [MATCH_SLIP] = DOCX_LIKELY,
                              [MATCH_LEVEL] = DOCX_DOUBTFUL,
                              [MATCH_KEY] = DOCX_FIRM,
                              [MATCH_NAME] = DOCX_FIRM };
  Match match;
  QmsNode *role = find_role (import, name, &match);

  *confidence = sure[match];
  if (!role)
    return add_role (import, name, source);
  if (match < MATCH_NAME)
    add_alias (import, role, name, source);
  return role;
}

/* What stays of a name of a role that has that of a person in it: the rest, if that says anything and names are not to be kept.
 * Free with g_free. */
static char *
impersonal_name (DocxImport *import, const char *name, const DocxSource *source, bool *personal)
{
  g_autofree char *person = NULL, *rest = docx_without_person (name, &person), *plain = docx_plain (rest);
  bool cut = person && *plain && !(import->options & QMS_DOCX_KEEP_NAMES);

  *personal = person != NULL;
  if (cut)
    docx_note (import, QMS_SEVERITY_WARNING, source, QMS_MSG_DOCX_PERSON_CUT, QMS_VALUES ({ "role", { rest } }));
  else if (person)
    docx_note (import, QMS_SEVERITY_WARNING, source, QMS_MSG_DOCX_PERSON_AS_ROLE, QMS_VALUES ({ "name", { name } }));
  return g_strdup (cut ? rest : name);
}

QmsNode *
docx_role (DocxImport *import, const char *name, const DocxSource *source, int *confidence)
{
  bool personal = false;
  g_autofree char *plain = docx_plain (name), *ours = *plain ? impersonal_name (import, name, source, &personal) : NULL;
  QmsNode *role = ours ? unified_role (import, ours, source, confidence) : NULL;

  if (personal)
    *confidence = DOCX_GUESS;
  return role;
}

QmsNode *
docx_known_role (DocxImport *import, const char *name)
{
  Match match;
  QmsNode *role = find_role (import, name, &match);

  return match >= MATCH_SLIP ? role : NULL;
}
