/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about risks and opportunities: scored on the agency's scale, treated where the scale says so. */
#include "rules/facts.h"

typedef struct {
  int64_t score;
  const QmsNode *band; /* NULL if the score is in none */
} Rating;

static const QmsNode *
scale_of (const QmsNode *node)
{
  return qms_system_get_risk_scale (qms_system_of (node));
}

enum { MAX_BANDS = 100 }; /* a sound scale has no more bands than scores; keeps the run linear on others */

static const QmsNode *
band_of (const QmsNode *scale, int64_t score)
{
  QmsItems bands = qms_items (scale, QMS_RISK_SCALE_BANDS);

  for (size_t i = 0; i < MIN (bands.count, MAX_BANDS); i++) {
    const QmsNode *band = bands.slots[i].node;
    if (score >= qms_risk_band_get_from (band) && score <= qms_risk_band_get_to (band))
      return band;
  }
  return NULL;
}

static bool
is_scored (const QmsNode *risk)
{
  return qms_risk_has_likelihood (risk) && qms_risk_has_severity (risk);
}

static int64_t
score_of (const QmsNode *risk)
{
  return qms_risk_get_likelihood (risk) * qms_risk_get_severity (risk);
}

/* Whether the risk is in a band that demands an action. */
static bool
needs_action (const QmsNode *risk, Rating *rating)
{
  const QmsNode *scale = scale_of (risk);

  if (!scale || !is_scored (risk))
    return false;
  rating->score = score_of (risk);
  rating->band = band_of (scale, rating->score);
  return rating->band && qms_risk_band_get_action_required (rating->band);
}

static void
report_rating (QmsCheck *check, int rule, const QmsNode *risk, uint32_t field, Rating rating)
{
  g_autofree char *score = g_strdup_printf ("%" G_GINT64_FORMAT, rating.score);

  qms_check_report (check, rule, risk, field, "id", qms_text (risk, QMS_RISK_ID), "score", score, "band",
                    qms_text (rating.band, QMS_RISK_BAND_NAME), NULL);
}

/* Reports a risk above the threshold that lacks `field`. */
static void
expect_when_high (QmsCheck *check, const QmsNode *risk, int rule, uint32_t field)
{
  Rating rating;

  if (!qms_filled (risk, field) && needs_action (risk, &rating))
    report_rating (check, rule, risk, field, rating);
}

void
qms_rule_risk_without_action (QmsCheck *check, const QmsNode *risk)
{
  expect_when_high (check, risk, QMS_RULE_RISK_WITHOUT_ACTION, QMS_RISK_ACTION);
}

void
qms_rule_risk_without_owner (QmsCheck *check, const QmsNode *risk)
{
  expect_when_high (check, risk, QMS_RULE_RISK_WITHOUT_OWNER, QMS_RISK_OWNER);
}

void
qms_rule_risk_without_due (QmsCheck *check, const QmsNode *risk)
{
  expect_when_high (check, risk, QMS_RULE_RISK_WITHOUT_DUE, QMS_RISK_DUE);
}

void
qms_rule_risk_accepted_above_threshold (QmsCheck *check, const QmsNode *risk)
{
  Rating rating;

  if (qms_risk_get_treatment (risk) == QMS_TREATMENT_ACCEPT && needs_action (risk, &rating))
    report_rating (check, QMS_RULE_RISK_ACCEPTED_ABOVE_THRESHOLD, risk, QMS_RISK_TREATMENT, rating);
}

void
qms_rule_risk_not_scored (QmsCheck *check, const QmsNode *risk)
{
  qms_check_expect (check, is_scored (risk), QMS_RULE_RISK_NOT_SCORED, risk, 0, "id", qms_text (risk, QMS_RISK_ID));
}

void
qms_rule_risk_scale_missing (QmsCheck *check, const QmsNode *system)
{
  if (!qms_system_has_risk_scale (system) && (qms_system_has_risks (system) || qms_system_has_opportunities (system))
      && !qms_check_framework_says (check, QMS_SYSTEM_RISK_SCALE, 0))
    qms_check_report (check, QMS_RULE_RISK_SCALE_MISSING, system, QMS_SYSTEM_RISK_SCALE, NULL);
}

/* ---- on the scale */

static void
expect_at_most (QmsCheck *check, const QmsNode *node, int rule, uint32_t field, int64_t max)
{
  int64_t value = qms_node_get_int (node, field);
  g_autofree char *given = NULL, *most = NULL;

  if (value <= max)
    return;
  given = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  most = g_strdup_printf ("%" G_GINT64_FORMAT, max);
  qms_check_report (check, rule, node, field, "id", qms_node_id (node), "field",
                    qms_field_xml_name (qms_field_by_id (field)), "value", given, "max", most, NULL);
}

void
qms_rule_risk_score_off_scale (QmsCheck *check, const QmsNode *risk)
{
  const QmsNode *scale = scale_of (risk);
  int rule = QMS_RULE_RISK_SCORE_OFF_SCALE;

  if (!scale)
    return;
  expect_at_most (check, risk, rule, QMS_RISK_LIKELIHOOD, qms_risk_scale_get_likelihood_max (scale));
  expect_at_most (check, risk, rule, QMS_RISK_SEVERITY, qms_risk_scale_get_severity_max (scale));
  expect_at_most (check, risk, rule, QMS_RISK_RESIDUAL_LIKELIHOOD, qms_risk_scale_get_likelihood_max (scale));
  expect_at_most (check, risk, rule, QMS_RISK_RESIDUAL_SEVERITY, qms_risk_scale_get_severity_max (scale));
}

void
qms_rule_opportunity_score_off_scale (QmsCheck *check, const QmsNode *opportunity)
{
  const QmsNode *scale = scale_of (opportunity);
  int rule = QMS_RULE_OPPORTUNITY_SCORE_OFF_SCALE;

  if (!scale)
    return;
  expect_at_most (check, opportunity, rule, QMS_OPPORTUNITY_BENEFIT, qms_risk_scale_get_severity_max (scale));
  expect_at_most (check, opportunity, rule, QMS_OPPORTUNITY_FEASIBILITY, qms_risk_scale_get_likelihood_max (scale));
}

void
qms_rule_opportunity_without_action (QmsCheck *check, const QmsNode *opportunity)
{
  qms_check_expect (check, qms_filled (opportunity, QMS_OPPORTUNITY_ACTION), QMS_RULE_OPPORTUNITY_WITHOUT_ACTION,
                    opportunity, QMS_OPPORTUNITY_ACTION, "id", qms_text (opportunity, QMS_OPPORTUNITY_ID));
}

/* ---- after treatment */

static bool
is_reassessed (const QmsNode *risk)
{
  return qms_risk_has_residual_likelihood (risk) && qms_risk_has_residual_severity (risk);
}

void
qms_rule_risk_not_reassessed (QmsCheck *check, const QmsNode *risk)
{
  int64_t due;

  if (is_reassessed (risk) || !qms_day (risk, QMS_RISK_DUE, &due) || due >= qms_check_today (check))
    return;
  g_auto (QmsWords) day = qms_words_day (due);
  QmsValue values[] = { qms_value ("id", qms_text (risk, QMS_RISK_ID)), qms_value_words ("due", day) };
  qms_check_report_values (check, QMS_RULE_RISK_NOT_REASSESSED, risk, QMS_RISK_REASSESSED, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_risk_residual_higher (QmsCheck *check, const QmsNode *risk)
{
  int64_t before = score_of (risk);
  int64_t after = qms_risk_get_residual_likelihood (risk) * qms_risk_get_residual_severity (risk);
  g_autofree char *score = NULL, *residual = NULL;

  if (!is_scored (risk) || !is_reassessed (risk) || after <= before)
    return;
  score = g_strdup_printf ("%" G_GINT64_FORMAT, before);
  residual = g_strdup_printf ("%" G_GINT64_FORMAT, after);
  qms_check_report (check, QMS_RULE_RISK_RESIDUAL_HIGHER, risk, QMS_RISK_RESIDUAL_LIKELIHOOD, "id",
                    qms_text (risk, QMS_RISK_ID), "residual", residual, "score", score, NULL);
}

void
qms_rule_opportunity_not_reassessed (QmsCheck *check, const QmsNode *opportunity)
{
  qms_check_overdue (check, QMS_RULE_OPPORTUNITY_NOT_REASSESSED, opportunity, QMS_OPPORTUNITY_DUE,
                     QMS_OPPORTUNITY_REASSESSED, "id", qms_text (opportunity, QMS_OPPORTUNITY_ID));
}
