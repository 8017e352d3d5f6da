# SPDX-License-Identifier: Apache-2.0
"""Kế hoạch đánh giá nội bộ."""

from layout.body import (TO_FILE, body, bullets, columns_table, footer_pages, heading, letterhead, purpose, repeated, signature,
                         title, to)
from layout.document import Document

TEAM = [
    (12, "TT", "^{{@number}}"),
    (98, "Chức vụ", "{{chucVu}}"),
    (55, "Nhiệm vụ trong đoàn", "^{{vaiTro}}"),
]
UNITS = [
    (12, "TT", "^{{@number}}"),
    (32, "Ngày", "^{{ngay}}"),
    (61, "Đơn vị được đánh giá", "{{donVi}}"),
    (60, "Người đánh giá", "{{nguoiDanhGia}}"),
]
QUESTIONS = [
    (14, "Mã", '^{{ma | "–"}}'),
    (31, "Điều khoản", "^{{dieuKhoan}}"),
    (120, "Nội dung kiểm tra", "{{cauHoi}}"),
]


def document():
    return Document("Kế hoạch đánh giá nội bộ", footer=footer_pages()).add(
        purpose("Kế hoạch đánh giá nội bộ", each="/heThong/danhGia"),
        letterhead('Số: {{soChuongTrinh | "……"}}', '{{ngayKeHoach | ngày chữ | "ngày … tháng … năm …"}}'),
        title("Kế hoạch", "Đánh giá nội bộ hệ thống quản lý chất lượng{{#if nam}} năm {{nam}}{{/if}}"),
        heading(1, "Mục đích"),
        bullets("Xác định hệ thống quản lý chất lượng có phù hợp với {{/heThong/tieuChuan}}, với yêu cầu của cơ quan và có "
                "được thực hiện, duy trì một cách hiệu lực hay không.",
                "Phát hiện điểm không phù hợp để khắc phục, cơ hội để cải tiến; cung cấp đầu vào cho xem xét của lãnh đạo."),
        heading(1, "Phạm vi, chuẩn mực"),
        body('{{phamVi | "……"}}'),
        heading(1, "Thời gian"),
        body('Từ ngày {{tuNgay | "……"}} đến ngày {{denNgay | "……"}}.'),
        heading(1, "Đoàn đánh giá"),
        columns_table(TEAM, "thanhVien", empty="Chưa phân công", caption="Đoàn đánh giá"),
        heading(1, "Lịch đánh giá"),
        body("Đánh giá viên không đánh giá công việc của chính mình."),
        columns_table(UNITS, "donVi", empty="Chưa xếp lịch", caption="Lịch đánh giá"),
        heading(1, "Nội dung kiểm tra"),
        columns_table(QUESTIONS, "noiDungKiemTra", empty="Theo phiếu hỏi do đoàn đánh giá lập",
                      caption="Nội dung kiểm tra"),
        heading(1, "Tổ chức thực hiện"),
        bullets("Các đơn vị chuẩn bị tài liệu, hồ sơ, bố trí người làm việc với đoàn đánh giá.",
                "Đoàn đánh giá thực hiện theo kế hoạch, lập báo cáo kết quả đánh giá gửi Ban Chỉ đạo ISO.",
                "Đơn vị có điểm không phù hợp xác định nguyên nhân, thực hiện hành động khắc phục đúng thời hạn."),
        signature("{{#each /heThong/banChiDao/thanhVien where vaiTro = truong}}{{chucVu}}{{/each}}",
                  [to("Đoàn đánh giá;"), repeated("donVi", to("{{donVi}};")), TO_FILE],
                  before=("Trưởng Ban Chỉ đạo ISO",)))
