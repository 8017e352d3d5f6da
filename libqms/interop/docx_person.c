/* SPDX-License-Identifier: Apache-2.0 */
/* Names of persons in cells that say who does or signs something: a usual surname and one to four more words with capitals. */
#include "interop/docx_import.h"

#include "interop/docx_words.h"

#include <string.h>

/* Compared with their marks: "Trương" is a surname, "trưởng" a position. */
static const char *const surnames[] = { "nguyễn", "trần",  "lê",    "phạm",  "phan", "trương", "bùi",   "đặng",
                                        "đỗ",     "ngô",   "huỳnh", "hoàng", "võ",   "vũ",     "đinh",  "dương",
                                        "đào",    "trịnh", "phùng", "tạ",    "tô",   "tống",   "quách", "nông",
                                        "triệu",  "kiều",  "hứa",   "chu",   "châu", "lưu",    "vi",    "giàng",
                                        "sùng",   "lò",    "thạch", NULL };

/* Surnames that are ordinary words as well: only with a middle name that leaves no doubt. */
static const char *const wordy_surnames[] = { "hồ",   "hà",    "lý",   "cao", "lương", "lâm",  "mai",
                                              "thái", "đoàn",  "ninh", "la",  "kim",   "tăng", "văn",
                                              "bạch", "vương", "từ",   "mạc", "đàm",   NULL };
static const char *const middle_names[] = { "văn",  "thị",  "đình", "hữu",   "đức", "quang", "ngọc",
                                            "xuân", "minh", "quốc", "thanh", "anh", "hoàng", NULL };
/* What comes before a name that is that of a place: "phường Lê Văn Mẫu". */
static const char *const places[] = { "tỉnh", "phố",   "phường", "xã",     "quận", "huyện",
                                      "trấn", "đường", "khu",    "trường", "viện", NULL };
static const char *const honorifics[] = { "ông", "bà", "đồng chí", "đ/c", NULL };

typedef struct {
  const char *start, *end; /* without punctuation around it */
  char *small;
  bool capital, joined; /* only a space stands between it and the one before */
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *)data)->small);
}

static bool
is_letter (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '/';
}

static GArray *
words_of (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *last = text;

  g_array_set_clear_func (words, word_clear);
  while (*text) {
    Word word = { .start = text };
    if (!is_letter (text)) {
      text = g_utf8_next_char (text);
      continue;
    }
    while (*text && is_letter (text))
      text = g_utf8_next_char (text);
    word.end = text;
    word.small = g_utf8_strdown (word.start, word.end - word.start);
    word.capital = g_unichar_isupper (g_utf8_get_char (word.start));
    word.joined = words->len > 0 && word.start == last + 1 && *last == ' ';
    g_array_append_val (words, word);
    last = text;
  }
  return words;
}

static const Word *
word_at (const GArray *words, guint index)
{
  return &g_array_index (words, Word, index);
}

/* How many words of a name begin here; 0 if none does. */
static guint
name_length (const GArray *words, guint from)
{
  enum { MOST_WORDS = 5 };
  const Word *first = word_at (words, from), *before = from > 0 && first->joined ? word_at (words, from - 1) : NULL;
  bool sure = g_strv_contains (surnames, first->small);
  guint count = 1;

  if (!first->capital || (!sure && !g_strv_contains (wordy_surnames, first->small))
      || (before && g_strv_contains (places, before->small)))
    return 0;
  while (count < MOST_WORDS && from + count < words->len && word_at (words, from + count)->joined
         && word_at (words, from + count)->capital)
    count++;
  if (count < 2 || (!sure && !g_strv_contains (middle_names, word_at (words, from + 1)->small)))
    return 0;
  return count;
}

/* An honorific and the capitalised words behind it are a name as well, whatever the surname. */
static guint
addressed_length (const GArray *words, guint from)
{
  guint count = 1;

  if (!g_strv_contains (honorifics, word_at (words, from)->small))
    return 0;
  while (from + count < words->len && word_at (words, from + count)->capital
         && (count == 1 || word_at (words, from + count)->joined))
    count++;
  return count > 1 ? count : 0;
}

/* Marks and empty brackets that a name leaves behind: "Một cửa" of "(Một cửa)". */
static char *
tidy (GString *text)
{
  char *out;
  size_t length;

  g_string_replace (text, "()", "", 0);
  g_string_replace (text, "  ", " ", 0);
  out = g_string_free (text, FALSE);
  while (*out && strchr (" :,;-.", *out))
    memmove (out, out + 1, strlen (out));
  for (length = strlen (out); length > 0; length--) {
    if (length > 2 && g_str_has_suffix (out, "–"))
      length -= 2;
    else if (!strchr (" :,;-", out[length - 1]))
      break;
    out[length - 1] = '\0';
  }
  if (*out == '(' && strchr (out, ')') == out + length - 1) {
    out[length - 1] = '\0';
    memmove (out, out + 1, length - 1);
  }
  return g_strstrip (out);
}

char *
docx_without_person (const char *text, char **person)
{
  g_autoptr (GArray) words = words_of (text);
  GString *out = g_string_new (NULL);
  const char *kept = text;

  *person = NULL;
  for (guint i = 0; i < words->len;) {
    guint count = MAX (addressed_length (words, i), name_length (words, i));
    if (count == 0) {
      i++;
      continue;
    }
    if (!*person)
      *person = g_strndup (word_at (words, i)->start,
                           (gsize)(word_at (words, i + count - 1)->end - word_at (words, i)->start));
    g_string_append_len (out, kept, word_at (words, i)->start - kept);
    kept = word_at (words, i + count - 1)->end;
    i += count;
  }
  g_string_append (out, kept);
  return *person ? tidy (out) : g_string_free (out, FALSE);
}
