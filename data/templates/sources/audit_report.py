# SPDX-License-Identifier: Apache-2.0
"""Báo cáo kết quả đánh giá nội bộ."""

from layout.body import (TO_FILE, body, columns_table, footer_pages, heading, key_value_table, letterhead, purpose, signature,
                         title, to)
from layout.document import Document

RESULTS = [
    (12, "Mã", '^{{ma | "–"}}'),
    (22, "Điều khoản", "^{{dieuKhoan}}"),
    (52, "Nội dung kiểm tra", "{{cauHoi}}"),
    (53, "Bằng chứng", "{{bangChung}}"),
    (26, "Kết luận", "^{{ketLuan}}"),
]
FINDINGS = [
    (10, "TT", "^{{@number}}"),
    (30, "Loại", "{{loai}}"),
    (22, "Điều khoản", "^{{dieuKhoan}}"),
    (35, "Đơn vị", "{{donVi}}"),
    (68, "Nội dung phát hiện", "{{moTa}}"),
]
ACTIONS = [
    (10, "TT", "^{{@number}}"),
    (51, "Sự không phù hợp; nguyên nhân", "{{suKhongPhuHop/moTa}}\n//{{suKhongPhuHop/nguyenNhan}}//"),
    (52, "Xử lý ngay; hành động khắc phục", "{{suKhongPhuHop/xuLyNgay}}\n{{suKhongPhuHop/hanhDong}}"),
    (28, "Trách nhiệm; thời hạn", "{{suKhongPhuHop/chuTri}}\n{{suKhongPhuHop/thoiHan}}"),
    (24, "Hoàn thành; hiệu lực",
     "^{{suKhongPhuHop/ngayHoanThanh}}\n{{#if suKhongPhuHop/hieuLuc}}Có hiệu lực{{/if}}"
     "{{#if suKhongPhuHop/hieuLuc = false}}Chưa có hiệu lực{{/if}}"),
]


def document():
    return Document("Báo cáo kết quả đánh giá nội bộ", footer=footer_pages()).add(
        purpose("Báo cáo đánh giá nội bộ", each="/heThong/danhGia"),
        letterhead("Số: ……", '{{ngayBaoCao | ngày chữ | "ngày … tháng … năm …"}}'),
        title("Báo cáo", "Kết quả đánh giá nội bộ hệ thống quản lý chất lượng{{#if nam}} năm {{nam}}{{/if}}"),
        heading(1, "Thông tin chung"),
        key_value_table([
            ("Căn cứ", 'Kế hoạch số {{soChuongTrinh | "……"}}{{#if ngayKeHoach}} ngày {{ngayKeHoach}}{{/if}}'),
            ("Phạm vi, chuẩn mực", "{{phamVi}}"),
            ("Thời gian đánh giá", 'Từ ngày {{tuNgay | "……"}} đến ngày {{denNgay | "……"}}'),
            ("Đoàn đánh giá", "{{#each thanhVien}}{{chucVu}} ({{vaiTro | thường}}){{#unless @last}}; {{/unless}}{{/each}}"),
            ("Đơn vị được đánh giá", '{{donVi/donVi | nối "; "}}')]),
        heading(1, "Kết quả kiểm tra"),
        columns_table(RESULTS, "noiDungKiemTra", empty="Không có phiếu hỏi kèm theo", caption="Kết quả kiểm tra"),
        heading(1, "Phát hiện của đoàn đánh giá"),
        columns_table(FINDINGS, "phatHien", empty="Không có phát hiện", caption="Phát hiện"),
        heading(1, "Sự không phù hợp và hành động khắc phục"),
        columns_table(ACTIONS, "phatHien where suKhongPhuHop", empty="Không có sự không phù hợp",
                      caption="Sự không phù hợp và hành động khắc phục"),
        heading(1, "Kết luận"),
        body("{{ketLuan | \"……\"}}"),
        signature("Trưởng đoàn đánh giá",
                  [to("Trưởng Ban Chỉ đạo ISO;"), to("Các đơn vị được đánh giá;"), TO_FILE]))
