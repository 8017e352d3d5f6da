/* SPDX-License-Identifier: Apache-2.0 */
/* Reports: collecting, sorting and reading findings. */
#include "rules/report.h"

static void
clear_finding (gpointer data)
{
  QmsFinding *finding = data;

  for (size_t i = 0; i < finding->n_values; i++) {
    g_free ((char *)finding->values[i].text[QMS_LANG_VI]);
    g_free ((char *)finding->values[i].text[QMS_LANG_EN]);
  }
  g_free (finding->values);
  g_free (finding->path);
  g_free (finding->cite);
  g_free (finding->message[QMS_LANG_VI]);
  g_free (finding->message[QMS_LANG_EN]);
}

QmsReport *
qms_report_new (QmsDocument *document, size_t max)
{
  QmsReport *report = g_new0 (QmsReport, 1);

  report->document = document ? qms_document_ref (document) : NULL;
  report->max = max;
  report->findings = g_array_new (FALSE, FALSE, sizeof (QmsFinding));
  g_array_set_clear_func (report->findings, clear_finding);
  for (int severity = QMS_SEVERITY_INFO; severity <= QMS_SEVERITY_ERROR; severity++)
    report->kept[severity] = g_array_new (FALSE, FALSE, sizeof (guint32));
  return report;
}

void
qms_report_free (QmsReport *report)
{
  if (!report)
    return;
  g_array_unref (report->findings);
  for (int severity = QMS_SEVERITY_INFO; severity <= QMS_SEVERITY_ERROR; severity++)
    g_array_unref (report->kept[severity]);
  g_clear_pointer (&report->suppressions, g_ptr_array_unref);
  g_free (report->file);
  qms_document_unref (report->document);
  g_free (report);
}

/* ---- collecting */

/* The mildest severity of which a finding is kept; one above all if there is none. */
static int
mildest_kept (const QmsReport *report)
{
  int severity = QMS_SEVERITY_INFO;

  while (severity <= QMS_SEVERITY_ERROR && report->kept[severity]->len == 0)
    severity++;
  return severity;
}

bool
qms_report_keeps (const QmsReport *report, int severity)
{
  return report->findings->len < report->max || mildest_kept (report) < severity;
}

void
qms_report_leave_out (QmsReport *report, int severity)
{
  report->counts[severity]++;
  report->left_out[severity]++;
}

/* Index of a new finding. */
static guint32
append_finding (QmsReport *report)
{
  g_array_set_size (report->findings, report->findings->len + 1);
  return report->findings->len - 1;
}

/* Index of the last finding of the mildest, which is left out. */
static guint32
give_way (QmsReport *report)
{
  int severity = mildest_kept (report);
  GArray *mildest = report->kept[severity];
  guint32 index = g_array_index (mildest, guint32, mildest->len - 1);

  g_array_set_size (mildest, mildest->len - 1);
  report->left_out[severity]++;
  clear_finding (&g_array_index (report->findings, QmsFinding, index));
  return index;
}

void
qms_report_add (QmsReport *report, QmsFinding *finding)
{
  guint32 index;

  finding->sequence = report->n_found++;
  if (!qms_report_keeps (report, finding->severity)) {
    qms_report_leave_out (report, finding->severity);
    clear_finding (finding);
    return;
  }
  report->counts[finding->severity]++;
  index = report->findings->len < report->max ? append_finding (report) : give_way (report);
  g_array_append_val (report->kept[finding->severity], index);
  g_array_index (report->findings, QmsFinding, index) = *finding;
}

void
qms_report_replace (QmsReport *report, QmsReport *other)
{
  QmsReport old = *report;

  report->findings = other->findings;
  other->findings = old.findings;
  for (int severity = QMS_SEVERITY_INFO; severity <= QMS_SEVERITY_ERROR; severity++) {
    report->kept[severity] = other->kept[severity];
    other->kept[severity] = old.kept[severity];
    report->counts[severity] = other->counts[severity];
    report->left_out[severity] = other->left_out[severity];
  }
  report->n_found = other->n_found;
  qms_report_free (other);
}

/* ---- order */

static unsigned
depth_of (const QmsNode *node)
{
  unsigned depth = 0;

  for (; node && node->parent; node = node->parent)
    depth++;
  return depth;
}

/* Negative, zero, positive: which of two nodes comes first in canonical order; a node comes before what it holds. */
static int
compare_nodes (const QmsNode *a, const QmsNode *b)
{
  unsigned depth_a = depth_of (a), depth_b = depth_of (b);
  int shorter = depth_a < depth_b ? -1 : depth_a > depth_b;

  for (; depth_a > depth_b; depth_a--)
    a = a->parent;
  for (; depth_b > depth_a; depth_b--)
    b = b->parent;
  if (a == b)
    return shorter;
  for (; a->parent != b->parent; a = a->parent)
    b = b->parent;
  if (a->slot != b->slot)
    return a->slot < b->slot ? -1 : 1;
  return a->index < b->index ? -1 : 1;
}

static int
compare_numbers (uint32_t a, uint32_t b)
{
  return a < b ? -1 : a > b;
}

/* By line and column, then by place in the tree (all there is if the document was not read from XML), then by rule. */
static gint
compare_findings (gconstpointer left, gconstpointer right)
{
  const QmsFinding *a = left, *b = right;
  int order = compare_numbers (a->line, b->line);

  if (order == 0)
    order = compare_numbers (a->column, b->column);
  if (order == 0 && a->node && b->node)
    order = compare_nodes (a->node, b->node);
  if (order == 0 && a->rule != b->rule)
    order = a->rule < b->rule ? -1 : 1;
  return order != 0 ? order : compare_numbers (a->sequence, b->sequence);
}

void
qms_report_sort (QmsReport *report)
{
  g_array_sort (report->findings, compare_findings);
}

/* ---- reading */

static QmsFinding *
finding_at (const QmsReport *report, size_t index)
{
  return report && index < report->findings->len ? &g_array_index (report->findings, QmsFinding, index) : NULL;
}

const QmsFinding *
qms_report_finding (const QmsReport *report, size_t index)
{
  return finding_at (report, index);
}

size_t
qms_report_count (const QmsReport *report)
{
  return report ? report->findings->len : 0;
}

size_t
qms_report_left_out_count (const QmsReport *report, int32_t severity)
{
  return report && severity >= QMS_SEVERITY_INFO && severity <= QMS_SEVERITY_ERROR ? report->left_out[severity] : 0;
}

size_t
qms_report_severity_count (const QmsReport *report, int32_t severity)
{
  return report && severity >= QMS_SEVERITY_INFO && severity <= QMS_SEVERITY_ERROR ? report->counts[severity] : 0;
}

const QmsRule *
qms_report_rule (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? finding->rule : NULL;
}

int32_t
qms_report_severity (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? finding->severity : 0;
}

const char *
qms_report_message (const QmsReport *report, size_t index, int32_t lang)
{
  QmsFinding *finding = finding_at (report, index);
  char **message = finding ? &finding->message[lang == QMS_LANG_EN] : NULL;

  if (!finding)
    return NULL;
  if (!*message)
    *message = qms_message_format (finding->rule->message[lang == QMS_LANG_EN], finding->values, finding->n_values,
                                   lang == QMS_LANG_EN);
  return *message;
}

const char *
qms_report_cite (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  if (!finding)
    return NULL;
  return finding->cite ? finding->cite : qms_rule_cite (finding->rule, 0);
}

/* Every message about a requirement names it. */
const char *
qms_finding_requirement (const QmsFinding *finding)
{
  for (size_t i = 0; i < finding->n_values; i++)
    if (g_str_equal (finding->values[i].name, "requirement"))
      return finding->values[i].text[QMS_LANG_VI];
  return NULL;
}

const char *
qms_report_requirement (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? qms_finding_requirement (finding) : NULL;
}

uint32_t
qms_report_line (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? finding->line : 0;
}

uint32_t
qms_report_column (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? finding->column : 0;
}

const char *
qms_report_path (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? finding->path : NULL;
}

QmsNode *
qms_report_node (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? finding->node : NULL;
}

size_t
qms_report_suppressed_count (const QmsReport *report)
{
  return report ? report->n_suppressed : 0;
}

static const QmsSuppression *
suppression_at (const QmsReport *report, size_t index)
{
  const QmsFinding *finding = finding_at (report, index);

  return finding ? finding->suppression : NULL;
}

int32_t
qms_report_is_suppressed (const QmsReport *report, size_t index)
{
  return suppression_at (report, index) != NULL;
}

int32_t
qms_report_suppression_is_in_file (const QmsReport *report, size_t index)
{
  const QmsSuppression *suppression = suppression_at (report, index);

  return suppression && suppression->node;
}

const char *
qms_report_suppression_who (const QmsReport *report, size_t index)
{
  const QmsSuppression *suppression = suppression_at (report, index);

  return suppression ? suppression->who : NULL;
}

const char *
qms_report_suppression_until (const QmsReport *report, size_t index)
{
  const QmsSuppression *suppression = suppression_at (report, index);

  return suppression ? suppression->until : NULL;
}

const char *
qms_report_suppression_reason (const QmsReport *report, size_t index)
{
  const QmsSuppression *suppression = suppression_at (report, index);

  return suppression ? suppression->reason : NULL;
}

/* What the finding is about: rule, path and values, but not lines. */
static char *
identity_of (const QmsFinding *finding)
{
  GString *identity = g_string_new (finding->rule->id);

  g_string_append_printf (identity, "\n%s", finding->path ? finding->path : "");
  for (size_t i = 0; i < finding->n_values; i++)
    g_string_append_printf (identity, "\n%s=%s", finding->values[i].name, finding->values[i].text[QMS_LANG_VI]);
  return g_string_free (identity, FALSE);
}

const char *
qms_report_fingerprint (const QmsReport *report, size_t index)
{
  QmsFinding *finding = finding_at (report, index);

  if (!finding)
    return NULL;
  if (!*finding->fingerprint) {
    g_autofree char *identity = identity_of (finding);
    g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
    g_strlcpy (finding->fingerprint, digest, sizeof finding->fingerprint);
  }
  return finding->fingerprint;
}
