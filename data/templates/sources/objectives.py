# SPDX-License-Identifier: Apache-2.0
"""Mục tiêu chất lượng và kế hoạch thực hiện, theo từng năm."""

from layout.body import (HEAD, LANDSCAPE_MM, TO_FILE, TO_UNITS, body, columns_table, footer_pages, heading, letterhead, purpose,
                         repeated, signature, title)
from layout.document import Document

UNIT = "{{#if donViTinh = \"%\"}}%{{#else}} {{donViTinh}}{{/if}}"
GOALS = [
    (10, "TT", "^{{@number}}"),
    (79, "Mục tiêu", "{{ten}}"),
    (60, "Cách tính", "{{cachTinh}}"),
    (22, "Hiện trạng", "^{{hienTrang}}{{#if hienTrang}}" + UNIT + "{{/if}}"),
    (29, "Chỉ tiêu", "^{{soSanh}} {{chiTieu}}" + UNIT),
    (26, "Theo dõi", "^{{tanSuat}}"),
    (26, "Kết quả", "^{{#if thucHien}}{{thucHien}}" + UNIT + "\n{{/if}}{{ketQua}}"),
]
PLAN = [
    (10, "TT", "^{{@number}}"),
    (48, "Mục tiêu", "{{ten}}"),
    (58, "Biện pháp thực hiện", "{{bienPhap}}"),
    (40, "Nguồn lực", "{{nguonLuc}}"),
    (28, "Chủ trì", "{{chuTri}}{{#if donVi}}\n{{donVi}}{{/if}}"),
    (26, "Thời hạn", "^{{tuNgay}}{{#if tuNgay}} –{{/if}} {{denNgay}}"),
    (42, "Cách đánh giá", "{{cachDanhGia}}"),
]


def document():
    return Document("Mục tiêu chất lượng", footer=footer_pages()).add(
        purpose("Mục tiêu chất lượng", needs="mucTieu"),
        letterhead("Số: ……", "ngày … tháng … năm …", width=LANDSCAPE_MM),
        title("Mục tiêu chất lượng", "và kế hoạch thực hiện"),
        body("Mục tiêu chất lượng phù hợp với chính sách chất lượng, đo lường được, được theo dõi, trao đổi thông tin và cập "
             "nhật khi cần."),
        repeated("mucTieu by nam",
                 heading(1, "Mục tiêu{{#if @key}} năm {{@key}}{{/if}}")
                 + columns_table(GOALS, "@items", caption="Mục tiêu chất lượng")
                 + heading(1, "Kế hoạch thực hiện mục tiêu{{#if @key}} năm {{@key}}{{/if}}")
                 + columns_table(PLAN, "@items", caption="Kế hoạch thực hiện mục tiêu"),
                 empty=body("Chưa có mục tiêu.")),
        signature(HEAD,
                  [TO_UNITS, TO_FILE], width=LANDSCAPE_MM),
        across=True)
