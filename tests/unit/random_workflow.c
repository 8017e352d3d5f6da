/* SPDX-License-Identifier: Apache-2.0 */
/* Makes random workflows in two passes: a plan in which outcomes lead to labels, then the XML. */
#include "random_workflow.h"

#include "core/text.h"

#include <stdbool.h>
#include <string.h>

enum { MOST_OUTCOMES = 4, MOST_BRANCHES = 3, DEEPEST = 2, NOWHERE = -1, EVERYWHERE = -1 };

/* A place that outcomes lead to: the step that was planned right after it was put. */
typedef int Label;

typedef struct {
  const char *code, *kind, *name;
  Label target; /* NOWHERE: none is written */
  int scenario; /* EVERYWHERE: any */
  int n_branches;
  Label branches[MOST_BRANCHES];
} Outcome;

typedef struct {
  const char *kind, *role, *name;
  int phase;
  int n_outcomes;
  Outcome outcomes[MOST_OUTCOMES];
} Step;

typedef struct {
  GRand *random;
  GArray *steps;  /* Step */
  GArray *labels; /* int: number of the step */
  int n_scenarios, n_phases, phase;
  GStringChunk *names; /* what steps and outcomes are called */
  GString *xml;
} Plan;

static int
below (Plan *plan, int limit)
{
  return g_rand_int_range (plan->random, 0, limit);
}

static bool
chance (Plan *plan, int percent)
{
  return below (plan, 100) < percent;
}

/* ---- names */

static const char *const pieces[] = {
  "Thẩm định hồ sơ",
  "kiểm tra thực địa, lập biên bản",
  "lấy ý kiến các đơn vị có liên quan",
  "trình lãnh đạo xem xét, quyết định",
  "Ủy ban nhân dân cấp xã",
  "theo quy định của pháp luật",
  "đối chiếu cơ sở dữ liệu quốc gia về dân cư",
  "A & B",
  "thời hạn < 05 ngày",
  "\"nháy\" và 'đơn'",
  "nghiêngngảkhôngcómộtkhoảngtrắngnàotrongcáitừnàycả",
  "(nếu có)",
  "–",
  "1/2",
};

/* Mostly short; now and then as long as a paragraph. The plan owns it. */
static const char *
random_name (Plan *plan)
{
  g_autoptr (GString) name = g_string_new (NULL);
  int length = chance (plan, 10) ? 5 + below (plan, 20) : 1 + below (plan, 3);

  for (int i = 0; i < length; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? " " : "", pieces[below (plan, G_N_ELEMENTS (pieces))]);
  return g_string_chunk_insert (plan->names, name->str);
}

/* ---- the plan */

static Label
new_label (Plan *plan)
{
  int nowhere = NOWHERE;

  g_array_append_val (plan->labels, nowhere);
  return (Label)plan->labels->len - 1;
}

/* The next step to be planned is what the label means. */
static void
put_label (Plan *plan, Label label)
{
  g_array_index (plan->labels, int, label) = (int)plan->steps->len;
}

static Label
label_here (Plan *plan)
{
  Label label = new_label (plan);

  put_label (plan, label);
  return label;
}

static Step *
add_step (Plan *plan, const char *kind, const char *role)
{
  Step step = { .kind = kind, .role = role, .name = random_name (plan), .phase = plan->phase };

  g_array_append_val (plan->steps, step);
  return &g_array_index (plan->steps, Step, plan->steps->len - 1);
}

static Outcome *
add_outcome (Plan *plan, Step *step, const char *code, const char *kind, Label target)
{
  Outcome *outcome = &step->outcomes[step->n_outcomes++];

  *outcome = (Outcome){ .code = code, .kind = kind, .target = target, .scenario = EVERYWHERE };
  outcome->name = chance (plan, 80) ? random_name (plan) : NULL;
  return outcome;
}

static Step *
add_plain (Plan *plan)
{
  static const char *const kinds[] = { "phanCong", "thamDinh", "layYKien", "trinhKy", "pheDuyet", "khac", NULL };
  static const char *const roles[] = { "VT-1", "VT-2", "VT-3", "VT-4", NULL };

  return add_step (plan, kinds[below (plan, G_N_ELEMENTS (kinds))], roles[below (plan, G_N_ELEMENTS (roles))]);
}

/* ---- segments: each begins at the next step and goes on with the step that is planned after it */

static void
add_decision (Plan *plan)
{
  Label after = new_label (plan);
  Step *step = add_plain (plan);
  Outcome *shortcut;

  add_outcome (plan, step, "xetTiep", chance (plan, 50) ? "tiepTuc" : NULL, NOWHERE);
  shortcut = add_outcome (plan, step, "boQua", NULL, after);
  if (plan->n_scenarios > 0 && chance (plan, 40))
    shortcut->scenario = below (plan, plan->n_scenarios);
  for (int i = below (plan, 3); i >= 0; i--)
    add_plain (plan);
  put_label (plan, after);
}

/* Only outside of branches may the applicant's delay end the handling. */
static void
add_wait (Plan *plan, int depth)
{
  bool payment = chance (plan, 30), end = depth == 0 && chance (plan, 70);
  Label again = label_here (plan), wait = new_label (plan), after = new_label (plan);
  Step *step = add_plain (plan);

  add_outcome (plan, step, "du", NULL, after);
  add_outcome (plan, step, "thieu", payment ? "nghiaVuTaiChinh" : "boSung", wait);
  put_label (plan, wait);
  step = add_step (plan, payment ? "choNghiaVuTaiChinh" : "choBoSung", "VT-ND");
  add_outcome (plan, step, "xong", NULL, payment ? after : again);
  if (end)
    add_outcome (plan, step, "quaHan", "dung", NOWHERE);
  if (end && chance (plan, 30))
    add_outcome (plan, step, "rut", "rut", NOWHERE);
  put_label (plan, after);
}

static void
add_refusal (Plan *plan)
{
  Label no = new_label (plan), after = new_label (plan);
  Step *step = add_plain (plan);

  add_outcome (plan, step, "dat", NULL, after);
  if (chance (plan, 40))
    add_outcome (plan, step, "tuChoi", "tuChoi", NOWHERE);
  add_outcome (plan, step, "khongDat", "tuChoi", no);
  put_label (plan, no);
  step = add_step (plan, "traKetQua", "VT-1");
  add_outcome (plan, step, "daTra", "tuChoi", NOWHERE);
  put_label (plan, after);
}

static void
add_loop (Plan *plan)
{
  Label again = label_here (plan);
  Step *step;

  for (int i = below (plan, 2); i >= 0; i--)
    add_plain (plan);
  step = add_plain (plan);
  add_outcome (plan, step, "dongY", NULL, NOWHERE);
  add_outcome (plan, step, "traLai", "traLai", again);
}

static void
add_agency (Plan *plan)
{
  Label there = new_label (plan);
  int own = plan->phase;
  Step *step = add_plain (plan);

  if (chance (plan, 50))
    add_outcome (plan, step, "chuyen", "chuyenCoQuan", there);
  put_label (plan, there);
  plan->phase = plan->n_phases > 1 ? 1 + below (plan, plan->n_phases - 1) : own;
  for (int i = below (plan, 2); i >= 0; i--)
    add_step (plan, chance (plan, 50) ? "choCoQuanKhac" : "thamDinh", "VT-CQ");
  plan->phase = own;
}

static void add_segments (Plan *plan, int depth);

static void
add_branches (Plan *plan, int depth)
{
  Label meeting = new_label (plan), first[MOST_BRANCHES];
  int count = 2 + below (plan, MOST_BRANCHES - 1);
  guint split = plan->steps->len;

  add_plain (plan);
  for (int i = 0; i < count; i++) {
    Step *last;
    first[i] = label_here (plan);
    if (chance (plan, 60))
      add_segments (plan, depth + 1);
    last = add_plain (plan);
    add_outcome (plan, last, "xong", NULL, meeting)->name = random_name (plan);
  }
  Outcome *outcome = add_outcome (plan, &g_array_index (plan->steps, Step, split), "songSong", NULL, meeting);
  outcome->n_branches = count;
  memcpy (outcome->branches, first, sizeof first);
  put_label (plan, meeting);
  add_plain (plan);
}

static void
add_segment (Plan *plan, int depth)
{
  int choice = below (plan, 7);

  if (choice == 0)
    add_decision (plan);
  else if (choice == 1)
    add_wait (plan, depth);
  else if (choice == 2 && depth == 0)
    add_refusal (plan);
  else if (choice == 3)
    add_loop (plan);
  else if (choice == 4)
    add_agency (plan);
  else if (choice == 5 && depth < DEEPEST)
    add_branches (plan, depth);
  else
    add_plain (plan);
}

static void
add_segments (Plan *plan, int depth)
{
  for (int i = below (plan, depth == 0 ? 7 : 2); i >= 0; i--)
    add_segment (plan, depth);
}

static void
make_plan (Plan *plan)
{
  plan->n_scenarios = chance (plan, 50) ? 1 + below (plan, 3) : 0;
  plan->n_phases = chance (plan, 60) ? 2 + below (plan, 2) : 0;
  plan->phase = plan->n_phases > 0 ? 0 : NOWHERE;
  if (chance (plan, 30))
    add_step (plan, NULL, "VT-ND");
  add_step (plan, "tiepNhan", "VT-1");
  add_segments (plan, 0);
  add_step (plan, "phatHanh", "VT-4");
  if (chance (plan, 80))
    add_step (plan, "traKetQua", "VT-1");
  else
    add_outcome (plan, add_step (plan, "traKetQua", "VT-1"), "xong", "hoanThanh", NOWHERE);
}

/* ---- the XML */

static const char head[] =
    "<heThong xmlns='urn:libqms:1'><coQuan ma='H99.45' loai='ubndCapXa'><ten>Ủy ban nhân dân xã Hòa Mẫu</ten>"
    "<donVi id='DV-1'><ten>Trung tâm Phục vụ hành chính công</ten></donVi>"
    "<donVi id='DV-2'><ten>Phòng Kinh tế</ten></donVi>"
    "<vaiTro id='VT-1' loai='coQuan' donVi='DV-1'><ten>Cán bộ tiếp nhận và trả kết quả</ten></vaiTro>"
    "<vaiTro id='VT-2' loai='coQuan' donVi='DV-2'><ten>Công chức chuyên môn</ten></vaiTro>"
    "<vaiTro id='VT-3' donVi='DV-2'><ten>Lãnh đạo phòng</ten></vaiTro>"
    "<vaiTro id='VT-4' loai='coQuan'><ten>Lãnh đạo Ủy ban nhân dân</ten></vaiTro>"
    "<vaiTro id='VT-CQ' loai='coQuanKhac'><ten>Cơ quan thuế</ten></vaiTro>"
    "<vaiTro id='VT-ND' loai='nguoiNop'><ten>Tổ chức, cá nhân nộp hồ sơ</ten></vaiTro></coQuan>";

static void
write_attribute (Plan *plan, const char *name, const char *prefix, int number)
{
  if (number >= 0)
    g_string_append_printf (plan->xml, " %s='%s%d'", name, prefix, number + 1);
}

static void
write_target (Plan *plan, const char *name, Label label)
{
  if (label != NOWHERE)
    write_attribute (plan, name, "B", g_array_index (plan->labels, int, label));
}

static void
write_text (Plan *plan, const char *name, const char *text)
{
  if (text)
    qms_text_append_markup (plan->xml, "<%s>%s</%s>", name, text, name);
}

static void
write_duration (Plan *plan, int scenario)
{
  static const char *const days[] = { "0.25", "0.5", "1", "1.5", "2", "3", "10" };

  g_string_append (plan->xml, "<thoiGian");
  write_attribute (plan, "truongHop", "TH", scenario);
  if (chance (plan, 25))
    g_string_append_printf (plan->xml, " giaTri='%d gioLamViec'/>", 1 + below (plan, 12));
  else
    g_string_append_printf (plan->xml, " giaTri='%s ngayLamViec'/>", days[below (plan, G_N_ELEMENTS (days))]);
}

static void
write_durations (Plan *plan)
{
  bool common = plan->n_scenarios == 0 || chance (plan, 60);

  if (common && chance (plan, 90))
    write_duration (plan, EVERYWHERE);
  for (int i = 0; i < plan->n_scenarios; i++)
    if (!common || chance (plan, 20))
      write_duration (plan, i);
}

static void
write_outcome (Plan *plan, const Outcome *outcome)
{
  g_string_append_printf (plan->xml, "<ketCuc ma='%s'", outcome->code);
  if (outcome->kind)
    g_string_append_printf (plan->xml, " loai='%s'", outcome->kind);
  write_target (plan, "den", outcome->target);
  write_attribute (plan, "truongHop", "TH", outcome->scenario);
  g_string_append_c (plan->xml, '>');
  write_text (plan, "ten", outcome->name);
  for (int i = 0; i < outcome->n_branches; i++) {
    g_string_append (plan->xml, "<nhanh");
    write_target (plan, "den", outcome->branches[i]);
    g_string_append (plan->xml, "/>");
  }
  g_string_append (plan->xml, "</ketCuc>");
}

static void
write_step (Plan *plan, guint number)
{
  const Step *step = &g_array_index (plan->steps, Step, number);

  g_string_append (plan->xml, "<buoc");
  write_attribute (plan, "id", "B", (int)number);
  write_attribute (plan, "so", "", (int)number);
  if (step->kind)
    g_string_append_printf (plan->xml, " loai='%s'", step->kind);
  if (step->role)
    g_string_append_printf (plan->xml, " vaiTro='%s'", step->role);
  write_attribute (plan, "giaiDoan", "GD", step->phase);
  g_string_append (plan->xml, step->role ? ">" : " donVi='DV-2'>");
  write_text (plan, "ten", step->name);
  write_text (plan, "noiDung", chance (plan, 50) ? random_name (plan) : NULL);
  write_durations (plan);
  if (chance (plan, 30))
    g_string_append (plan->xml, "<dauVao bieuMau='BM1'/>");
  if (chance (plan, 50))
    g_string_append (plan->xml, "<ketQua loai='kiemSoat'/><ketQua bieuMau='BM2'/>");
  for (int i = 0; i < step->n_outcomes; i++)
    write_outcome (plan, &step->outcomes[i]);
  g_string_append (plan->xml, "</buoc>");
}

static void
write_phase (Plan *plan, int phase)
{
  g_string_append (plan->xml, "<giaiDoan");
  write_attribute (plan, "id", "GD", phase);
  if (phase > 0)
    g_string_append_printf (plan->xml, " coQuan='%s'",
                            phase == 1 ? "Thuế cơ sở" : "Chi nhánh Văn phòng đăng ký đất đai");
  if (phase > 0 && chance (plan, 40))
    g_string_append (plan->xml, " khongTinhGio='true'");
  qms_text_append_markup (plan->xml, ">%s</giaiDoan>", random_name (plan));
}

static void
write_limit (Plan *plan, int scenario)
{
  g_string_append (plan->xml, "<thoiHan");
  write_attribute (plan, "truongHop", "TH", scenario);
  if (chance (plan, 20))
    g_string_append (plan->xml, " kenh='trucTuyen'");
  g_string_append_printf (plan->xml, " giaTri='%d ngayLamViec' theoQuyDinh='30 ngayLamViec'/>", 1 + below (plan, 30));
}

static void
write_procedure (Plan *plan)
{
  g_string_append (plan->xml, "<quyTrinh id='" RANDOM_WORKFLOW_PROCEDURE "' ma='QT 01' loai='tthc'>");
  write_text (plan, "ten", random_name (plan));
  for (int i = 0; i < plan->n_scenarios; i++)
    qms_text_append_markup (plan->xml,
                            i == 0   ? "<truongHop id='TH1'>%s</truongHop>"
                            : i == 1 ? "<truongHop id='TH2'>%s</truongHop>"
                                     : "<truongHop id='TH3'>%s</truongHop>",
                            random_name (plan));
  for (int i = 0; i < plan->n_phases; i++)
    write_phase (plan, i);
  for (int i = 0; i < plan->n_scenarios; i++)
    write_limit (plan, i);
  if (plan->n_scenarios == 0)
    write_limit (plan, EVERYWHERE);
  for (guint i = 0; i < plan->steps->len; i++)
    write_step (plan, i);
  g_string_append (plan->xml, "<bieuMau id='BM1' loai='donToKhai'>Tờ khai</bieuMau>"
                              "<bieuMau id='BM2' ma='BM.02' loai='ketQua'>Kết quả</bieuMau></quyTrinh>");
}

QmsDocument *
random_workflow (guint32 seed)
{
  Plan plan = { .random = g_rand_new_with_seed (seed),
                .steps = g_array_new (FALSE, FALSE, sizeof (Step)),
                .labels = g_array_new (FALSE, FALSE, sizeof (int)),
                .names = g_string_chunk_new (1024),
                .xml = g_string_new (head) };
  QmsDocument *document = NULL;

  make_plan (&plan);
  write_procedure (&plan);
  g_string_append (plan.xml, "</heThong>");
  if (qms_document_parse (plan.xml->str, plan.xml->len, &document, NULL) != QMS_OK)
    g_error ("random workflow %u cannot be read:\n%s", seed, plan.xml->str);
  g_string_free (plan.xml, TRUE);
  g_string_chunk_free (plan.names);
  g_array_unref (plan.labels);
  g_array_unref (plan.steps);
  g_rand_free (plan.random);
  return document;
}
