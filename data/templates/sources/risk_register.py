# SPDX-License-Identifier: Apache-2.0
"""Danh mục rủi ro và cơ hội: thang điểm, đánh giá, biện pháp, đánh giá lại."""

from layout.body import (HEAD, LANDSCAPE_MM, body, columns_table, footer_pages, heading, letterhead, purpose, shown_if,
                         signatures, title)
from layout.document import Document

EFFECT = "{{#if hieuQua}}\nCó hiệu quả{{/if}}{{#if hieuQua = false}}\nChưa hiệu quả{{/if}}"
SCALE = [
    (20, "TT", "^{{@number}}"),
    (60, "Điểm", "^{{tu}} – {{den}}"),
    (172, "Mức", "{{ten}}"),
]
RISKS = [
    (9, "TT", "^{{@number}}"),
    (38, "Rủi ro", "{{moTa}}"),
    (25, "Quy trình; nguồn", "{{#if quyTrinh}}{{quyTrinh/ma}}\n{{/if}}{{nguon}}"),
    (46, "Nguyên nhân; hậu quả", "{{nguyenNhan}}{{#if hauQua}}\n//{{hauQua}}//{{/if}}"),
    (12, "Khả năng", "^{{khaNang}}"),
    (12, "Mức độ", "^{{mucDo}}"),
    (13, "Điểm", "^{{@score}}"),
    (45, "Biện pháp xử lý", "{{#if xuLy}}**{{xuLy}}:** {{/if}}{{bienPhap}}"),
    (27, "Trách nhiệm; thời hạn", "{{chuTri}}{{#if thoiHan}}\n{{thoiHan}}{{/if}}"),
    (25, "Đánh giá lại", "^{{ngayDanhGiaLai}}{{#if @residual}}\n{{khaNangConLai}} × {{mucDoConLai}} = {{@residual}}{{/if}}"
                         + EFFECT),
]
OPPORTUNITIES = [
    (9, "TT", "^{{@number}}"),
    (58, "Cơ hội", "{{moTa}}"),
    (29, "Quy trình; nguồn", "{{#if quyTrinh}}{{quyTrinh/ma}}\n{{/if}}{{nguon}}"),
    (15, "Lợi ích", "^{{loiIch}}"),
    (15, "Khả thi", "^{{khaThi}}"),
    (13, "Điểm", "^{{@score}}"),
    (60, "Hành động", "{{hanhDong}}"),
    (28, "Trách nhiệm; thời hạn", "{{chuTri}}{{#if thoiHan}}\n{{thoiHan}}{{/if}}"),
    (25, "Đánh giá lại", "^{{ngayDanhGiaLai}}" + EFFECT),
]


def document():
    return Document("Danh mục rủi ro và cơ hội", footer=footer_pages()).add(
        purpose("Danh mục rủi ro và cơ hội"),
        letterhead("Số: ……", "ngày … tháng … năm …", width=LANDSCAPE_MM),
        title("Danh mục rủi ro và cơ hội"),
        shown_if("thangDiem/khoang",
                 heading(1, "Thang điểm")
                 + body("Điểm rủi ro là tích của khả năng xảy ra (1 – {{thangDiem/khaNangToiDa}}) và mức độ ảnh hưởng "
                        "(1 – {{thangDiem/mucDoToiDa}}); điểm cơ hội là tích của lợi ích và tính khả thi.")
                 + columns_table(SCALE, "thangDiem/khoang", caption="Thang điểm")),
        heading(1, "Rủi ro"), columns_table(RISKS, "ruiRo", caption="Danh mục rủi ro"),
        heading(1, "Cơ hội"), columns_table(OPPORTUNITIES, "coHoi", caption="Danh mục cơ hội"),
        signatures([("Người lập", "Thư ký ISO"), ("Phê duyệt", HEAD)], width=LANDSCAPE_MM),
        across=True)
