/* SPDX-License-Identifier: Apache-2.0 */
/* Placeholders of help texts, words in capitals such as FILE, in the user's language. */
#include "cli.h"

#include <string.h>

static const struct {
  const char *en, *vi;
} words[] = {
  { "COMMAND", "LỆNH" }, { "FILE", "TỆP" },        { "DIR", "THƯ-MỤC" },   { "IN", "VÀO" },
  { "OUT", "RA" },       { "BEFORE", "TRƯỚC" },    { "AFTER", "SAU" },     { "PATH", "ĐƯỜNG-DẪN" },
  { "RULE", "QUY-TẮC" }, { "ID", "MÃ" },           { "CODE", "MÃ" },       { "DATE", "NGÀY" },
  { "TYPE", "LOẠI" },    { "NAME", "TÊN" },        { "N", "SỐ" },          { "SYSTEM", "HỆ-THỐNG" },
  { "TIME", "THỜI-ĐIỂM" }, { "VERB", "VIỆC" }, { "TEXT", "LỜI" }, { "DURATION", "THỜI-GIAN" },
};

static void
append_word (GString *out, const char *word, size_t length)
{
  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].en) == length && !strncmp (words[i].en, word, length)) {
      g_string_append (out, words[i].vi);
      return;
    }
  g_string_append_len (out, word, (gssize)length);
}

char *
cli_placeholders (const char *text)
{
  GString *out = g_string_new (NULL);
  if (cli_lang () == QMS_LANG_EN)
    return g_string_free (g_string_append (out, text), FALSE);
  while (*text) {
    size_t word = strspn (text, G_CSET_A_2_Z G_CSET_a_2_z);
    size_t rest = strcspn (text + word, G_CSET_A_2_Z G_CSET_a_2_z);
    append_word (out, text, word);
    g_string_append_len (out, text + word, (gssize)rest);
    text += word + rest;
  }
  return g_string_free (out, FALSE);
}
