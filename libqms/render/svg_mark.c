/* SPDX-License-Identifier: Apache-2.0 */
/* Marks at the edges of a page: each line that goes on elsewhere has a letter, the same on both pages, and the page's number. */
#include "diagram/font.h"
#include "render/svg.h"

enum { SIZE = 9, AWAY = 3 };

typedef struct {
  bool across; /* the edge is passed from left to right or back */
  int at;      /* where the edge is in the diagram */
  guint page;  /* that lies behind it */
  const char *arrow;
  QmsAnchor anchor;
  int x, y; /* edge on the page */
} Edge;

/* "a" to "z", then "aa" and so on. */
static char *
letters (guint index)
{
  GString *text = g_string_new (NULL);

  for (index++; index > 0; index = (index - 1) / 26)
    g_string_prepend_c (text, (char)('a' + (index - 1) % 26));
  return g_string_free (text, FALSE);
}

/* `away` from the edge. */
static void
append_mark (const QmsSvgWriter *writer, const Edge *edge, int place, int away, const char *text)
{
  int sign = edge->anchor == QMS_ANCHOR_START ? 1 : -1;

  if (edge->across) {
    qms_svg_line (writer->out, "soft", SIZE, edge->anchor, edge->x + sign * away, edge->y + place + SIZE / 2 - 1, text);
    return;
  }
  g_string_append_printf (writer->out, "<g transform=\"translate(%d %d) rotate(-90)\">\n",
                          edge->x + place + SIZE / 2 - 1, edge->y - sign * away);
  qms_svg_line (writer->out, "soft", SIZE, edge->anchor, 0, 0, text);
  g_string_append (writer->out, "</g>\n");
}

/* Where along the edge a segment passes it, from the beginning of the window; -1 if it does not. */
static int
find_passage (const QmsSvgWriter *writer, const Edge *edge, const QmsPoint *a, const QmsPoint *b)
{
  const QmsBox *window = &writer->tile->window;
  int from = edge->across ? a->x : a->y, to = edge->across ? b->x : b->y;
  int place = edge->across ? a->y - window->y : a->x - window->x,
      length = edge->across ? window->height : window->width;
  bool along = edge->across ? a->y == b->y : a->x == b->x;

  if (!along || MIN (from, to) >= edge->at || MAX (from, to) <= edge->at || place < 0 || place >= length)
    return -1;
  return (int)(place * writer->scale);
}

static void
find_passages (const QmsSvgWriter *writer, const Edge *edge, const GArray *points, GArray *places)
{
  for (guint i = 0; i + 1 < points->len; i++) {
    const QmsPoint *a = &g_array_index (points, QmsPoint, i);
    int place = find_passage (writer, edge, a, a + 1);
    if (place >= 0)
      g_array_append_val (places, place);
  }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* Letters in the order along the edge; of marks too near to each other every second stands further out, as far as there is room. */
static void
append_marks (const QmsSvgWriter *writer, const Edge *edge, const GArray *places)
{
  bool out = false;
  int width = 0;

  for (guint i = 0; i < places->len; i++) {
    const int *place = &g_array_index (places, int, i);
    g_autofree char *letter = letters (i), *text = g_strdup_printf ("%s%s%u", letter, edge->arrow, edge->page);
    out = i > 0 && place[0] - place[-1] <= SIZE && !out;
    int before = width;
    width = qms_font_width (text, SIZE);
    append_mark (writer, edge, *place, out ? MIN (before + 2 * AWAY, QMS_PAGE_MARKS - AWAY - width) : AWAY, text);
  }
}

static void
mark_edge (const QmsSvgWriter *writer, const Edge *edge)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));

  if (edge->page == 0)
    return;
  for (guint i = 0; i < writer->tile->flows->len; i++)
    find_passages (writer, edge, qms_svg_flow (writer, i)->points, places);
  for (guint i = 0; i < writer->tile->messages->len; i++)
    find_passages (writer, edge, qms_svg_message (writer, i)->points, places);
  g_array_sort (places, compare_places);
  append_marks (writer, edge, places);
}

void
qms_svg_marks (QmsSvgWriter *writer, const QmsBox *where)
{
  const QmsTile *tile = writer->tile;
  const QmsBox *window = &tile->window;
  int right = where->x + where->width, bottom = where->y + where->height;
  const Edge edges[] = {
    { true, window->x, tile->left, "←", QMS_ANCHOR_END, where->x, where->y },
    { true, window->x + window->width, tile->right, "→", QMS_ANCHOR_START, right, where->y },
    { false, window->y, tile->up, "→", QMS_ANCHOR_START, where->x, where->y },
    { false, window->y + window->height, tile->down, "←", QMS_ANCHOR_END, where->x, bottom },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (edges); i++)
    mark_edge (writer, &edges[i]);
}
