# SPDX-License-Identifier: Apache-2.0
"""Bản công bố hệ thống quản lý chất lượng phù hợp tiêu chuẩn."""

from layout.body import (TO_FILE, TO_POST, body, bullet_each, columns_table, footer_pages, letterhead, paragraph, purpose,
                         repeated, shown_if, signature, tag, title, to)
from layout.document import Document

LIST = [
    (12, "TT", "^{{@number}}"),
    (34, "Mã thủ tục", "^{{.}}"),
    (119, "Tên thủ tục hành chính", "{{#each /heThong/thuTuc where ma = ..}}{{ten}}{{/each}}"),
]


def document():
    return Document("Bản công bố", footer=footer_pages()).add(
        purpose("Bản công bố", each="/heThong/congBo"),
        letterhead('Số: {{so | "……"}}', '{{ngay | ngày chữ | "ngày … tháng … năm …"}}'),
        title("Bản công bố{{#if congBoLai}} lại{{/if}}",
              'Hệ thống quản lý chất lượng phù hợp {{tieuChuan | "TCVN ISO 9001"}}'),
        paragraph("BodyText", "Tên cơ quan: **{{/heThong/coQuan/ten}}**"),
        paragraph("BodyText", 'Địa chỉ: {{/heThong/coQuan/diaChi | "……"}}'),
        tag("{{#each /heThong/xacNhanHieuLuc}}{{#if @last}}"),
        body("Hệ thống đã được người đứng đầu cơ quan xác nhận hiệu lực tại văn bản số {{so}}{{#if ngay}} ngày {{ngay}}{{/if}}."),
        tag("{{/if}}{{/each}}"),
        shown_if("lyDo", body("Lý do công bố lại: {{lyDo}}")),
        paragraph("BodyText", "CÔNG BỐ:", jc="center", ind={"firstLine": 0}),
        body('Hệ thống quản lý chất lượng của {{/heThong/coQuan/ten}} phù hợp {{tieuChuan | "TCVN ISO 9001"}} đối với phạm vi '
             "sau đây:"),
        body('{{phamVi | "……"}}'),
        shown_if("linhVuc", paragraph("BodyText", "Các lĩnh vực:", keepNext=True) + bullet_each("linhVuc")),
        shown_if("maThuTuc", body("Danh mục thủ tục hành chính thuộc phạm vi công bố kèm theo ({{maThuTuc | đếm}} "
                                  "thủ tục).")),
        body("Khi điều chỉnh, mở rộng hoặc thu hẹp phạm vi, cơ quan công bố lại."),
        signature("{{nguoiKy}}",
                  [repeated("/heThong/thongBao where congBo = ../id", to("{{noiNhan}};")), TO_POST, TO_FILE]),
        shown_if("maThuTuc",
                 paragraph("Title", "Danh mục thủ tục hành chính", pageBreakBefore=True)
                 + paragraph("Subject", "kèm theo Bản công bố số {{so}}{{#if ngay}} ngày {{ngay}}{{/if}}")
                 + columns_table(LIST, "maThuTuc", caption="Danh mục thủ tục hành chính")))
