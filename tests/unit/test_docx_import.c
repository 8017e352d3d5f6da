/* SPDX-License-Identifier: Apache-2.0 */
/* Word procedures in: what becomes of documents of many makes, and what is said about them. */
#include "docx_sketch.h"
#include "support.h"

#include <string.h>

Suite *docx_import_suite (void);

/* ---- helpers */

typedef struct {
  QmsDocument *document;
  QmsNode *procedure;
  QmsDocxReport *report;
  QmsError *error;
} Imported;

static void
imported_clear (Imported *imported)
{
  qms_docx_report_free (imported->report);
  qms_error_free (imported->error);
  qms_document_unref (imported->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Imported, imported_clear)

static Imported
import_into (QmsDocument *document, const char *sketch, const char *footer, SketchDialect dialect, int options)
{
  g_autoptr (GBytes) bytes = sketch_docx (sketch, footer, dialect);
  Imported imported = { .document = document };
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  qms_docx_import (document, data, size, "mau.docx", options, &imported.procedure, &imported.report, &imported.error);
  ck_assert ((imported.error == NULL) == (imported.procedure != NULL));
  return imported;
}

static Imported
import (const char *sketch)
{
  return import_into (qms_document_new (QMS_TYPE_SYSTEM), sketch, NULL, SKETCH_WORD, 0);
}

/* A value below a node, as files have it. */
static void
assert_at (QmsNode *node, const char *path, const char *expected)
{
  const QmsField *field = NULL;
  QmsNode *holder = qms_node_at (node, path, &field);
  char *value = holder && field ? qms_node_get_text (holder, qms_field_id (field), 0) : NULL;

  ck_assert_msg (g_strcmp0 (value, expected) == 0, "%s is «%s», expected «%s»", path, value ? value : "(nothing)",
                 expected ? expected : "(nothing)");
  qms_free (value);
}

static bool
has_note (const QmsDocxReport *report, const char *id)
{
  for (size_t i = 0; i < qms_docx_report_note_count (report); i++)
    if (strcmp (qms_docx_report_note_id (report, i), id) == 0)
      return true;
  return false;
}

static bool
note_says (const QmsDocxReport *report, const char *id, const char *words)
{
  for (size_t i = 0; i < qms_docx_report_note_count (report); i++)
    if (strcmp (qms_docx_report_note_id (report, i), id) == 0 && strstr (qms_docx_report_note (report, i, QMS_LANG_VI), words))
      return true;
  return false;
}

/* Of the field whose path ends so; -1 if the report has none. */
static int
confidence_of (const QmsDocxReport *report, const char *path)
{
  for (size_t i = 0; i < qms_docx_report_count (report); i++)
    if (g_str_has_suffix (qms_docx_report_path (report, i), path))
      return qms_docx_report_confidence (report, i);
  return -1;
}

/* ---- a whole procedure */

#define COVER                                                                                                          \
  "v:SỞ NỘI VỤ | QUY TRÌNH | Mã hiệu: QT 07//SNV\n"                                                          \
  "^ | v:Cấp giấy phép / mở lớp | Lần ban hành: 02\n"                                                      \
  "^ | ^ | Ngày ban hành: 05//3//2026\n\n"

#define CONTENTS                                                                                                                                        \
  "*MỤC LỤC\n#MỤC ĐÍCH\n#PHẠM VI ÁP DỤNG\n#TÀI LIỆU VIỆN DẪN\n#ĐỊNH NGHĨA/VIẾT TẮT\n#NỘI DUNG\n#BIỂU MẪU\n#HỒ SƠ " \
  "LƯU\n"

#define SIGNATURES                                                                                                     \
  "Trách nhiệm | Soạn thảo | Xem xét | Phê duyệt\n"                                                         \
  "Họ tên | Trần Thị Mẫu | (họ tên) | \n"                                                                  \
  "Chức vụ | Chuyên viên | Trưởng phòng | Phó Giám đốc / Sở Nội vụ\n\n"

#define SECTIONS                                                                                                        \
  "#MỤC ĐÍCH\nQuy định cách giải quyết.\nÁp dụng thống nhất.\n"                                      \
  "#PHẠM VI ÁP DỤNG\nMọi đơn vị.\n"                                                                          \
  "#TÀI LIỆU VIỆN DẪN\n"                                                                                         \
  "- Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa;\n" \
  "- Tiêu chuẩn quốc gia TCVN ISO 9001:2015.\n"                                                                    \
  "#ĐỊNH NGHĨA VÀ VIẾT TẮT\n- UBND : Ủy ban nhân dân\n- BPTN: Bộ phận tiếp nhận\n"

#define PARTS                                                                                                                                              \
  "*5. NỘI DUNG\n"                                                                                                                                       \
  "a. Thành phần, số lượng hồ sơ:\n- Đơn đề nghị;\n- Bản sao quyết định\n+ có chứng thực\nSố lượng hồ sơ: 01 bộ\n" \
  "b. Thời hạn giải quyết: 05 ngày làm việc\n"                                                                                                 \
  "c. Đối tượng thực hiện thủ tục hành chính: Cá nhân, tổ chức\n"                                                                    \
  "d. Cơ quan thực hiện: Sở Nội vụ\n"                                                                                                           \
  "đ. Kết quả thực hiện thủ tục hành chính: Giấy phép\n"                                                                                 \
  "e. Phí, lệ phí: Lệ phí 50.000 đồng/giấy\n"                                                                                                  \
  "g. Tên mẫu đơn, mẫu tờ khai: Đơn đề nghị mở lớp\n"                                                                                  \
  "h. Yêu cầu, điều kiện thực hiện thủ tục hành chính: Không\n"                                                                         \
  "i. Căn cứ pháp lý của thủ tục hành chính:\n- Luật Mẫu năm 2020;\n"                                                                    \
  "k. Quy trình xử lý công việc:\n"

#define STEPS                                                                                                                         \
  "TT | Trình tự các bước công việc* | Trách nhiệm | Thời gian (05 ngày làm việc)\n"                               \
  "# | Tiếp nhận hồ sơ: / - Phù hợp thì nhận; / - Chưa phù hợp thì hướng dẫn. | BPTN | ½ ngày làm việc\n" \
  "# | Thẩm định | Chuyên viên | 4 ngày làm việc, kể từ ngày nhận\n"                                                \
  "# | Trả kết quả | Bộ phận tiếp  nhận | ½ ngày làm việc\n\n"

#define ENDING                                                                                                         \
  "*Ghi chú: Các bước có thể tăng hoặc giảm.\n"                                                           \
  "6. BIỂU MẪU\n- BM-01: Phiếu kiểm soát quá trình giải quyết hồ sơ\n- Xem mục 5 ở trên.\n"     \
  "7. HỒ SƠ LƯU TRỮ\n"                                                                                           \
  "STT | Tên biểu mẫu// hồ sơ | Nơi lưu// người lưu trữ | Thời gian lưu trữ\n"                    \
  "01 | Bộ hồ sơ theo mục 5.a | Văn phòng | Vĩnh viễn\n"                                                   \
  "02 | Sổ theo dõi | Văn phòng//Chuyên viên | 5 năm\n\n"                                                      \
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN ĐỀ NGHỊ\n"

static const char whole[] = COVER CONTENTS SIGNATURES SECTIONS PARTS STEPS ENDING;

static void
assert_cover (QmsNode *procedure)
{
  assert_at (procedure, "ma", "QT 07/SNV");
  assert_at (procedure, "ten", "Cấp giấy phép mở lớp");
  assert_at (procedure, "lanBanHanh", "2");
  assert_at (procedure, "ngayBanHanh", "2026-03-05");
  assert_at (procedure, "mucDich", "Quy định cách giải quyết.\nÁp dụng thống nhất.");
  assert_at (procedure, "phamVi", "Mọi đơn vị.");
  assert_at (procedure, "vienDan[1]/so", "61/2018/NĐ-CP");
  assert_at (procedure, "vienDan[1]/ngay", "2018-04-23");
  assert_at (procedure, "vienDan[1]/coQuanBanHanh", "Chính phủ");
  assert_at (procedure, "vienDan[1]/ten", "Nghị định về thực hiện cơ chế một cửa");
  assert_at (procedure, "vienDan[2]/so", "TCVN ISO 9001:2015");
  assert_at (procedure, "dinhNghia[2]/thuatNgu", "BPTN");
  assert_at (procedure, "dinhNghia[2]/nghia", "Bộ phận tiếp nhận");
}

static void
assert_parts (QmsNode *system)
{
  QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, 0);

  assert_at (node, "ten", "Cấp giấy phép mở lớp");
  assert_at (node, "ma", NULL);
  assert_at (node, "soBoHoSo", "1");
  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/ten", "Đơn đề nghị;");
  assert_at (node, "thanhPhanHoSo[1]/giayTo[2]/ten", "Bản sao quyết định\ncó chứng thực");
  assert_at (node, "cachThuc[1]/thoiHan[1]/giaTri", "5 ngayLamViec");
  assert_at (node, "cachThuc[1]/thoiHan[1]/phi[1]/soTien", "50000");
  assert_at (node, "cachThuc[1]/thoiHan[1]/phi[1]/loai", "lePhi");
  assert_at (node, "doiTuong[2]/ten", "tổ chức");
  assert_at (node, "coQuanThucHien[1]/ten", "Sở Nội vụ");
  assert_at (node, "ketQua[1]/ten", "Giấy phép");
  assert_at (node, "yeuCauDieuKien", "Không");
  assert_at (node, "canCu[1]/ten", "Luật Mẫu năm 2020");
}

static void
assert_steps (QmsNode *procedure)
{
  ck_assert_uint_eq (qms_node_count (procedure, QMS_PROCEDURE_STEPS), 3);
  assert_at (procedure, "buoc[1]/so", "1");
  assert_at (procedure, "buoc[1]/ten", "Tiếp nhận hồ sơ");
  assert_at (procedure, "buoc[1]/noiDung", "- Phù hợp thì nhận;\n- Chưa phù hợp thì hướng dẫn.");
  assert_at (procedure, "buoc[1]/loai", "tiepNhan");
  assert_at (procedure, "buoc[1]/thoiGian[1]/giaTri", "0.5 ngayLamViec");
  assert_at (procedure, "buoc[2]/thoiGian[1]/giaTri", "4 ngayLamViec");
  assert_at (procedure, "buoc[2]/thoiGian[1]/ghiChu", "kể từ ngày nhận");
  assert_at (procedure, "buoc[3]/so", "3");
  assert_at (procedure, "thoiHan[1]/giaTri", "5 ngayLamViec");
  ck_assert_uint_eq (qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS), 0);
}

static void
assert_ending (QmsNode *procedure)
{
  ck_assert_uint_eq (qms_node_count (procedure, QMS_PROCEDURE_FORMS), 2);
  assert_at (procedure, "bieuMau[1]/ma", "BM-01");
  assert_at (procedure, "bieuMau[1]/loai", "kiemSoat");
  ck_assert_uint_eq (qms_node_count (procedure, QMS_PROCEDURE_RECORDS), 2);
  assert_at (procedure, "hoSo[1]/vinhVien", "true");
  assert_at (procedure, "hoSo[2]/ten", "Sổ theo dõi");
  assert_at (procedure, "hoSo[2]/noiLuu", "Văn phòng/Chuyên viên");
  assert_at (procedure, "hoSo[2]/thoiGianLuu", "5 nam");
  ck_assert_str_eq (qms_node_extension (procedure, QMS_DOCX_NAMESPACE, QMS_DOCX_ANNEX),
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN ĐỀ NGHỊ");
}

START_TEST (a_procedure_is_read_with_all_its_sections_in_both_dialects)
{
  g_auto (Imported) imported =
      import_into (qms_document_new (QMS_TYPE_SYSTEM), whole, NULL, _i ? SKETCH_WORD : SKETCH_LIBREOFFICE, 0);
  QmsNode *procedure = imported.procedure, *system = qms_document_root (imported.document);

  assert_cover (procedure);
  assert_parts (system);
  assert_steps (procedure);
  assert_ending (procedure);
  assert_at (procedure, "loai", "tthc");
  assert_at (procedure, "ghiChu", "Các bước có thể tăng hoặc giảm.");
  assert_at (system, "coQuan/ten", "Sở Nội vụ");
  assert_sound (imported.document);
  assert_comes_back (imported.document);
}
END_TEST

START_TEST (roles_that_differ_in_spelling_are_one_with_aliases)
{
  g_auto (Imported) imported =
      import (COVER SECTIONS
              "5. NỘI DUNG\nTT | Nội dung công việc | Người thực hiện | Thời gian\n"
              "1 | Nhận | Công chức Tư pháp - Hộ tịch | 1 ngày\n2 | Xét | Công chức Tư  pháp – Hộ tich | 1 ngày\n"
              "3 | Ký | Lãnh đạo UBND | 1 ngày\n4 | Duyệt | Lãnh đạo Ủy ban nhân cấp xã | 1 ngày\n"
              "5 | Ký | Lãnh đạo UBND tỉnh | 1 ngày\n6 | Đóng dấu | Văn thư | 1 ngày\n\n");
  QmsNode *agency = qms_node_get_node (qms_document_root (imported.document), QMS_SYSTEM_AGENCY);

  ck_assert_uint_eq (qms_node_count (agency, QMS_AGENCY_ROLES), 4);
  assert_at (agency, "vaiTro[1]/ten", "Công chức Tư pháp - Hộ tịch");
  assert_at (agency, "vaiTro[1]/tenKhac[1]", "Công chức Tư pháp – Hộ tich");
  assert_at (agency, "vaiTro[2]/tenKhac[1]", "Lãnh đạo Ủy ban nhân cấp xã");
  assert_at (agency, "vaiTro[3]/ten", "Lãnh đạo UBND tỉnh");
  ck_assert_ptr_eq (qms_node_resolve (qms_node_at (imported.procedure, "buoc[2]", NULL), QMS_STEP_ROLE),
                    qms_node_at (agency, "vaiTro[1]", NULL));
  ck_assert (has_note (imported.report, "QMS-DX-207"));
}
END_TEST

/* ---- times */

static const char *
role_of (QmsNode *procedure, size_t step)
{
  QmsNode *node = qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, step);

  return qms_node_get_string (qms_node_resolve (node, QMS_STEP_ROLE), QMS_ROLE_NAME);
}

static const struct {
  const char *cell, *value, *note;
} times[] = {
  { "½ ngày", "0.5 ngay", NULL },
  { "½  ngày làm việc", "0.5 ngayLamViec", NULL },
  { "1//2 ngày", "0.5 ngay", NULL },
  { "¼ ngày", "0.25 ngay", NULL },
  { "01 ngày", "1 ngay", NULL },
  { "1,5 ngày", "1.5 ngay", NULL },
  { "2.5 ngày", "2.5 ngay", NULL },
  { "04 giờ làm việc", "4 gioLamViec", NULL },
  { "30 phút", "0.5 gio", NULL },
  { "02 (hai) ngày làm việc", "2 ngayLamViec", NULL },
  { "3 ngày lv", "3 ngayLamViec", NULL },
  { "01 tháng", "1 thang", NULL },
  { "30 ngày, kể từ ngày nhận đủ hồ sơ", "30 ngay", "kể từ ngày nhận đủ hồ sơ" },
  { "30 ngày kể từ ngày nhận", "30 ngay", "kể từ ngày nhận" },
  { "-1//2 ngày (nếu có lễ giao nhận)", "0.5 ngay", "(nếu có lễ giao nhận)" },
  { "Không quá 02 ngày", "2 ngay", "Không quá 02 ngày" },
  { "- 30 ngày, kể từ A. / - 15 ngày, kể từ B.", NULL, "- 30 ngày, kể từ A. - 15 ngày, kể từ B." },
  { "2-3 ngày", NULL, "2-3 ngày" },
  { "Theo quy định", NULL, "Theo quy định" },
  { "1.250 ngày", NULL, "1.250 ngày" },
  { "1.000", NULL, "1.000" },
  { "0.125 ngày", "0.125 ngay", NULL },
  { "-1 ngày", NULL, "-1 ngày" },
  { "- 1 ngày", "1 ngay", NULL },
  { "05 ngày đối với cấp mới, 03 ngày đối với gia hạn", NULL, "05 ngày đối với cấp mới, 03 ngày đối với gia hạn" },
  { "5 ngày (cấp mới); 3 ngày (gia hạn)", NULL, "5 ngày (cấp mới); 3 ngày (gia hạn)" },
  { "2 ngày, trường hợp phức tạp 5 ngày", NULL, "2 ngày, trường hợp phức tạp 5 ngày" },
  { "5 ngày kể từ khi nhận; khó thì 9 ngày", NULL, "5 ngày kể từ khi nhận; khó thì 9 ngày" },
  { "15 ngày (trong đó 5 ngày thẩm tra)", "15 ngay", "(trong đó 5 ngày thẩm tra)" },
  { "02 ngày (16 giờ)", "2 ngay", "(16 giờ)" },
  { "01 ngày rưỡi", NULL, "01 ngày rưỡi" },
  { "1 giờ 30 phút", NULL, "1 giờ 30 phút" },
  { "02 ngày 04 giờ", NULL, "02 ngày 04 giờ" },
  { "8h", "8 gio", NULL },
  { "Không quá hai ngày làm việc", "2 ngayLamViec", "Không quá hai ngày làm việc" },
  { "Nửa ngày", "0.5 ngay", NULL },
  { "1 buổi", "0.5 ngay", NULL },
  { "1 tuần", NULL, "1 tuần" },
  { "Tính chung với bước 1", NULL, "Tính chung với bước 1" },
  { "01", "1 ngayLamViec", NULL },
  { "1//2", "0.5 ngayLamViec", NULL },
};

START_TEST (times_are_read_in_every_spelling_and_the_rest_is_kept)
{
  g_autofree char *sketch = g_strdup_printf (COVER "5. NỘI DUNG\n"
                                                   "TT | Trình tự | Trách nhiệm | Thời gian (ngày làm việc)\n"
                                                   "1 | Nhận | Chuyên viên | %s\n\n",
                                             times[_i].cell);
  g_auto (Imported) imported = import (sketch);

  assert_at (imported.procedure, "buoc[1]/thoiGian[1]/giaTri", times[_i].value);
  assert_at (imported.procedure, "buoc[1]/thoiGian[1]/ghiChu", times[_i].note);
}
END_TEST

static const struct {
  const char *words, *value;
} limits[] = {
  { "05 ngày làm việc. Trường hợp phải có văn bản xác minh thì thời hạn giải quyết không quá 25 ngày.", "5 ngayLamViec" },
  { "05 ngày làm việc, trường hợp phải xác minh thì thời hạn giải quyết không quá 10 ngày làm việc.", "5 ngayLamViec" },
  { "05 ngày làm việc đối với cấp mới, 03 ngày làm việc đối với gia hạn.", NULL },
  { "Không quá 02 (hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ.", "2 ngayLamViec" },
};

START_TEST (the_limit_is_that_of_the_usual_case)
{
  g_autofree char *sketch = g_strdup_printf (COVER "5. NỘI DUNG\nb. Thời hạn giải quyết: %s\n"
                                                   "k. Quy trình xử lý công việc:\n" STEPS,
                                             limits[_i].words);
  g_auto (Imported) imported = import (sketch);
  QmsNode *system = qms_node_parent (imported.procedure);

  assert_at (system, "thuTuc[1]/cachThuc[1]/thoiHan[1]/giaTri", limits[_i].value);
  assert_at (system, "thuTuc[1]/cachThuc[1]/thoiHan[1]/moTa", limits[_i].words);
}
END_TEST

START_TEST (words_that_begin_like_a_total_are_steps_and_times_alone_are_a_total)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\nTrình tự | Trách nhiệm | Thời gian\nCông an xã xác minh | Công an xã | 2 ngày\n"
                    "Công khai danh sách | Văn thư | 1 ngày\nTổng cục Thuế xét | Tổng cục Thuế | 3 ngày\n"
                    "Cổng dịch vụ công trả | Cổng dịch vụ công | 1 ngày\n |  | 9 ngày\n\n");

  ck_assert_uint_eq (qms_node_count (imported.procedure, QMS_PROCEDURE_STEPS), 4);
  assert_at (imported.procedure, "buoc[1]/ten", "Công an xã xác minh");
  assert_at (imported.procedure, "buoc[3]/thoiGian[1]/giaTri", "3 ngay");
  assert_at (imported.procedure, "thoiHan[1]/giaTri", "9 ngay");
}
END_TEST

START_TEST (columns_that_mean_the_same_are_told_apart)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\n"
                    "Các bước | Nội dung | Đơn vị thực hiện | Người thực hiện | Ngày | Biểu mẫu | Kết quả\n"
                    "Bước 1 | Nhận | Phòng A | Chuyên viên | 1 | BM-01 | Giấy hẹn\n"
                    "Bước 2 | Ký | Ban B |  | 2 |  | Giấy phép\n\n");
  QmsNode *procedure = imported.procedure;

  assert_at (procedure, "buoc[1]/so", "1");
  assert_at (procedure, "buoc[1]/ten", "Nhận");
  assert_at (procedure, "buoc[1]/ghiChu", "Phòng A");
  assert_at (procedure, "buoc[1]/thoiGian[1]/giaTri", "1 ngay");
  assert_at (procedure, "buoc[1]/ketQua[1]/ten", "BM-01");
  assert_at (procedure, "buoc[1]/ketQua[2]/ten", "Giấy hẹn");
  assert_at (procedure, "buoc[2]/ketQua[1]/ten", "Giấy phép");
  ck_assert_str_eq (role_of (procedure, 0), "Chuyên viên");
  ck_assert_str_eq (role_of (procedure, 1), "Ban B");
}
END_TEST

START_TEST (a_column_that_repeats_a_meaning_is_never_lost)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\n"
                    "Bước | Công việc | Mô tả | Trách nhiệm | Vai trò | Thời gian\n"
                    "Tiếp nhận hồ sơ của người dân | Nhận | Nhận và ghi | Chuyên viên | Chủ trì | 1 ngày\n"
                    "Trả | Trả | Trao tận tay | Chuyên viên | Phối hợp | 1 ngày\n\n");

  assert_at (imported.procedure, "buoc[1]/ten", "Nhận");
  assert_at (imported.procedure, "buoc[1]/noiDung", "Nhận và ghi");
  assert_at (imported.procedure, "buoc[1]/ghiChu", "Tiếp nhận hồ sơ của người dân\nChủ trì");
  ck_assert (has_note (imported.report, "QMS-DX-217"));
}
END_TEST

START_TEST (words_for_a_shared_time_are_not_doubted)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\nTT | Trình tự | Trách nhiệm | Thời gian\n1 | Nhận | Chuyên viên | 1 ngày\n"
                    "2 | Xét | Chuyên viên | tính chung với bước 1\n\n");

  assert_at (imported.procedure, "buoc[2]/thoiGian[1]/ghiChu", "tính chung với bước 1");
  ck_assert (!has_note (imported.report, "QMS-DX-109"));
}
END_TEST

START_TEST (a_note_below_the_table_gives_figures_their_unit)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\nTT | Trình tự | Trách nhiệm | Thời gian\n1 | Nhận | Chuyên viên | 01\n"
                    "2 | Trả | Chuyên viên | 01 ngày\n\n"
                    "*Ghi chú:\nĐơn vị tính thời gian là ngày làm việc, bằng 8 tiếng giờ hành chính.\n");

  assert_at (imported.procedure, "buoc[1]/thoiGian[1]/giaTri", "1 ngayLamViec");
  assert_at (imported.procedure, "buoc[2]/thoiGian[1]/giaTri", "1 ngay");
  ck_assert (has_note (imported.report, "QMS-DX-211"));
}
END_TEST

START_TEST (columns_of_times_are_cases_with_limits)
{
  g_auto (Imported) imported = import (COVER "5. NỘI DUNG\n"
                                             "v:TT | v:Trình tự các bước | v:Trách nhiệm | 3:Thời gian\n"
                                             "^ | ^ | ^ | v:Bổ sung: 01 ngày làm việc | 2:Thay đổi, cải chính\n"
                                             "^ | ^ | ^ | ^ | Không xác minh: 03 ngày làm việc | Có xác minh: 06 ngày\n"
                                             "1 | Nhận | Chuyên viên | v:01 ngày | ½ ngày | 1 ngày\n"
                                             "2 | Trả | Chuyên viên | ^ | 2 ngày | 5 ngày\n\n");
  QmsNode *procedure = imported.procedure;

  ck_assert_uint_eq (qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS), 3);
  assert_at (procedure, "truongHop[1]/ten", "Bổ sung");
  assert_at (procedure, "truongHop[2]/ten", "Thay đổi, cải chính - Không xác minh");
  assert_at (procedure, "truongHop[3]/ten", "Thay đổi, cải chính - Có xác minh");
  assert_at (procedure, "thoiHan[1]/giaTri", "1 ngayLamViec");
  assert_at (procedure, "thoiHan[3]/giaTri", "6 ngay");
  assert_at (procedure, "thoiHan[3]/truongHop", qms_node_id (qms_node_at (procedure, "truongHop[3]", NULL)));
  assert_at (procedure, "buoc[2]/thoiGian[2]/giaTri", "2 ngay");
  assert_at (procedure, "buoc[2]/thoiGian[3]/giaTri", "5 ngay");
}
END_TEST

START_TEST (one_time_for_several_steps_stays_one)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\nTT | Trình tự | Trách nhiệm | Thời gian\n1 | Nhận | Chuyên viên | v:01 ngày\n"
                    "2 | Xét | Chuyên viên | ^\n3 | Trả | Chuyên viên | ^\n\n");

  assert_at (imported.procedure, "buoc[1]/thoiGian[1]/giaTri", "1 ngay");
  assert_at (imported.procedure, "buoc[1]/thoiGian[1]/ghiChu", "tính chung cho các bước 1–3");
  assert_at (imported.procedure, "buoc[2]/thoiGian[1]/giaTri", NULL);
  assert_at (imported.procedure, "buoc[3]/thoiGian[1]/ghiChu", "tính chung với bước 1");
  ck_assert (has_note (imported.report, "QMS-DX-108"));
  ck_assert_uint_gt (qms_docx_report_doubtful (imported.report), 0);
}
END_TEST

/* ---- other makes */

START_TEST (sections_are_known_by_words_whatever_their_order_and_number)
{
  g_auto (Imported) imported =
      import ("QUY TRÌNH\nTiếp công dân\nMã số: QT-09\nBan hành lần: 3\nNgày hiệu lực: ngày 05 tháng 3 năm 2026\n"
              "I. Phạm vi và đối tượng áp dụng\nToàn cơ quan.\n"
              "II. Mục đích, yêu cầu:\nLàm cho đúng.\n"
              "III. Hồ sơ lưu\nTT | Tên hồ sơ | Thời hạn bảo quản | Người lưu\n1 | Sổ tiếp dân | 10 năm | Văn thư\n\n"
              "IV. Cách thức tiến hành\nBước | Nội dung thực hiện | Đơn vị thực hiện | Biểu mẫu | Thời hạn\n"
              "B1 | Tiếp dân | Thanh tra | Sổ tiếp dân | Trong ngày\n\n"
              "V. Phụ lục\nMẫu số 01: Phiếu hẹn\n");
  QmsNode *procedure = imported.procedure;

  assert_at (procedure, "ten", "Tiếp công dân");
  assert_at (procedure, "ma", "QT-09");
  assert_at (procedure, "lanBanHanh", "3");
  assert_at (procedure, "ngayHieuLuc", "2026-03-05");
  assert_at (procedure, "phamVi", "Toàn cơ quan.");
  assert_at (procedure, "mucDich", "Làm cho đúng.");
  assert_at (procedure, "hoSo[1]/thoiGianLuu", "10 nam");
  assert_at (procedure, "buoc[1]/so", "B1");
  assert_at (procedure, "buoc[1]/ketQua[1]/ten", "Sổ tiếp dân");
  assert_at (procedure, "buoc[1]/thoiGian[1]/ghiChu", "Trong ngày");
  assert_at (procedure, "bieuMau[1]/ten", "Phiếu hẹn");
}
END_TEST

/* "Trương" is a surname, "trưởng" a position; whatever stands beside a position is a name. */
START_TEST (a_name_beside_a_position_is_left_out_and_told)
{
  g_auto (Imported) imported = import (
      COVER
      "Trách nhiệm | Soạn thảo | Xem xét | Phê duyệt\n"
      "Chức vụ, họ tên | Chuyên viên Nguyễn Văn An | Trưởng phòng: Trần Thị Mẫu | CHỦ TỊCH LÊ VĂN MẪU\n\n" SECTIONS
          PARTS STEPS ENDING);
  char *text = write_text (imported.document, QMS_FORMAT_XML);

  ck_assert_ptr_null (strstr (text, "Nguyễn Văn An"));
  ck_assert_ptr_null (strstr (text, "Trần Thị Mẫu"));
  ck_assert_ptr_null (strstr (text, "LÊ VĂN MẪU"));
  qms_free (text);
  assert_at (qms_document_root (imported.document), "coQuan/chucVu[1]/ten", "Chuyên viên");
  assert_at (qms_document_root (imported.document), "coQuan/chucVu[2]/ten", "Trưởng phòng");
  assert_at (qms_document_root (imported.document), "coQuan/chucVu[3]/ten", "CHỦ TỊCH");
  ck_assert_int_eq (confidence_of (imported.report, "soanThao/chucVu"), 60);
  ck_assert (has_note (imported.report, "QMS-DX-204"));
}
END_TEST

START_TEST (a_surname_that_is_like_a_position_is_a_name)
{
  g_auto (Imported) imported =
      import (COVER "NGƯỜI SOẠN THẢO | NGƯỜI XEM XÉT | NGƯỜI PHÊ DUYỆT\n"
                    "Trương Văn An / Chuyên viên | Trương Thị Mẫu | Phó Giám đốc\n\n" SECTIONS PARTS STEPS ENDING);
  char *text = write_text (imported.document, QMS_FORMAT_XML);

  ck_assert_ptr_null (strstr (text, "Trương"));
  qms_free (text);
  assert_at (qms_document_root (imported.document), "coQuan/chucVu[1]/ten", "Chuyên viên");
  ck_assert (has_note (imported.report, "QMS-DX-204"));
}
END_TEST

START_TEST (a_person_among_the_roles_is_told_and_left_out_where_a_role_remains)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\nTT | Trình tự các bước | Trách nhiệm | Thời gian\n"
                    "1 | Nhận | Nguyễn Thị Mẫu (Một cửa) | 1 ngày\n2 | Xét | Ông Hồ Văn Mẫu | 1 ngày\n"
                    "3 | Ký | Chủ tịch UBND phường Lê Mẫu Mực | 1 ngày\n\n");
  QmsNode *system = qms_document_root (imported.document);

  assert_at (system, "coQuan/vaiTro[1]/ten", "Một cửa");
  assert_at (system, "coQuan/vaiTro[2]/ten", "Ông Hồ Văn Mẫu");
  assert_at (system, "coQuan/vaiTro[3]/ten", "Chủ tịch UBND phường Lê Mẫu Mực");
  ck_assert (has_note (imported.report, "QMS-DX-231"));
  ck_assert (has_note (imported.report, "QMS-DX-232"));
  ck_assert_int_lt (confidence_of (imported.report, "buoc[QT-07-SNV-B1]/vaiTro"), 80);
  ck_assert_int_lt (confidence_of (imported.report, "buoc[QT-07-SNV-B2]/vaiTro"), 80);
  ck_assert_int_ge (confidence_of (imported.report, "buoc[QT-07-SNV-B3]/vaiTro"), 80);
}
END_TEST

START_TEST (abbreviations_of_the_document_come_before_those_that_all_know)
{
  g_auto (Imported) imported =
      import (COVER "4. VIẾT TẮT\n- GD: Giáo dục\n5. NỘI DUNG\nTT | Trình tự các bước | Trách nhiệm | Thời gian\n"
                    "1 | Nhận | Phòng GD | 1 ngày\n2 | Xét | Phòng Giáo dục | 1 ngày\n"
                    "3 | Ký | Phòng Giám đốc | 1 ngày\n\n");
  QmsNode *system = qms_document_root (imported.document);

  assert_at (system, "coQuan/vaiTro[1]/tenKhac[1]", "Phòng Giáo dục");
  assert_at (system, "coQuan/vaiTro[2]/ten", "Phòng Giám đốc");
}
END_TEST

START_TEST (another_procedure_behind_the_records_is_a_warning)
{
  g_auto (Imported) one = import (whole);
  g_auto (Imported) two = import (COVER SECTIONS PARTS STEPS "7. HỒ SƠ LƯU TRỮ\n"
                                  "STT | Tên hồ sơ | Nơi lưu | Thời gian lưu trữ\n01 | Sổ theo dõi | Văn phòng | 5 năm\n\n"
                                  "QUY TRÌNH\nCấp lại giấy phép\n" SECTIONS PARTS STEPS);

  ck_assert (!has_note (one.report, "QMS-DX-233"));
  ck_assert (has_note (two.report, "QMS-DX-233"));
  assert_at (two.procedure, "ten", "Cấp giấy phép mở lớp");
  ck_assert_uint_eq (qms_node_count (two.procedure, QMS_PROCEDURE_STEPS), 3);
}
END_TEST

START_TEST (a_title_outside_a_table_loses_the_words_above_it)
{
  g_auto (Imported) imported =
      import ("*SỞ NỘI VỤ\n*QUY TRÌNH CẤP PHÉP\nMã hiệu: QT-03\n*1. MỤC ĐÍCH\nLàm đúng.\n*2. PHẠM VI\nTại Sở.\n");

  assert_at (imported.procedure, "ten", "CẤP PHÉP");
}
END_TEST

START_TEST (a_lead_in_is_no_paper_and_remarks_are_notes)
{
  g_auto (Imported) imported = import (
      COVER "5. NỘI DUNG\na. Thành phần hồ sơ:\n- Tờ khai\n"
            "- Người yêu cầu thực hiện việc nộp hoặc xuất trình, theo hình thức trực tiếp hoặc gửi qua dịch vụ bưu chính, "
            "hoặc tải lên theo hình thức trực tuyến, các giấy tờ sau:\n- Bản sao quyết định\n"
            "Lưu ý: Nộp bản sao có chứng thực.\n" STEPS);
  QmsNode *node = qms_node_get_node_at (qms_document_root (imported.document), QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, 0);

  ck_assert_uint_eq (qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS), 2);
  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/ten", "Tờ khai");
  assert_at (node, "thanhPhanHoSo[2]/giayTo[1]/ten", "Bản sao quyết định");
  assert_at (node, "moTa", NULL);
  assert_at (imported.procedure, "ghiChu", "Lưu ý: Nộp bản sao có chứng thực.");
}
END_TEST

START_TEST (notes_lose_their_label_however_often_it_stands_there)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\n" STEPS "*Ghi chú:\n- Ghi chú: Ghi chú: Có thể tăng.\nGhi chú thêm ở sổ.\n");

  assert_at (imported.procedure, "ghiChu", "Có thể tăng.\nGhi chú thêm ở sổ.");
}
END_TEST

START_TEST (records_in_prose_are_doubtful)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\n" STEPS "7. HỒ SƠ LƯU TRỮ\n- Giấy phép, lưu tại Văn thư vĩnh viễn\n");

  assert_at (imported.procedure, "hoSo[1]/ten", "Giấy phép, lưu tại Văn thư vĩnh viễn");
  ck_assert_int_lt (confidence_of (imported.report, "hoSo[1]/ten"), 80);
}
END_TEST

START_TEST (two_documents_of_one_run_are_both_kept)
{
  QmsDocument *system = qms_document_new (QMS_TYPE_SYSTEM);
  Imported before = import_into (system, whole, NULL, SKETCH_WORD, 0),
           first = import_into (system, whole, NULL, SKETCH_WORD, QMS_DOCX_ONE_RUN);
  g_auto (Imported) second = import_into (system, whole, NULL, SKETCH_WORD, QMS_DOCX_ONE_RUN);

  ck_assert_uint_eq (qms_node_count (qms_document_root (system), QMS_SYSTEM_PROCEDURES), 2);
  ck_assert (has_note (first.report, "QMS-DX-209"));
  ck_assert (!has_note (first.report, "QMS-DX-234"));
  ck_assert (has_note (second.report, "QMS-DX-234"));
  ck_assert (!has_note (second.report, "QMS-DX-209"));
  qms_docx_report_free (before.report);
  qms_docx_report_free (first.report);
}
END_TEST

/* Many agencies set the whole section on content in one table. */
START_TEST (a_table_that_lays_out_text_is_read_like_text)
{
  g_auto (Imported) imported = import (COVER "5. NỘI DUNG QUY TRÌNH\n"
                                             "5.1 | 3:Cơ sở pháp lý\n | 3:- Luật Mẫu số 10//2020//QH14.\n"
                                             "5.2 | 3:Thành phần hồ sơ\n | 3:- Đơn đề nghị\n"
                                             "5.3 | 3:Số lượng hồ sơ\n | 3:02 bộ\n"
                                             "5.4 | 3:Thời gian xử lý\n | 3:07 ngày làm việc\n"
                                             "5.5 | 3:Lệ phí\n | 3:Không\n"
                                             "5.6 | 3:Quy trình xử lý công việc\n"
                                             "TT | Trình tự | Trách nhiệm | Thời gian\n"
                                             "B1 | Nộp hồ sơ | Tổ chức, cá nhân | Giờ hành chính\n"
                                             "B2 | Xét | Chuyên viên | 7 ngày làm việc\n\n");
  QmsNode *system = qms_document_root (imported.document),
          *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, 0);

  assert_at (node, "canCu[1]/so", "10/2020/QH14");
  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/ten", "Đơn đề nghị");
  assert_at (node, "soBoHoSo", "2");
  assert_at (node, "cachThuc[1]/thoiHan[1]/giaTri", "7 ngayLamViec");
  assert_at (node, "cachThuc[1]/thoiHan[1]/phi[1]/soTien", "0");
  assert_at (imported.procedure, "buoc[2]/thoiGian[1]/giaTri", "7 ngayLamViec");
  assert_at (system, "coQuan/vaiTro[1]/loai", "nguoiNop");
}
END_TEST

START_TEST (a_table_of_contents_ends_where_its_headings_come_again)
{
  g_auto (Imported) imported =
      import ("*QUY TRÌNH\n*Cấp phép\nMã số tài liệu | QT-03\nNgày ban hành | 15.3.2024\nSoát xét lần | 01\n\n"
              "*MỤC LỤC\n1. MỤC ĐÍCH ..... 3\n2. PHẠM VI ..... 3\n6. BIỂU MẪU ..... 5\n7. HỒ SƠ LƯU ..... 6\n"
              "*1. MỤC ĐÍCH\nLàm đúng.\n*2. PHẠM VI\nTại Sở.\n*7. HỒ SƠ LƯU\nTT | Hồ sơ lưu\n1 | Giấy phép\n\n");

  assert_at (imported.procedure, "mucDich", "Làm đúng.");
  assert_at (imported.procedure, "phamVi", "Tại Sở.");
  assert_at (imported.procedure, "lanSuaDoi", "1");
  assert_at (imported.procedure, "ngayBanHanh", "2024-03-15");
  assert_at (imported.procedure, "hoSo[1]/ten", "Giấy phép");
  ck_assert_uint_eq (qms_node_count (imported.procedure, QMS_PROCEDURE_FORMS), 0);
}
END_TEST

START_TEST (papers_inside_such_a_table_end_with_their_part)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG QUY TRÌNH\n5.1 | Thành phần hồ sơ | Bản chính | Bản sao\n | - Đơn đề nghị | x | \n"
                    "5.2 | 3:*Số lượng hồ sơ\n | 3:01 bộ\n5.3 | 3:*Quy trình xử lý công việc\n"
                    "TT | Trình tự | Trách nhiệm | Thời gian\nB1 | Nhận | BPMC | 0.5 ngày\n\n");
  QmsNode *node = qms_node_get_node_at (qms_document_root (imported.document), QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, 0);

  ck_assert_uint_eq (qms_node_count (qms_node_at (node, "thanhPhanHoSo[1]", NULL), QMS_DOSSIER_ITEMS), 1);
  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/ten", "Đơn đề nghị");
  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/banChinh", "1");
  assert_at (node, "soBoHoSo", "1");
  assert_at (imported.procedure, "buoc[1]/thoiGian[1]/giaTri", "0.5 ngay");
}
END_TEST

START_TEST (a_column_without_heading_and_content_is_nothing)
{
  g_auto (Imported) imported =
      import (COVER "5. NỘI DUNG\nTT | | Trình tự các bước | Trách nhiệm | Thời gian\n"
                    "# | | Nhận | Văn thư | 1 ngày\n# | | Trả | Văn thư | 1 ngày\n | | Tổng | | 02 ngày\n\n");

  ck_assert_uint_eq (qms_node_count (imported.procedure, QMS_PROCEDURE_STEPS), 2);
  assert_at (imported.procedure, "buoc[2]/so", "2");
}
END_TEST

START_TEST (a_total_is_a_limit_only_if_it_is_not_the_mere_sum)
{
  static const char format[] =
      COVER "5. NỘI DUNG\nTT | Trình tự các bước | Trách nhiệm | Thời gian\n1 | Nhận | Văn thư | ½ ngày\n"
            "2 | Trả | Văn thư | 1,5 ngày\n2:Tổng cộng | | %s\n\n";
  g_autofree char *sum = g_strdup_printf (format, "02 ngày"), *other = g_strdup_printf (format, "03 ngày");
  g_auto (Imported) with_sum = import (sum), with_other = import (other);

  ck_assert_uint_eq (qms_node_count (with_sum.procedure, QMS_PROCEDURE_TIME_LIMITS), 0);
  assert_at (with_other.procedure, "thoiHan[1]/giaTri", "3 ngay");
  ck_assert_uint_eq (qms_node_count (with_other.procedure, QMS_PROCEDURE_STEPS), 2);
}
END_TEST

START_TEST (tables_of_papers_channels_and_limits_are_read)
{
  g_auto (Imported) imported = import (
      COVER
      "5. NỘI DUNG\n*5.1. Thành phần hồ sơ\nTT | Tên giấy tờ | Bản chính | Bản sao\n1 | Tờ khai / Mẫu: to-khai.docx | "
      "1 | \n\n"
      "*5.2. Cách thức thực hiện\nHình thức nộp | Thời hạn giải quyết | Phí, lệ phí | Ghi chú\n"
      "Trực tiếp | 05 ngày làm việc | Lệ phí: 50.000 đồng; một lần | Tại trụ sở\nTrực tuyến | 3 ngày | Không | \n\n"
      "*5.3. Thời hạn của quy trình\nTrường hợp | Thời hạn | Diễn giải\nKhó khăn | 10 ngày | Kể cả thứ bảy\n\n"
      "TT | Trình tự | Trách nhiệm | Thời gian: Thường | Thời gian: Khó khăn\n1 | Nhận | Văn thư | 1 ngày | 2 "
      "ngày\n\n");
  QmsNode *node = qms_node_get_node_at (qms_document_root (imported.document), QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, 0);

  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/ten", "Tờ khai");
  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/mauDon[1]", "to-khai.docx");
  assert_at (node, "thanhPhanHoSo[1]/giayTo[1]/banChinh", "1");
  assert_at (node, "cachThuc[1]/kenh", "trucTiep");
  assert_at (node, "cachThuc[1]/thoiHan[1]/giaTri", "5 ngayLamViec");
  assert_at (node, "cachThuc[1]/thoiHan[1]/phi[1]/soTien", "50000");
  assert_at (node, "cachThuc[1]/thoiHan[1]/phi[1]/moTa", "một lần");
  assert_at (node, "cachThuc[2]/thoiHan[1]/phi[1]/soTien", "0");
  assert_at (imported.procedure, "thoiHan[1]/giaTri", "10 ngay");
  assert_at (imported.procedure, "thoiHan[1]/ghiChu", "Kể cả thứ bảy");
  ck_assert_uint_eq (qms_node_count (imported.procedure, QMS_PROCEDURE_SCENARIOS), 2);
}
END_TEST

START_TEST (what_is_not_understood_is_kept_and_quoted)
{
  g_auto (Imported) imported = import (COVER "5. NỘI DUNG\nMột câu không thuộc phần nào.\n" STEPS);

  assert_at (imported.procedure, "noiDung", "Một câu không thuộc phần nào.");
  ck_assert (has_note (imported.report, "QMS-DX-201"));
}
END_TEST

/* ---- persons, editions, again */

START_TEST (names_of_persons_stay_out_unless_asked_for)
{
  g_auto (Imported) without = import (whole);
  g_auto (Imported) with =
      import_into (qms_document_new (QMS_TYPE_SYSTEM), whole, NULL, SKETCH_WORD, QMS_DOCX_KEEP_NAMES);
  char *text = write_text (without.document, QMS_FORMAT_XML);

  ck_assert_ptr_null (strstr (text, "Trần Thị Mẫu"));
  qms_free (text);
  ck_assert (has_note (without.report, "QMS-DX-204"));
  assert_at (with.procedure, "soanThao/chucDanh", "Trần Thị Mẫu, Chuyên viên");
  assert_at (with.procedure, "pheDuyet/chucDanh", NULL);
  ck_assert_str_eq (qms_node_get_string (qms_node_resolve (qms_node_get_node (with.procedure, QMS_PROCEDURE_APPROVED),
                                                           QMS_APPROVAL_POSITION),
                                         QMS_POSITION_NAME),
                    "Phó Giám đốc Sở Nội vụ");
}
END_TEST

START_TEST (an_edition_in_the_footer_that_differs_is_told)
{
  g_auto (Imported) imported = import_into (qms_document_new (QMS_TYPE_SYSTEM), whole,
                                            "Ngày hiệu lực: 07//3//2026 | Lần ban hành: 1\n", SKETCH_LIBREOFFICE, 0);

  assert_at (imported.procedure, "lanBanHanh", "2");
  assert_at (imported.procedure, "lanBanHanhChanTrang", "1");
  assert_at (imported.procedure, "ngayHieuLuc", "2026-03-07");
  ck_assert (has_note (imported.report, "QMS-DX-206"));
}
END_TEST

START_TEST (editions_of_headers_and_footers_that_differ_are_all_told)
{
  g_auto (Imported) imported = import_into (qms_document_new (QMS_TYPE_SYSTEM), whole,
                                            "Lần ban hành: 1\n\nLần ban hành: 4\n\nLần ban hành: 2\n", SKETCH_WORD, 0);

  assert_at (imported.procedure, "lanBanHanhChanTrang", "1");
  ck_assert (note_says (imported.report, "QMS-DX-206", "lần ban hành 1, 4, bìa ghi 2"));
}
END_TEST

START_TEST (the_same_document_again_replaces_and_another_of_its_code_does_not)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  g_auto (Imported) first = import_into (document, whole, NULL, SKETCH_WORD, 0);
  QmsNode *system = qms_document_root (document);
  QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, 0);

  qms_node_set_string (node, QMS_ADMINISTRATIVE_PROCEDURE_CODE, "1.001234", NULL);
  g_auto (Imported) again = import_into (qms_document_ref (document), whole, NULL, SKETCH_WORD, 0);
  g_auto (Imported) other = import_into (
      qms_document_ref (document),
      "v:SỞ NỘI VỤ | QUY TRÌNH | Mã hiệu: QT 07//SNV\n^ | Thu hồi giấy phép | Ngày ban hành: 05//3//2026\n\n" SECTIONS,
      NULL, SKETCH_WORD, 0);

  ck_assert_uint_eq (qms_node_count (system, QMS_SYSTEM_PROCEDURES), 2);
  ck_assert_str_eq (qms_node_id (again.procedure), "QT-07-SNV");
  ck_assert_str_eq (qms_node_id (other.procedure), "QT-07-SNV-2");
  ck_assert (has_note (again.report, "QMS-DX-209"));
  assert_at (system, "thuTuc[1]/ma", "1.001234");
  ck_assert_uint_eq (qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES), 1);
  assert_sound (document);
}
END_TEST

START_TEST (what_holds_no_procedure_is_refused_and_changes_nothing)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  g_auto (Imported) letter = import_into (document, "Kính gửi: Sở Nội vụ\nĐề nghị xem xét.\n", NULL, SKETCH_WORD, 0);
  QmsError *error = NULL;

  ck_assert_str_eq (qms_error_id (letter.error), "QMS-DX-001");
  ck_assert_str_eq (qms_error_file (letter.error), "mau.docx");
  ck_assert_ptr_null (letter.report);
  ck_assert_ptr_null (qms_node_get_node (qms_document_root (document), QMS_SYSTEM_AGENCY));
  ck_assert_int_eq (qms_docx_import (NULL, "", 0, NULL, 0, NULL, NULL, &error), QMS_ERROR_ARGUMENT);
  qms_error_free (error);
}
END_TEST

/* ---- the corpus */

#define CORPUS QMS_SOURCE_DIR "/../shared/corpus/docx"

static Imported
import_file (QmsDocument *document, const char *path)
{
  Imported imported = { .document = document };
  g_autofree char *bytes = NULL;
  gsize size = 0;

  ck_assert_msg (g_file_get_contents (path, &bytes, &size, NULL), "%s cannot be read", path);
  qms_docx_import (document, bytes, size, path, 0, &imported.procedure, &imported.report, &imported.error);
  ck_assert_ptr_nonnull (imported.procedure);
  return imported;
}

static bool
is_value (const char *value, const char *expected)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, value ? value : "", -1);

  if (*expected != '#')
    return strcmp (value ? value : "", expected) == 0;
  return strncmp (hash, expected + 1, strlen (expected) - 1) == 0;
}

/* A role counts by any of its spellings. */
static bool
is_role (const QmsNode *role, const char *expected)
{
  bool found = role && is_value (qms_node_get_string (role, QMS_ROLE_NAME), expected);

  for (size_t i = 0; role && !found && i < qms_node_count (role, QMS_ROLE_ALIASES); i++)
    found = is_value (qms_node_get_string_at (role, QMS_ROLE_ALIASES, i), expected);
  return found;
}

/* The time of a step in a case, by the place of the case. Free with qms_free. */
static char *
time_in_case (const QmsNode *step, size_t place)
{
  const QmsNode *scenario = qms_node_get_node_at (qms_node_parent (step), QMS_PROCEDURE_SCENARIOS, place - 1);

  for (size_t i = 0; i < qms_node_count (step, QMS_STEP_DURATIONS); i++) {
    const QmsNode *time = qms_node_get_node_at (step, QMS_STEP_DURATIONS, i);
    if (qms_node_resolve (time, QMS_STEP_DURATION_SCENARIO) == scenario)
      return qms_node_get_text (time, QMS_STEP_DURATION_VALUE, 0);
  }
  return NULL;
}

static bool
is_as_read (QmsNode *procedure, const char *path, const char *expected)
{
  g_autofree char *holder = g_strndup (path, strcspn (path, "/"));
  QmsNode *node = qms_node_at (procedure, holder, NULL);
  const QmsField *field = NULL;
  char *value = NULL;
  bool same;

  if (g_str_has_suffix (path, "/vaiTro"))
    return is_role (qms_node_resolve (node, QMS_STEP_ROLE), expected);
  if (g_str_has_suffix (path, "[]")) {
    g_autofree char *list = g_strndup (path, strlen (path) - 2), *name = g_strdup_printf ("%s[1]", list);
    QmsNode *first = qms_node_at (procedure, name, NULL);
    size_t count = first ? qms_node_count (procedure, qms_field_id (qms_node_parent_field (first))) : 0;
    return count == g_ascii_strtoull (expected, NULL, 10);
  }
  if (strchr (path, '@')) {
    value = time_in_case (node, g_ascii_strtoull (strchr (path, '@') + 1, NULL, 10));
  } else {
    node = qms_node_at (procedure, path, &field);
    value = node && field ? qms_node_get_text (node, qms_field_id (field), 0) : NULL;
  }
  same = is_value (value, expected);
  qms_free (value);
  return same;
}

START_TEST (documents_of_the_corpus_are_read_as_a_person_reads_them)
{
  g_autofree char *table = NULL, *file = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (Imported) imported = { 0 };
  g_autoptr (GString) wrong = g_string_new (NULL);

  if (!g_file_test (CORPUS, G_FILE_TEST_IS_DIR))
    return;
  ck_assert (g_file_get_contents (QMS_SOURCE_DIR "/tests/interop/docx_expected.tsv", &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 3);
    if (*lines[i] == '#' || !*lines[i])
      continue;
    if (g_strcmp0 (file, cells[0]) != 0) {
      g_autofree char *path = g_build_filename (CORPUS, cells[0], NULL);
      imported_clear (&imported);
      imported = import_file (qms_document_new (QMS_TYPE_SYSTEM), path);
      g_free (file);
      file = g_strdup (cells[0]);
    }
    if (!is_as_read (imported.procedure, cells[1], cells[2]))
      g_string_append_printf (wrong, "%s\n", lines[i]);
  }
  ck_assert_msg (wrong->len == 0, "not as expected:\n%s", wrong->str);
}
END_TEST

/* The defects that these documents are known to have. */
START_TEST (defects_of_the_corpus_are_found_by_validating)
{
  static const char *const rules[] = { "QMS-QT-001", "QMS-QT-038", "QMS-QT-039" };
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  g_autoptr (GDir) directory = g_dir_open (CORPUS, 0, NULL);
  bool found[G_N_ELEMENTS (rules)] = { false };
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  for (const char *name; directory && (name = g_dir_read_name (directory));) {
    g_autofree char *path = g_build_filename (CORPUS, name, NULL);
    if (g_str_has_suffix (name, ".docx")) {
      g_auto (Imported) imported = import_file (qms_document_ref (document), path);
      ck_assert_uint_gt (qms_docx_report_count (imported.report), 40);
    }
  }
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  for (size_t i = 0; i < qms_report_count (report); i++)
    for (size_t k = 0; k < G_N_ELEMENTS (rules); k++)
      found[k] = found[k] || strcmp (qms_rule_id (qms_report_rule (report, i)), rules[k]) == 0;
  for (size_t k = 0; directory && k < G_N_ELEMENTS (rules); k++)
    ck_assert_msg (found[k], "%s is not found", rules[k]);
  qms_report_free (report);
  qms_validator_free (validator);
  qms_document_unref (document);
}
END_TEST

/* ---- the report */

START_TEST (a_report_tells_source_reason_and_confidence_of_each_field)
{
  g_auto (Imported) imported = import (whole);
  const QmsDocxReport *report = imported.report;
  size_t i = 0;

  while (i < qms_docx_report_count (report) && !g_str_has_suffix (qms_docx_report_path (report, i), "/ngayBanHanh"))
    i++;
  ck_assert_uint_lt (i, qms_docx_report_count (report));
  ck_assert_str_eq (qms_docx_report_path (report, i), "/heThong/quyTrinh[QT-07-SNV]/ngayBanHanh");
  ck_assert_str_eq (qms_docx_report_value (report, i), "2026-03-05");
  ck_assert_str_eq (qms_docx_report_source (report, i), "Ngày ban hành: 05/3/2026");
  ck_assert_str_eq (qms_docx_report_place (report, i, QMS_LANG_VI), "bảng 1, dòng 3");
  ck_assert_str_eq (qms_docx_report_place (report, i, QMS_LANG_EN), "table 1, row 3");
  ck_assert_int_ge (qms_docx_report_confidence (report, i), 90);
  ck_assert_str_eq (qms_docx_report_reason (report, i, QMS_LANG_EN), "stands behind the label «Ngày ban hành»");
  ck_assert_str_eq (qms_docx_report_procedure (report), "/heThong/quyTrinh[QT-07-SNV]");
  ck_assert_ptr_null (qms_docx_report_path (report, SIZE_MAX));
  ck_assert_int_eq (qms_docx_report_confidence (NULL, 0), 0);
}
END_TEST

START_TEST (a_note_tells_what_and_where)
{
  g_auto (Imported) imported = import (COVER "5. NỘI DUNG\nMột câu lạ.\n" STEPS);
  const QmsDocxReport *report = imported.report;
  size_t i = 0;

  while (i < qms_docx_report_note_count (report) && strcmp (qms_docx_report_note_id (report, i), "QMS-DX-201") != 0)
    i++;
  ck_assert_int_eq (qms_docx_report_note_severity (report, i), QMS_SEVERITY_WARNING);
  ck_assert_str_eq (qms_docx_report_note (report, i, QMS_LANG_EN), "not understood; kept as text in «noiDung»");
  ck_assert_str_eq (qms_docx_report_note_source (report, i), "Một câu lạ.");
  ck_assert_str_eq (qms_docx_report_note_place (report, i, QMS_LANG_EN), "paragraph 9");
  ck_assert_ptr_null (qms_docx_report_note_id (report, SIZE_MAX));
}
END_TEST

static void
assert_report_has (const QmsDocxReport *const *reports, size_t count, const char *format, const char *expected)
{
  char *text = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_docx_report_write (reports, count, format, QMS_LANG_EN, &text, &size, NULL), QMS_OK);
  ck_assert_uint_eq (strlen (text), size);
  ck_assert_msg (strstr (text, expected) != NULL, "no «%s» in %s", expected, text);
  qms_free (text);
}

START_TEST (reports_are_written_as_text_json_and_html_also_of_files_that_failed)
{
  g_auto (Imported) imported = import (COVER "5. NỘI DUNG\nCâu <lạ> & dài.\n" STEPS);
  g_auto (Imported) failed = import ("Kính gửi\n");
  QmsDocxReport *why = qms_docx_report_from_error (failed.error, "hong.docx");
  const QmsDocxReport *reports[] = { imported.report, why };
  QmsError *error = NULL;
  char *text = NULL;

  assert_report_has (reports, 2, "text", "mau.docx QT 07/SNV «Cấp giấy phép mở lớp»");
  assert_report_has (reports, 2, "text", "hong.docx:\n  error: there is no procedure");
  assert_report_has (reports, 2, "json", "\"path\": \"/heThong/quyTrinh[QT-07-SNV]/ten\"");
  assert_report_has (reports, 2, "html", "Câu &lt;lạ&gt; &amp; dài.");
  assert_report_has (reports, 2, "html", "not imported");
  ck_assert_int_eq (qms_docx_report_write (reports, 2, "pdf", QMS_LANG_EN, &text, NULL, &error), QMS_ERROR_ARGUMENT);
  qms_error_free (error);
  ck_assert_ptr_null (qms_docx_report_from_error (NULL, NULL));
  qms_docx_report_free (why);
}
END_TEST

Suite *
docx_import_suite (void)
{
  Suite *suite = suite_create ("docx_import");
  TCase *whole_case = tcase_create ("whole"), *time = tcase_create ("times"), *make = tcase_create ("makes"),
        *report = tcase_create ("report"), *corpus = tcase_create ("corpus");

  tcase_add_loop_test (whole_case, a_procedure_is_read_with_all_its_sections_in_both_dialects, 0, 2);
  tcase_add_test (whole_case, roles_that_differ_in_spelling_are_one_with_aliases);
  tcase_add_test (whole_case, names_of_persons_stay_out_unless_asked_for);
  tcase_add_test (whole_case, an_edition_in_the_footer_that_differs_is_told);
  tcase_add_test (whole_case, editions_of_headers_and_footers_that_differ_are_all_told);
  tcase_add_test (whole_case, the_same_document_again_replaces_and_another_of_its_code_does_not);
  tcase_add_test (whole_case, what_holds_no_procedure_is_refused_and_changes_nothing);
  suite_add_tcase (suite, whole_case);
  tcase_add_loop_test (time, times_are_read_in_every_spelling_and_the_rest_is_kept, 0, G_N_ELEMENTS (times));
  tcase_add_test (time, words_that_begin_like_a_total_are_steps_and_times_alone_are_a_total);
  tcase_add_test (time, columns_that_mean_the_same_are_told_apart);
  tcase_add_test (time, a_column_that_repeats_a_meaning_is_never_lost);
  tcase_add_test (time, words_for_a_shared_time_are_not_doubted);
  tcase_add_test (time, a_note_below_the_table_gives_figures_their_unit);
  tcase_add_test (time, columns_of_times_are_cases_with_limits);
  tcase_add_loop_test (time, the_limit_is_that_of_the_usual_case, 0, (int)G_N_ELEMENTS (limits));
  tcase_add_test (time, one_time_for_several_steps_stays_one);
  suite_add_tcase (suite, time);
  tcase_add_test (make, sections_are_known_by_words_whatever_their_order_and_number);
  tcase_add_test (make, a_name_beside_a_position_is_left_out_and_told);
  tcase_add_test (make, a_surname_that_is_like_a_position_is_a_name);
  tcase_add_test (make, a_person_among_the_roles_is_told_and_left_out_where_a_role_remains);
  tcase_add_test (make, abbreviations_of_the_document_come_before_those_that_all_know);
  tcase_add_test (make, another_procedure_behind_the_records_is_a_warning);
  tcase_add_test (make, a_title_outside_a_table_loses_the_words_above_it);
  tcase_add_test (make, a_lead_in_is_no_paper_and_remarks_are_notes);
  tcase_add_test (make, notes_lose_their_label_however_often_it_stands_there);
  tcase_add_test (make, records_in_prose_are_doubtful);
  tcase_add_test (make, two_documents_of_one_run_are_both_kept);
  tcase_add_test (make, a_table_that_lays_out_text_is_read_like_text);
  tcase_add_test (make, a_table_of_contents_ends_where_its_headings_come_again);
  tcase_add_test (make, papers_inside_such_a_table_end_with_their_part);
  tcase_add_test (make, a_column_without_heading_and_content_is_nothing);
  tcase_add_test (make, a_total_is_a_limit_only_if_it_is_not_the_mere_sum);
  tcase_add_test (make, tables_of_papers_channels_and_limits_are_read);
  tcase_add_test (make, what_is_not_understood_is_kept_and_quoted);
  suite_add_tcase (suite, make);
  tcase_add_test (report, a_report_tells_source_reason_and_confidence_of_each_field);
  tcase_add_test (report, a_note_tells_what_and_where);
  tcase_add_test (report, reports_are_written_as_text_json_and_html_also_of_files_that_failed);
  suite_add_tcase (suite, report);
  tcase_add_test (corpus, documents_of_the_corpus_are_read_as_a_person_reads_them);
  tcase_add_test (corpus, defects_of_the_corpus_are_found_by_validating);
  tcase_set_timeout (corpus, 60);
  suite_add_tcase (suite, corpus);
  return suite;
}
