/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the scale of scores: its bands cover every score once and say from where on something must be done. */
#include "rules/facts.h"

void
qms_rule_risk_scale_without_bands (QmsCheck *check, const QmsNode *scale)
{
  if (!qms_risk_scale_has_bands (scale))
    qms_check_report (check, QMS_RULE_RISK_SCALE_WITHOUT_BANDS, scale, QMS_RISK_SCALE_BANDS, NULL);
}

void
qms_rule_risk_scale_without_threshold (QmsCheck *check, const QmsNode *scale)
{
  QmsItems bands = qms_items (scale, QMS_RISK_SCALE_BANDS);

  for (size_t i = 0; i < bands.count; i++)
    if (qms_risk_band_get_action_required (bands.slots[i].node))
      return;
  if (bands.count > 0)
    qms_check_report (check, QMS_RULE_RISK_SCALE_WITHOUT_THRESHOLD, scale, QMS_RISK_SCALE_BANDS, NULL);
}

void
qms_rule_risk_band_inverted (QmsCheck *check, const QmsNode *band)
{
  int64_t first = qms_risk_band_get_from (band), last = qms_risk_band_get_to (band);
  g_autofree char *from = NULL, *to = NULL;

  if (first <= last)
    return;
  from = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  to = g_strdup_printf ("%" G_GINT64_FORMAT, last);
  qms_check_report (check, QMS_RULE_RISK_BAND_INVERTED, band, QMS_RISK_BAND_TO, "name",
                    qms_text (band, QMS_RISK_BAND_NAME), "from", from, "to", to, NULL);
}

/* ---- cover: for every score that can occur, the band that holds it */

enum { MAX_LEVEL = 10, MAX_SCORE = MAX_LEVEL * MAX_LEVEL };

typedef struct {
  bool possible[MAX_SCORE + 1]; /* is a product of a likelihood and a severity of the scale */
  const QmsNode *band[MAX_SCORE + 1];
  int64_t highest;
} Cover;

static bool
cover_init (Cover *cover, const QmsNode *scale)
{
  int64_t likelihood = qms_risk_scale_get_likelihood_max (scale), severity = qms_risk_scale_get_severity_max (scale);

  *cover = (Cover){ .highest = likelihood * severity };
  if (likelihood < 1 || severity < 1 || likelihood > MAX_LEVEL || severity > MAX_LEVEL)
    return false;
  for (int64_t i = 1; i <= likelihood; i++)
    for (int64_t j = 1; j <= severity; j++)
      cover->possible[i * j] = true;
  return true;
}

static void
report_overlap (QmsCheck *check, const QmsNode *band, const QmsNode *other, int64_t score)
{
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, score);

  qms_check_report (check, QMS_RULE_RISK_SCALE_OVERLAP, band, 0, "name", qms_text (band, QMS_RISK_BAND_NAME), "other",
                    qms_text (other, QMS_RISK_BAND_NAME), "score", at, NULL);
}

/* Lays a band over the scores; returns the first score that another band holds already, 0 if none. */
static int64_t
cover_add (Cover *cover, const QmsNode *band)
{
  int64_t last = MIN (qms_risk_band_get_to (band), cover->highest), shared = 0;

  for (int64_t score = MAX (qms_risk_band_get_from (band), 1); score <= last; score++)
    if (cover->band[score] && shared == 0)
      shared = score;
    else if (!cover->band[score])
      cover->band[score] = band;
  return shared;
}

void
qms_rule_risk_scale_overlap (QmsCheck *check, const QmsNode *scale)
{
  QmsItems bands = qms_items (scale, QMS_RISK_SCALE_BANDS);
  Cover cover;

  if (!cover_init (&cover, scale))
    return;
  for (size_t i = 0; i < bands.count; i++) {
    int64_t shared = cover_add (&cover, bands.slots[i].node);
    if (shared > 0)
      report_overlap (check, bands.slots[i].node, cover.band[shared], shared);
  }
}

static void
report_gap (QmsCheck *check, const QmsNode *scale, int64_t first, int64_t last)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, last);

  qms_check_report (check, QMS_RULE_RISK_SCALE_GAP, scale, QMS_RISK_SCALE_BANDS, "from", from, "to", to, NULL);
}

/* A run of scores in no band matters only if one of them can occur: on a 5 × 5 scale 13 and 14 cannot. */
void
qms_rule_risk_scale_gap (QmsCheck *check, const QmsNode *scale)
{
  QmsItems bands = qms_items (scale, QMS_RISK_SCALE_BANDS);
  Cover cover;

  if (bands.count == 0 || !cover_init (&cover, scale))
    return;
  for (size_t i = 0; i < bands.count; i++)
    cover_add (&cover, bands.slots[i].node);
  for (int64_t first = 1, last; first <= cover.highest; first = last + 1) {
    bool possible = false;
    for (last = first; last <= cover.highest && !cover.band[last]; last++)
      possible = possible || cover.possible[last];
    if (possible)
      report_gap (check, scale, first, last - 1);
  }
}
