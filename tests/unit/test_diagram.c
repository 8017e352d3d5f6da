/* SPDX-License-Identifier: Apache-2.0 */
/* What is drawn of a procedure and what leads where; places are the layout's. */
#include "diagram/diagram.h"
#include "random_workflow.h"
#include "support.h"

#include <string.h>

Suite *diagram_suite (void);

/* A procedure of an agency with two roles of its own, an applicant and another agency. */
#define PROCEDURE(steps)                                                                                               \
  SYSTEM ("<coQuan><ten>UBND xã Mẫu</ten><donVi id='DV'><ten>Văn phòng</ten></donVi>"                             \
          "<vaiTro id='TN'><ten>Tiếp nhận</ten></vaiTro><vaiTro id='TL'><ten>Thụ lý</ten></vaiTro>"             \
          "<vaiTro id='NN' loai='nguoiNop'><ten>Người nộp</ten></vaiTro>"                                         \
          "<vaiTro id='SO' loai='coQuanKhac'><ten>Sở Mẫu</ten></vaiTro></coQuan>"                                  \
          "<quyTrinh id='QT' loai='tthc'><ten>Mẫu</ten>"                                                             \
          "<giaiDoan id='GD' coQuan='Sở Mẫu'>Ở Sở</giaiDoan>" steps "</quyTrinh>")

typedef struct {
  QmsDocument *document;
  QmsWorkflow *workflow;
  QmsDiagram *diagram;
} Drawn;

static Drawn
draw (QmsDocument *document, const char *id)
{
  Drawn drawn = { .document = document };
  QmsNode *procedure = qms_document_find (document, id);

  ck_assert_int_eq (qms_workflow_new (procedure, &drawn.workflow, NULL), QMS_OK);
  drawn.diagram = qms_diagram_new (procedure, drawn.workflow);
  return drawn;
}

static Drawn
draw_text (const char *text)
{
  return draw (read_text (text), "QT");
}

static void
drop (Drawn *drawn)
{
  qms_diagram_free (drawn->diagram);
  qms_workflow_unref (drawn->workflow);
  qms_document_unref (drawn->document);
}

static const QmsShape *
shape_at (const Drawn *drawn, guint index)
{
  return &g_array_index (drawn->diagram->shapes, QmsShape, index);
}

static const QmsFlow *
flow_at (const Drawn *drawn, guint index)
{
  return &g_array_index (drawn->diagram->flows, QmsFlow, index);
}

static guint
find_shape (const Drawn *drawn, const char *id)
{
  for (guint i = 0; i < drawn->diagram->shapes->len; i++)
    if (!strcmp (shape_at (drawn, i)->id, id))
      return i;
  ck_abort_msg ("no shape is called %s", id);
  return 0;
}

static const QmsShape *
shape (const Drawn *drawn, const char *id)
{
  return shape_at (drawn, find_shape (drawn, id));
}

static const QmsFlow *
flow (const Drawn *drawn, const char *id)
{
  for (guint i = 0; i < drawn->diagram->flows->len; i++)
    if (!strcmp (flow_at (drawn, i)->id, id))
      return flow_at (drawn, i);
  ck_abort_msg ("no flow is called %s", id);
  return NULL;
}

static bool
leads (const Drawn *drawn, const char *from, const char *to)
{
  guint source = find_shape (drawn, from), target = find_shape (drawn, to);

  for (guint i = 0; i < drawn->diagram->flows->len; i++)
    if (flow_at (drawn, i)->source == source && flow_at (drawn, i)->target == target)
      return true;
  return false;
}

static guint
count_flows (const Drawn *drawn, guint index, bool out)
{
  guint count = 0;

  for (guint i = 0; i < drawn->diagram->flows->len; i++)
    count += (out ? flow_at (drawn, i)->source : flow_at (drawn, i)->target) == index;
  return count;
}

static const QmsPool *
pool_at (const Drawn *drawn, guint index)
{
  return &g_array_index (drawn->diagram->pools, QmsPool, index);
}

static bool
has_message (const Drawn *drawn, const char *shape_id, const char *pool_id, bool out)
{
  for (guint i = 0; i < drawn->diagram->messages->len; i++) {
    const QmsMessage *message = &g_array_index (drawn->diagram->messages, QmsMessage, i);
    guint end = out ? message->source : message->target, pool = out ? message->target_pool : message->source_pool;
    if (end != QMS_DIAGRAM_NONE && end == find_shape (drawn, shape_id) && !strcmp (pool_at (drawn, pool)->id, pool_id))
      return true;
  }
  return false;
}

static const char *
lane_name (const Drawn *drawn, const char *shape_id)
{
  return g_array_index (drawn->diagram->lanes, QmsLane, shape (drawn, shape_id)->lane).name;
}

/* ---- what every diagram keeps */

static void
assert_ends_meet (const Drawn *drawn, guint index)
{
  const QmsShape *own = shape_at (drawn, index);
  guint in = count_flows (drawn, index, false), out = count_flows (drawn, index, true);
  bool is_gateway = own->kind == QMS_SHAPE_XOR || own->kind == QMS_SHAPE_AND || own->kind == QMS_SHAPE_EVENT_GATEWAY;

  ck_assert_msg (in == (own->kind != QMS_SHAPE_START) || (is_gateway && in > 1), "%s has %u flows in", own->id, in);
  ck_assert_msg (out == (own->kind != QMS_SHAPE_END) || (is_gateway && out > 1), "%s has %u flows out", own->id, out);
  if (is_gateway)
    ck_assert_msg ((in > 1) != (out > 1), "%s has %u flows in, %u out", own->id, in, out);
  ck_assert_uint_lt (own->lane, drawn->diagram->lanes->len);
}

/* A question is named and all answers are; without a condition is exactly the default. */
static void
assert_question (const Drawn *drawn, guint index)
{
  guint defaults = 0;

  if (shape_at (drawn, index)->kind != QMS_SHAPE_XOR || count_flows (drawn, index, true) < 2)
    return;
  ck_assert_str_ne (shape_at (drawn, index)->name, "");
  for (guint i = 0; i < drawn->diagram->flows->len; i++)
    if (flow_at (drawn, i)->source == index) {
      ck_assert_str_ne (flow_at (drawn, i)->name, "");
      ck_assert (flow_at (drawn, i)->conditional != flow_at (drawn, i)->is_default);
      defaults += flow_at (drawn, i)->is_default;
    }
  ck_assert_uint_eq (defaults, 1);
}

static void
assert_new_id (GHashTable *ids, const char *id)
{
  ck_assert (g_ascii_isalpha (*id));
  ck_assert_msg (id[strspn (id, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-")] == '\0', "%s is not plain", id);
  ck_assert_msg (g_hash_table_add (ids, (gpointer)id), "%s is there twice", id);
}

static void
assert_ids (const Drawn *drawn)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drawn->diagram->pools->len; i++)
    assert_new_id (ids, pool_at (drawn, i)->id);
  for (guint i = 0; i < drawn->diagram->lanes->len; i++)
    assert_new_id (ids, g_array_index (drawn->diagram->lanes, QmsLane, i).id);
  for (guint i = 0; i < drawn->diagram->shapes->len; i++)
    assert_new_id (ids, shape_at (drawn, i)->id);
  for (guint i = 0; i < drawn->diagram->flows->len; i++)
    assert_new_id (ids, flow_at (drawn, i)->id);
  for (guint i = 0; i < drawn->diagram->messages->len; i++)
    assert_new_id (ids, g_array_index (drawn->diagram->messages, QmsMessage, i).id);
}

static void
assert_steps_once (const Drawn *drawn)
{
  g_autofree guint *times = g_new0 (guint, qms_workflow_steps (drawn->workflow));

  for (guint i = 0; i < drawn->diagram->shapes->len; i++)
    if (shape_at (drawn, i)->step != QMS_WORKFLOW_NONE)
      times[shape_at (drawn, i)->step]++;
  for (size_t i = 0; i < qms_workflow_steps (drawn->workflow); i++)
    ck_assert_uint_eq (times[i], 1);
}

/* Messages join a task or a catch event with the pool of somebody else. */
static void
assert_messages (const Drawn *drawn)
{
  for (guint i = 0; i < drawn->diagram->messages->len; i++) {
    const QmsMessage *message = &g_array_index (drawn->diagram->messages, QmsMessage, i);
    bool out = message->source != QMS_DIAGRAM_NONE;
    QmsShapeKind kind = shape_at (drawn, out ? message->source : message->target)->kind;
    ck_assert (pool_at (drawn, out ? message->target_pool : message->source_pool)->black_box);
    ck_assert (kind == QMS_SHAPE_TASK || (!out && (kind == QMS_SHAPE_RECEIVE || kind == QMS_SHAPE_MESSAGE)));
  }
}

START_TEST (every_diagram_is_sound)
{
  Drawn drawn = draw (random_workflow ((guint32)_i), RANDOM_WORKFLOW_PROCEDURE);

  for (guint i = 0; i < drawn.diagram->shapes->len; i++) {
    assert_ends_meet (&drawn, i);
    assert_question (&drawn, i);
  }
  assert_ids (&drawn);
  assert_steps_once (&drawn);
  assert_messages (&drawn);
  drop (&drawn);
}
END_TEST

/* ---- tokens, as an engine moves them */

typedef struct {
  const Drawn *drawn;
  GRand *rand;
  GArray *tokens; /* flows that hold one each */
  bool over;      /* by a terminate event */
} Game;

static void
put_token (Game *game, guint flow_index)
{
  g_array_append_val (game->tokens, flow_index);
}

static void
put_everywhere (Game *game, guint source)
{
  for (guint i = 0; i < game->drawn->diagram->flows->len; i++)
    if (flow_at (game->drawn, i)->source == source)
      put_token (game, i);
}

/* One way out of a question or a wait, by chance. */
static void
put_somewhere (Game *game, guint source)
{
  guint chosen = 0, seen = 0;

  for (guint i = 0; i < game->drawn->diagram->flows->len; i++)
    if (flow_at (game->drawn, i)->source == source && g_rand_int_range (game->rand, 0, (gint)++seen) == 0)
      chosen = i;
  put_token (game, chosen);
}

/* Takes a token of every flow into a parallel join; false if one of them has none. */
static bool
gather (Game *game, guint join)
{
  g_autoptr (GHashTable) flows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < game->tokens->len; i++) {
    guint index = g_array_index (game->tokens, guint, i);
    if (flow_at (game->drawn, index)->target == join)
      ck_assert_msg (g_hash_table_add (flows, GUINT_TO_POINTER (index)), "two tokens wait for one join");
  }
  if (g_hash_table_size (flows) < count_flows (game->drawn, join, false))
    return false;
  for (guint i = game->tokens->len; i > 0; i--)
    if (flow_at (game->drawn, g_array_index (game->tokens, guint, i - 1))->target == join)
      g_array_remove_index (game->tokens, i - 1);
  return true;
}

/* Moves a token on; false if it waits for others. */
static bool
move (Game *game, guint token)
{
  guint target = flow_at (game->drawn, g_array_index (game->tokens, guint, token))->target;
  const QmsShape *own = shape_at (game->drawn, target);

  if (own->kind == QMS_SHAPE_AND && count_flows (game->drawn, target, false) > 1) {
    if (!gather (game, target))
      return false;
  } else
    g_array_remove_index (game->tokens, token);
  game->over = own->terminates;
  if (own->kind == QMS_SHAPE_XOR || own->kind == QMS_SHAPE_EVENT_GATEWAY)
    put_somewhere (game, target);
  else
    put_everywhere (game, target);
  return true;
}

/* Whether some token could be moved. */
static bool
move_one (Game *game)
{
  guint first = g_rand_int_range (game->rand, 0, (gint)game->tokens->len);

  for (guint i = 0; i < game->tokens->len; i++)
    if (move (game, (first + i) % game->tokens->len))
      return true;
  return false;
}

static void
play (const Drawn *drawn, guint32 seed)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (guint));
  Game game = { drawn, g_rand_new_with_seed (seed), tokens, false };

  put_everywhere (&game, find_shape (drawn, "Start_HoSo"));
  for (guint i = 0; tokens->len > 0 && !game.over; i++) {
    ck_assert_msg (move_one (&game), "tokens are stuck");
    ck_assert_msg (i < 100000, "no end is reached");
  }
  g_rand_free (game.rand);
}

START_TEST (no_token_is_stuck_whatever_happens)
{
  Drawn drawn = draw (random_workflow ((guint32)_i), RANDOM_WORKFLOW_PROCEDURE);

  for (guint32 seed = 0; seed < 5; seed++)
    play (&drawn, seed);
  drop (&drawn);
}
END_TEST

/* ---- one by one */

START_TEST (steps_follow_each_other_from_start_to_end)
{
  Drawn drawn = draw_text (PROCEDURE ("<buoc id='B1' vaiTro='TN'><ten>Nhận</ten></buoc><buoc id='B2' vaiTro='TL'/>"));

  ck_assert_uint_eq (drawn.diagram->shapes->len, 4);
  ck_assert (leads (&drawn, "Start_HoSo", "Buoc_B1"));
  ck_assert (leads (&drawn, "Buoc_B1", "Buoc_B2"));
  ck_assert (leads (&drawn, "Buoc_B2", "End_B2"));
  ck_assert_str_eq (shape (&drawn, "Buoc_B1")->name, "Nhận");
  ck_assert_str_eq (shape (&drawn, "Buoc_B2")->name, "Bước 2");
  drop (&drawn);
}
END_TEST

START_TEST (pools_and_lanes_say_who_is_who)
{
  Drawn drawn = draw_text (PROCEDURE ("<buoc id='B1' vaiTro='TN'/><buoc id='B2' donVi='DV'/><buoc id='B3'/>"
                                      "<buoc id='B4' vaiTro='TN'/><buoc id='B5' vaiTro='SO' giaiDoan='GD'/>"));

  ck_assert_uint_eq (drawn.diagram->pools->len, 3);
  ck_assert_str_eq (pool_at (&drawn, 0)->name, "UBND xã Mẫu");
  ck_assert (!pool_at (&drawn, 0)->black_box);
  ck_assert (pool_at (&drawn, 1)->black_box && pool_at (&drawn, 1)->above);
  ck_assert_str_eq (pool_at (&drawn, 2)->name, "Sở Mẫu");
  ck_assert (pool_at (&drawn, 2)->black_box && !pool_at (&drawn, 2)->above);
  ck_assert_uint_eq (drawn.diagram->lanes->len, 3);
  ck_assert_str_eq (lane_name (&drawn, "Buoc_B1"), "Tiếp nhận");
  ck_assert_str_eq (lane_name (&drawn, "Buoc_B2"), "Văn phòng");
  ck_assert_str_eq (lane_name (&drawn, "Buoc_B3"), "Chưa nêu vai trò");
  ck_assert_str_eq (lane_name (&drawn, "Buoc_B5"), "Tiếp nhận");
  drop (&drawn);
}
END_TEST

START_TEST (several_outcomes_are_answers_to_a_question)
{
  Drawn drawn = draw_text (PROCEDURE ("<buoc id='B1' loai='tiepNhan'>"
                                      "<ketCuc ma='thieu' loai='tuChoi'><ten>Không đủ</ten></ketCuc>"
                                      "<ketCuc ma='du' den='B2'/></buoc><buoc id='B2'/>"));
  const QmsFlow *usual = flow (&drawn, "Flow_B1_du");

  ck_assert_str_eq (shape (&drawn, "Gw_B1")->name, "Kết quả kiểm tra hồ sơ?");
  ck_assert (leads (&drawn, "Buoc_B1", "Gw_B1"));
  ck_assert (leads (&drawn, "Gw_B1", "End_B1_thieu"));
  ck_assert (leads (&drawn, "Gw_B1", "Buoc_B2"));
  ck_assert_str_eq (shape (&drawn, "End_B1_thieu")->name, "Từ chối giải quyết");
  ck_assert_str_eq (usual->name, "Giải quyết tiếp");
  ck_assert (usual->is_default && !usual->conditional);
  ck_assert (has_message (&drawn, "Buoc_B1", "Pool_NguoiNop", true));
  drop (&drawn);
}
END_TEST

START_TEST (ways_to_one_step_are_joined_before_it)
{
  Drawn drawn = draw_text (PROCEDURE ("<buoc id='B1'/><buoc id='B2'><ketCuc ma='lai' loai='traLai' den='B1'/>"
                                      "<ketCuc ma='xong' loai='hoanThanh'/></buoc>"));

  ck_assert (leads (&drawn, "Start_HoSo", "Join_B1"));
  ck_assert (leads (&drawn, "Gw_B2", "Join_B1"));
  ck_assert (leads (&drawn, "Join_B1", "Buoc_B1"));
  ck_assert_str_eq (shape (&drawn, "Join_B1")->name, "");
  drop (&drawn);
}
END_TEST

START_TEST (a_wait_that_may_run_out_ends_by_message_or_timer)
{
  Drawn drawn = draw_text (PROCEDURE ("<buoc id='B1'/><buoc id='B2' loai='choBoSung' vaiTro='NN'>"
                                      "<ketCuc ma='nop' den='B1'/><ketCuc ma='het' loai='dung'/></buoc>"));

  ck_assert_int_eq (shape (&drawn, "Buoc_B2")->kind, QMS_SHAPE_EVENT_GATEWAY);
  ck_assert_int_eq (shape (&drawn, "Event_B2_nop")->kind, QMS_SHAPE_MESSAGE);
  ck_assert_int_eq (shape (&drawn, "Event_B2_het")->kind, QMS_SHAPE_TIMER);
  ck_assert (leads (&drawn, "Event_B2_nop", "Join_B1"));
  ck_assert (leads (&drawn, "Event_B2_het", "End_B2_het"));
  ck_assert_str_eq (shape (&drawn, "End_B2_het")->name, "Dừng giải quyết");
  ck_assert (has_message (&drawn, "Event_B2_nop", "Pool_NguoiNop", false));
  drop (&drawn);
}
END_TEST

START_TEST (a_wait_for_one_thing_is_a_catch_event)
{
  Drawn drawn = draw_text (PROCEDURE ("<buoc id='B1'/><buoc id='B2' loai='choBoSung'><ketCuc ma='nop' den='B3'/></buoc>"
                                      "<buoc id='B3'/>"));

  ck_assert_int_eq (shape (&drawn, "Buoc_B2")->kind, QMS_SHAPE_MESSAGE);
  ck_assert (leads (&drawn, "Buoc_B2", "Buoc_B3"));
  drop (&drawn);
}
END_TEST

START_TEST (another_agency_is_told_and_answers)
{
  Drawn drawn = draw_text (PROCEDURE ("<buoc id='B1' vaiTro='TL'/><buoc id='B2' vaiTro='SO' giaiDoan='GD'/>"
                                      "<buoc id='B3' loai='choCoQuanKhac' vaiTro='TN'/>"));

  ck_assert_int_eq (shape (&drawn, "Buoc_B2")->kind, QMS_SHAPE_RECEIVE);
  ck_assert (has_message (&drawn, "Buoc_B1", "Pool_CQ_GD", true));
  ck_assert (has_message (&drawn, "Buoc_B2", "Pool_CQ_GD", false));
  ck_assert_str_eq (lane_name (&drawn, "Buoc_B2"), "Thụ lý");
  ck_assert_str_eq (lane_name (&drawn, "Buoc_B3"), "Tiếp nhận");
  ck_assert (has_message (&drawn, "Buoc_B3", "Pool_CQ_TN", false));
  drop (&drawn);
}
END_TEST

/* B3 ends in two ways, but its branch comes to the join by one. */
START_TEST (each_branch_comes_to_the_join_once)
{
  Drawn drawn = draw_text (
      PROCEDURE ("<buoc id='B1'><ketCuc ma='hoi' den='B5'><nhanh den='B2'/><nhanh den='B3'/></ketCuc></buoc>"
                 "<buoc id='B2'><ketCuc ma='x' den='B5'/></buoc>"
                 "<buoc id='B3'><ketCuc ma='x' den='B5'/><ketCuc ma='y' den='B4'/><ketCuc ma='z' loai='tuChoi'/></buoc>"
                 "<buoc id='B4'><ketCuc ma='x' den='B5'/></buoc><buoc id='B5'/>"));

  ck_assert (leads (&drawn, "Buoc_B1", "Split_B1_hoi"));
  ck_assert (leads (&drawn, "Split_B1_hoi", "Buoc_B2"));
  ck_assert (leads (&drawn, "Split_B1_hoi", "Buoc_B3"));
  ck_assert (leads (&drawn, "Buoc_B2", "Meet_B1"));
  ck_assert (leads (&drawn, "Gw_B3", "Merge_B1"));
  ck_assert (leads (&drawn, "Buoc_B4", "Merge_B1"));
  ck_assert (leads (&drawn, "Merge_B1", "Meet_B1"));
  ck_assert (leads (&drawn, "Meet_B1", "Buoc_B5"));
  ck_assert (shape (&drawn, "End_B3_z")->terminates);
  ck_assert (!shape (&drawn, "End_B5")->terminates);
  drop (&drawn);
}
END_TEST

START_TEST (sections_that_meet_at_one_step_are_joined_from_the_inside)
{
  Drawn drawn = draw_text (
      PROCEDURE ("<buoc id='B1'><ketCuc ma='a' den='B6'><nhanh den='B2'/><nhanh den='B3'/></ketCuc></buoc>"
                 "<buoc id='B2'><ketCuc ma='x' den='B6'/></buoc>"
                 "<buoc id='B3'><ketCuc ma='b' den='B6'><nhanh den='B4'/><nhanh den='B5'/></ketCuc></buoc>"
                 "<buoc id='B4'><ketCuc ma='x' den='B6'/></buoc><buoc id='B5'><ketCuc ma='x' den='B6'/></buoc>"
                 "<buoc id='B6'/>"));

  ck_assert (leads (&drawn, "Buoc_B4", "Meet_B3"));
  ck_assert (leads (&drawn, "Buoc_B5", "Meet_B3"));
  ck_assert (leads (&drawn, "Meet_B3", "Meet_B1"));
  ck_assert (leads (&drawn, "Buoc_B2", "Meet_B1"));
  ck_assert (leads (&drawn, "Meet_B1", "Buoc_B6"));
  drop (&drawn);
}
END_TEST

START_TEST (one_branch_needs_no_gateway)
{
  Drawn drawn =
      draw_text (PROCEDURE ("<buoc id='B1'><ketCuc ma='a' den='B3'><nhanh den='B2'/><nhanh den='B2'/></ketCuc></buoc>"
                            "<buoc id='B2'><ketCuc ma='x' den='B3'/></buoc><buoc id='B3'/>"));

  ck_assert (leads (&drawn, "Buoc_B1", "Buoc_B2"));
  ck_assert (leads (&drawn, "Buoc_B2", "Buoc_B3"));
  drop (&drawn);
}
END_TEST

START_TEST (identifiers_are_plain_and_differ)
{
  Drawn drawn =
      draw_text (PROCEDURE ("<buoc id='Bước.1'><ketCuc ma='a b' loai='dung'/><ketCuc ma='a?b' loai='dung'/>"
                            "<ketCuc ma='a b_2' loai='dung'/><ketCuc ma='c' den='B2'/></buoc><buoc id='B2'/>"));

  assert_ids (&drawn);
  ck_assert_str_eq (shape_at (&drawn, 0)->id, "Buoc_Bu01b0u1edbc.1");
  drop (&drawn);
}
END_TEST

START_TEST (a_procedure_without_steps_has_nobody_to_draw)
{
  Drawn drawn = draw_text (PROCEDURE (""));

  ck_assert_uint_eq (drawn.diagram->shapes->len, 0);
  ck_assert_uint_eq (drawn.diagram->flows->len, 0);
  drop (&drawn);
}
END_TEST

Suite *
diagram_suite (void)
{
  Suite *suite = suite_create ("diagram");
  TCase *cases = tcase_create ("diagram");

  tcase_add_loop_test (cases, every_diagram_is_sound, 0, count_seeds (300));
  tcase_add_loop_test (cases, no_token_is_stuck_whatever_happens, 0, count_seeds (300));
  tcase_add_test (cases, steps_follow_each_other_from_start_to_end);
  tcase_add_test (cases, pools_and_lanes_say_who_is_who);
  tcase_add_test (cases, several_outcomes_are_answers_to_a_question);
  tcase_add_test (cases, ways_to_one_step_are_joined_before_it);
  tcase_add_test (cases, a_wait_that_may_run_out_ends_by_message_or_timer);
  tcase_add_test (cases, a_wait_for_one_thing_is_a_catch_event);
  tcase_add_test (cases, another_agency_is_told_and_answers);
  tcase_add_test (cases, each_branch_comes_to_the_join_once);
  tcase_add_test (cases, sections_that_meet_at_one_step_are_joined_from_the_inside);
  tcase_add_test (cases, one_branch_needs_no_gateway);
  tcase_add_test (cases, identifiers_are_plain_and_differ);
  tcase_add_test (cases, a_procedure_without_steps_has_nobody_to_draw);
  suite_add_tcase (suite, cases);
  return suite;
}
