# SPDX-License-Identifier: Apache-2.0
"""Bản công bố hệ thống quản lý chất lượng phù hợp tiêu chuẩn."""

from layout.body import (body, bullet_each, columns_table, footer_pages, letterhead, paragraph, purpose, shown_if, signature,
                         title)
from layout.document import Document

LIST = [
    (12, "TT", "^{{@number}}"),
    (34, "Mã thủ tục", "^{{.}}"),
    (119, "Tên thủ tục hành chính", "{{#each /heThong/thuTuc where ma = ..}}{{ten}}{{/each}}"),
]


def document():
    return Document("Bản công bố", footer=footer_pages()).add(
        purpose("Bản công bố hệ thống quản lý chất lượng phù hợp tiêu chuẩn", each="/heThong/congBo"),
        letterhead('Số: {{so | "……"}}', '{{ngay | ngày chữ | "ngày … tháng … năm …"}}'),
        title("Bản công bố{{#if congBoLai}} lại{{/if}}",
              'Hệ thống quản lý chất lượng phù hợp {{tieuChuan | "TCVN ISO 9001"}}'),
        paragraph("BodyText", "Tên cơ quan: **{{/heThong/coQuan/ten}}**"),
        paragraph("BodyText", 'Địa chỉ: {{/heThong/coQuan/diaChi | "……"}}'),
        shown_if("/heThong/xacNhanHieuLuc", body("{{#each /heThong/xacNhanHieuLuc}}{{#if @last}}Hệ thống đã được người đứng đầu cơ quan xác nhận hiệu lực tại văn "
             "bản số {{so}}{{#if ngay}} ngày {{ngay}}{{/if}}.{{/if}}{{/each}}")),
        shown_if("lyDo", body("Lý do công bố lại: {{lyDo}}")),
        paragraph("BodyText", "CÔNG BỐ:", jc="center", ind={"firstLine": 0}),
        body('Hệ thống quản lý chất lượng của {{/heThong/coQuan/ten}} phù hợp {{tieuChuan | "TCVN ISO 9001"}} đối với phạm vi '
             "sau đây:"),
        body("{{phamVi}}"),
        shown_if("linhVuc", paragraph("BodyText", "Các lĩnh vực:", keepNext=True) + bullet_each("linhVuc")),
        shown_if("maThuTuc", body("Danh mục thủ tục hành chính thuộc phạm vi công bố kèm theo ({{maThuTuc | đếm}} "
                                  "thủ tục).")),
        body("Khi điều chỉnh, mở rộng hoặc thu hẹp phạm vi, cơ quan công bố lại."),
        signature("{{nguoiKy}}",
                  ["{{#each /heThong/thongBao where congBo = ../id}}{{noiNhan}};{{/each}}",
                   "Niêm yết tại trụ sở, đăng trang thông tin điện tử (nếu có);", "Lưu: VT, Ban Chỉ đạo ISO."]),
        shown_if("maThuTuc",
                 paragraph("Title", "Danh mục thủ tục hành chính", pageBreakBefore=True)
                 + paragraph("Subject", "kèm theo Bản công bố số {{so}}{{#if ngay}} ngày {{ngay}}{{/if}}")
                 + columns_table(LIST, "maThuTuc", caption="Danh mục thủ tục hành chính")))
