# SPDX-License-Identifier: Apache-2.0
"""Phiếu kiểm soát quá trình giải quyết hồ sơ: của một hồ sơ thủ tục hành chính, theo nhật ký giải quyết."""

from layout.body import each_row, footer_pages, gap, grid, head_row, key_value_table, letterhead, paragraph, purpose, repeated, title
from layout.document import Document

STEP = "/hoSoTTHC/quyTrinh/buoc where id = ../buoc"
PARTY = "{{#each " + STEP + "}}{{vaiTro}}{{#if vaiTro/donVi}} ({{vaiTro/donVi}}){{/if}}{{/each}}"
HANDED = [
    (9, "TT", "^{{@number}}"),
    (44, "Cơ quan, bộ phận giao – nhận",
     "{{#if loai = xongBuoc}}{{#each " + STEP + "}}**{{ten}}**{{/each}}{{#else}}**{{loai}}**{{/if}}"
     "{{#if loai = tiepNhan}}\nGiao: tổ chức, cá nhân nộp hồ sơ{{/if}}{{#if loai = xongBuoc}}\nGiao: " + PARTY + "{{/if}}"
     "{{#each tiepTheo}}\nNhận: " + PARTY + "{{/each}}{{#if coQuan}}\nNhận: {{coQuan}}{{/if}}"),
    (27, "Thời gian giao, nhận", "^{{luc}}"),
    (20, "Người giao ký", ""),
    (20, "Người nhận ký", ""),
    (20, "Kết quả (trước hạn, đúng hạn, quá hạn)", "^{{ketQua}}"),
    (25, "Ghi chú", "{{lyDo}}"),
]
FACTS = [
    ("Thủ tục hành chính", "{{tenThuTuc}}{{#if maThuTuc}} (mã số {{maThuTuc}}){{/if}}"),
    ("Tổ chức, cá nhân nộp hồ sơ", '{{nguoiNop | "……"}}'),
    ("Nội dung yêu cầu", '{{noiDung | một dòng | "……"}}'),
    ("Nơi tiếp nhận", "{{#if noiTiepNhan}}{{noiTiepNhan/ten}}{{#else}}{{coQuanGiaiQuyet/ten}}{{/if}}"),
    ("Cơ quan giải quyết hồ sơ", "{{coQuanGiaiQuyet/ten}}"),
    ("Tiếp nhận lúc", "{{ngayTiepNhan}}"),
    ("Hẹn trả kết quả", '{{hanTra | "……"}}'),
    ("Tình trạng", "{{trangThai}}{{#if ngayKetThuc}}; kết thúc {{ngayKetThuc}}{{/if}}"
     "{{#if ketQuaThoiHan}}; {{ketQuaThoiHan | thường}}{{/if}}"),
]
WIDTHS = [width for width, _, _ in HANDED]
OPEN = ["", "{{#each " + STEP + "}}**{{ten}}**{{/each}}\nĐang xử lý: " + PARTY, "", "", "", "", "{{#if han}}Hạn: {{han}}{{/if}}"]
FORM = "quyTrinh/bieuMau where loai = kiemSoat"


def handed_table():
    """What has been handed on, and the steps at which the dossier is."""
    return grid(WIDTHS, [head_row(WIDTHS, [head for _, head, _ in HANDED]),
                         each_row(WIDTHS, "suKien", [value for _, _, value in HANDED]),
                         each_row(WIDTHS, "buocDangMo", OPEN)], caption="Giao, nhận hồ sơ")


def document():
    return Document("Phiếu kiểm soát quá trình giải quyết hồ sơ", footer=footer_pages()).add(
        purpose("Phiếu kiểm soát", each="/hoSoTTHC"),
        repeated(FORM, paragraph("FormNumber", "{{ma}}{{#if canCu}} ({{canCu}}){{/if}}")),
        letterhead("Mã số hồ sơ: {{ma}}", '{{ngayTiepNhan | ngày chữ | "ngày … tháng … năm …"}}',
                   authority="", agency="{{coQuanGiaiQuyet/ten}}"),
        title("Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        gap(), key_value_table(FACTS),
        paragraph("TableTitle", "Giao, nhận hồ sơ"),
        handed_table())
