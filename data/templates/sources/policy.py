# SPDX-License-Identifier: Apache-2.0
"""Chính sách chất lượng."""

from layout.body import (TO_FILE, TO_POST, TO_UNITS, body, bullet_each, letterhead, paragraph, purpose, shown_if, signature,
                         title)
from layout.document import Document


def document():
    return Document("Chính sách chất lượng").add(
        purpose("Chính sách chất lượng", needs="chinhSach"),
        letterhead('Số: {{chinhSach/so | "……"}}', '{{chinhSach/ngay | ngày chữ | "ngày … tháng … năm …"}}'),
        title("Chính sách chất lượng", "của {{coQuan/ten}}"),
        body("{{chinhSach/noiDung}}"),
        shown_if("chinhSach/camKet", paragraph("BodyText", "{{coQuan/ten}} cam kết:", keepNext=True)
                 + bullet_each("chinhSach/camKet")),
        body("Hệ thống quản lý chất lượng được xây dựng, áp dụng theo {{tieuChuan}}. Người đứng đầu cơ quan bảo đảm nguồn lực "
             "cần thiết; cán bộ, công chức, viên chức và người lao động có trách nhiệm hiểu, thực hiện và duy trì chính sách "
             "này trong công việc hằng ngày."),
        signature("{{chinhSach/nguoiKy}}",
                  [TO_UNITS, TO_POST, TO_FILE]))
