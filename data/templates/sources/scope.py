# SPDX-License-Identifier: Apache-2.0
"""Phạm vi áp dụng và danh mục thủ tục hành chính theo lĩnh vực."""

from layout.body import (HEAD, TO_FILE, TO_POST, TO_UNITS, body, bullet_each, columns_table, each_row, footer_pages, grid,
                         group_row, head_row, heading, letterhead, paragraph, purpose, shown_if, signature, span_row, title)
from layout.document import Document

EXCLUSIONS = [
    (12, "TT", "^{{@number}}"),
    (33, "Điều khoản", "^{{dieuKhoan}}"),
    (120, "Lý do không áp dụng", "{{lyDo}}"),
]
WIDTHS = [12, 28, 60, 26, 39]
HEADS = ["TT", "Mã thủ tục", "Tên thủ tục hành chính", "Quy trình", "Thời hạn giải quyết"]
VALUES = ["^{{@number}}", "^{{ma}}", "{{ten}}", "{{quyTrinh/ma}}",
          "{{#if trongNgay}}Trong ngày{{#else}}{{#each cachThuc}}{{#if @first}}{{#each thoiHan}}{{#if giaTri}}{{giaTri}}"
          "{{#else}}{{moTa}}{{/if}}{{#unless @last}}; {{/unless}}{{/each}}{{/if}}{{/each}}{{/if}}"]
IN_SCOPE = "thuTuc where trongPhamVi != false"


def procedures_table():
    return grid(WIDTHS, [
        head_row(WIDTHS, HEADS),
        span_row(WIDTHS, "{{#each " + IN_SCOPE + " by linhVuc/ten}}"),
        group_row(WIDTHS, '{{@key | "Lĩnh vực khác"}} ({{@items | đếm}} thủ tục)'),
        each_row(WIDTHS, "@items", VALUES),
        span_row(WIDTHS, "{{#else}}"),
        span_row(WIDTHS, "Không có", style="CellCentred"),
        span_row(WIDTHS, "{{/each}}")],
        caption="Danh mục thủ tục hành chính")


def document():
    return Document("Phạm vi áp dụng và danh mục thủ tục hành chính", footer=footer_pages()).add(
        purpose("Phạm vi áp dụng, danh mục TTHC"),
        letterhead("Số: ……", '{{phamVi/ngay | ngày chữ | "ngày … tháng … năm …"}}'),
        title("Phạm vi áp dụng", "của hệ thống quản lý chất lượng theo {{tieuChuan}}"),
        heading(1, "Phạm vi áp dụng"),
        body('{{phamVi/noiDung | "……"}}'),
        shown_if("phamVi/linhVuc", paragraph("BodyText", "Các lĩnh vực thuộc phạm vi:", keepNext=True)
                 + bullet_each("phamVi/linhVuc")),
        heading(1, "Yêu cầu của tiêu chuẩn không áp dụng"),
        columns_table(EXCLUSIONS, "phamVi/ngoaiLe", caption="Yêu cầu không áp dụng"),
        heading(1, "Danh mục thủ tục hành chính"),
        procedures_table(),
        signature(HEAD, [TO_UNITS, TO_POST, TO_FILE]))
