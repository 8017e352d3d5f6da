# SPDX-License-Identifier: Apache-2.0
"""Biên bản xem xét của lãnh đạo: đầu vào theo 9.3.2, đầu ra theo 9.3.3."""

from layout.body import body, columns_table, footer_pages, heading, letterhead, purpose, signatures, title
from layout.document import Document

INPUTS = [
    (12, "TT", "^{{@number}}"),
    (58, "Nội dung xem xét", "{{loai}}"),
    (95, "Tình hình, đánh giá", "{{noiDung}}"),
]
OUTPUTS = [
    (12, "TT", "^{{@number}}"),
    (35, "Loại", "{{loai}}"),
    (64, "Kết luận, quyết định", "{{noiDung}}"),
    (30, "Trách nhiệm", "{{chuTri}}"),
    (24, "Thời hạn", "^{{thoiHan}}"),
]


def document():
    return Document("Biên bản xem xét của lãnh đạo", footer=footer_pages()).add(
        purpose("Biên bản xem xét của lãnh đạo", each="/heThong/xemXet"),
        letterhead('Số: {{soBienBan | "……"}}', '{{ngay | ngày chữ | "ngày … tháng … năm …"}}'),
        title("Biên bản", "Xem xét của lãnh đạo về hệ thống quản lý chất lượng"),
        heading(1, "Thời gian, thành phần"),
        body('Thời gian: {{ngay | ngày chữ | "ngày … tháng … năm …"}}.'),
        body('Chủ trì: {{chuTri | "……"}}.'),
        body("Thành phần: Ban Chỉ đạo ISO{{#if /heThong/banChiDao/so}} (Quyết định số {{/heThong/banChiDao/so}}){{/if}}; "
             'đại diện các đơn vị: {{/heThong/coQuan/donVi | nối ", " | "……"}}.'),
        heading(1, "Nội dung xem xét"),
        columns_table(INPUTS, "dauVao", empty="……", caption="Đầu vào của xem xét"),
        heading(1, "Kết luận và hành động"),
        columns_table(OUTPUTS, "dauRa", empty="……", caption="Đầu ra của xem xét"),
        body("Các đơn vị thực hiện kết luận đúng thời hạn; Thư ký ISO theo dõi, báo cáo tại lần xem xét sau."),
        signatures([("Thư ký", "Thư ký ISO"), ("Chủ trì", "{{chuTri}}")]))
