# SPDX-License-Identifier: Apache-2.0
"""Quy trình: bìa, chữ ký, sửa đổi tài liệu, bảy mục; bộ phận tạo thành của thủ tục hành chính ở mục 5."""

from layout.body import (AGENCY, AUTHORITY, body, bullet_each, bullets, cell, columns_table, contents, each_row, gap, grid,
                         head_row, heading, lines, paragraph, purpose, repeated, row, shown_if, tag)
from layout.document import Document

SECTIONS = ["Mục đích", "Phạm vi", "Tài liệu viện dẫn", "Định nghĩa/viết tắt", "Nội dung quy trình", "Biểu mẫu",
            "Hồ sơ cần lưu"]

# ---- cover


def cover():
    widths = [42, 70, 53]
    facts = (lines("Mã hiệu: **{{ma}}**\n\nLần ban hành: **{{lanBanHanh | hai số}}**")
             + shown_if("lanSuaDoi", lines("Lần sửa đổi: **{{lanSuaDoi | hai số}}**"))
             + lines("Ngày ban hành: **{{ngayBanHanh}}**")
             + shown_if("ngayHieuLuc", lines("Ngày hiệu lực: **{{ngayHieuLuc}}**")))
    cells = [cell(widths[0], paragraph("Authority", AUTHORITY) + paragraph("Agency", AGENCY), align="middle"),
             cell(widths[1], paragraph("Agency", "Quy trình") + paragraph("CoverTitle", "{{ten}}"), align="middle"),
             cell(widths[2], facts, align="middle")]
    return grid(widths, [row(cells, height=30)], caption="Bìa")


def office(path):
    """Who signs: of the list of positions, else as the cover words it."""
    return "{{#if " + path + "/chucVu}}{{" + path + "/chucVu}}{{#else}}{{" + path + "/chucDanh}}{{/if}}"


def signing_table():
    widths = [33, 44, 44, 44]
    parts = ["soanThao", "xemXet", "pheDuyet"]

    def line(name, values, height=None):
        return row([cell(width, paragraph("CellCentred", value), align="middle")
                    for width, value in zip(widths, [f"**{name}**", *values])], height=height)

    return grid(widths, [
        head_row(widths, ["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt"]),
        line("Họ tên", [""] * 3, height=9), line("Chữ ký", [""] * 3, height=24),
        line("Chức vụ", [office(part) for part in parts]),
        line("Ngày", ["{{" + part + "/ngay}}" for part in parts])], caption="Trách nhiệm")


AMENDMENTS = [
    (35, "Yêu cầu sửa đổi, bổ sung", "{{yeuCau}}"),
    (28, "Trang, phần liên quan", "{{viTri}}"),
    (46, "Mô tả nội dung sửa đổi", "{{moTa}}"),
    (15, "Lần ban hành", "^{{lanBanHanh | hai số}}"),
    (15, "Lần sửa đổi", "^{{lanSuaDoi | hai số}}"),
    (26, "Ngày ban hành (sửa đổi)", "^{{ngay}}"),
]


def amendments():
    return paragraph("PartTitle", "Sửa đổi tài liệu", pageBreakBefore=True) + columns_table(
        AMENDMENTS, "suaDoi", empty="", caption="Sửa đổi tài liệu")


# ---- section 5: constituent parts of an administrative procedure

CITATION = ("{{#if so}}{{so}}{{#if ngay}} ngày {{ngay}}{{/if}}{{#if coQuanBanHanh}} của {{coQuanBanHanh}}{{/if}}: {{/if}}{{ten}}"
            "{{#if dieuKhoan}} ({{dieuKhoan}}){{/if}}")
PAPERS = [
    (12, "TT", "^{{@number}}"),
    (109, "Tên giấy tờ", "{{ten}}{{#if mauDon}}\n//Mẫu: {{mauDon}}//{{/if}}"),
    (22, "Bản chính", "^{{banChinh}}"),
    (22, "Bản sao", "^{{banSao}}"),
]


def named(title, path, note=None):
    """A part that is a list of names."""
    words = bullet_each(path, "{{ten}}", empty="Không có")
    return heading(3, title) + words + (shown_if(note, body("{{" + note + "}}")) if note else "")


def dossier():
    head = shown_if("truongHop", paragraph("BodyText", "Trường hợp: {{truongHop}}", keepNext=True))
    table = columns_table(PAPERS, "giayTo", caption="Thành phần hồ sơ")
    return (heading(3, "Thành phần, số lượng hồ sơ") + repeated("thanhPhanHoSo", head + table + gap())
            + body('Số lượng hồ sơ: {{soBoHoSo | hai số | "……"}} bộ'))


def channels():
    widths = [40, 45, 80]
    return (heading(3, "Cách thức thực hiện")
            + grid(widths, [head_row(widths, ["Kênh nộp", "Thời hạn", "Diễn giải"]),
                            each_row(widths, ["cachThuc", "thoiHan"], ["{{../kenh}}", "{{giaTri}}", "{{moTa}}"])],
                   caption="Cách thức thực hiện"))


def fees():
    return (heading(3, "Phí, lệ phí")
            + tag("{{#each cachThuc}}{{#each thoiHan}}{{#each phi}}")
            + paragraph("ListBullet", "{{../../kenh}}: {{#if soTien = 0}}{{moTa | \"không thu\"}}{{#else}}{{soTien | tiền}}"
                        "{{#if loai}} ({{loai | thường}}){{/if}}{{#if moTa}}; {{moTa}}{{/if}}{{/if}}")
            + tag("{{/each}}{{/each}}{{/each}}"))


def constituents():
    return repeated("@tthc", (
        heading(2, "Thủ tục: {{ten}}") + body("Mã số thủ tục hành chính: {{ma}}")
        + shown_if("linhVuc", body("Lĩnh vực: {{linhVuc/ten}}")) + shown_if("cap", body("Cấp thực hiện: {{cap/ten}}"))
        + shown_if("quyetDinhCongBo",
                   body("Quyết định công bố: {{quyetDinhCongBo}}{{#if ngayCongBo}} ngày {{ngayCongBo}}{{/if}}"))
        + dossier() + channels()
        + named("Đối tượng thực hiện thủ tục hành chính", "doiTuong", "moTaDoiTuong")
        + named("Cơ quan thực hiện thủ tục hành chính", "coQuanThucHien", "moTaCoQuanThucHien")
        + shown_if("coQuanPhoiHop", named("Cơ quan phối hợp", "coQuanPhoiHop"))
        + shown_if("diaChiTiepNhan", heading(3, "Nơi tiếp nhận và trả kết quả") + body("{{diaChiTiepNhan}}"))
        + named("Kết quả thực hiện thủ tục hành chính", "ketQua")
        + fees()
        + heading(3, "Mẫu đơn, mẫu tờ khai") + body("Xem mục 6 và tên mẫu ghi ở từng giấy tờ.")
        + heading(3, "Yêu cầu, điều kiện") + body('{{yeuCauDieuKien | "Không có"}}')
        + heading(3, "Căn cứ pháp lý") + bullet_each("canCu", CITATION, empty="Theo mục 3")))


# ---- section 5: limits and steps

LIMIT = ("{{#if truongHop}}{{truongHop}}: {{/if}}{{#if kenh}}{{kenh}}: {{/if}}{{giaTri}}{{#if ghiChu}}; {{ghiChu}}{{/if}}"
         "{{#if theoQuyDinh}} (theo quy định: {{theoQuyDinh}}){{/if}}")
PHASES = [
    (12, "TT", "^{{@number}}"),
    (45, "Giai đoạn", "{{ten}}{{#if khongTinhGio}} (không tính vào thời hạn){{/if}}"),
    (40, "Cơ quan", "{{#if coQuan}}{{coQuan}}{{#else}}{{/heThong/coQuan/ten}}{{/if}}"),
    (46, "Thời hạn", "{{#each ../thoiHan where giaiDoan = ../id}}{{#if truongHop}}{{truongHop}}: {{/if}}{{giaTri}}"
                     "{{#unless @last}}\n{{/unless}}{{/each}}"),
    (22, "Gồm các bước", '^{{#each ../buoc where giaiDoan = ../id}}{{so}}{{#unless @last}}, {{/unless}}{{/each}}'),
]
OUTCOMES = [
    (14, "Bước", "^{{../so}}"),
    (59, "Khả năng", "{{ten}}{{#if truongHop}} ({{truongHop}}){{/if}}"),
    (52, "Xử lý hồ sơ", '{{loai | "Giải quyết tiếp"}}'),
    (40, "Bước tiếp theo", "{{#if den}}Bước {{den/so}}{{/if}}{{#each nhanh}}{{#if @first}}\nĐồng thời: {{/if}}"
                           "bước {{den/so}}{{#unless @last}}, {{/unless}}{{/each}}"),
]
STEPS = [10, 54, 29, 38, 34]


def steps_table():
    number = paragraph("CellCentred", "{{#each buoc}}{{#if so}}{{so}}{{#else}}{{@number}}{{/if}}")
    what = paragraph("Cell", "**{{ten}}**") + shown_if("noiDung", paragraph("Cell", "{{noiDung}}"))
    what += shown_if("ghiChu", paragraph("Cell", "//Ghi chú: {{ghiChu}}//"))
    who = lines("{{#if vaiTro}}{{vaiTro}}{{#else}}{{donVi}}{{/if}}")
    times = paragraph("CellCentred", "{{#cells @durations}}{{giaTri}}{{#if ghiChu}} {{ghiChu}}{{/if}}{{/cells}}")
    yields = lines("{{#each ketQua}}- {{#if bieuMau}}{{bieuMau}}{{#else}}{{ten}}{{/if}}{{#unless @last}}\n{{/unless}}{{/each}}"
                   "{{/each}}")
    heads = ["TT", "Trình tự các bước công việc", "Trách nhiệm",
             "{{#cells @scenarios}}Thời gian{{#if ten}}: {{ten}}{{/if}}{{#if @limit}} ({{@limit/giaTri}}){{/if}}{{/cells}}",
             "Biểu mẫu/Kết quả"]
    total = [cell(sum(STEPS[:3]), paragraph("CellCentred", "**Tổng thời gian**"), span=3),
             cell(STEPS[3], paragraph("CellCentred", "{{#cells @scenarios}}**{{@total}}**{{/cells}}")),
             cell(STEPS[4], paragraph("Cell"))]
    cells = [cell(width, content) for width, content in zip(STEPS, [number, what, who, times, yields])]
    return grid(STEPS, [head_row(STEPS, heads), row(cells), row(total)], caption="Các bước thực hiện")


def content():
    return (shown_if("noiDung", body("{{noiDung}}")) + constituents()
            + shown_if("thoiHan", heading(2, "Thời hạn giải quyết")
                       + tag("{{#each thoiHan}}{{#unless giaiDoan}}") + bullets(LIMIT) + tag("{{/unless}}{{/each}}"))
            + shown_if("giaiDoan", heading(2, "Các giai đoạn") + columns_table(PHASES, "giaiDoan", caption="Các giai đoạn"))
            + heading(2, "Quy trình các bước xử lý công việc") + steps_table()
            + shown_if("buoc/ketCuc", paragraph("TableTitle", "Các khả năng kết thúc bước")
                       + grid([width for width, _, _ in OUTCOMES],
                              [head_row([width for width, _, _ in OUTCOMES], [head for _, head, _ in OUTCOMES]),
                               each_row([width for width, _, _ in OUTCOMES], ["buoc", "ketCuc"],
                                        [value for _, _, value in OUTCOMES])], caption="Các khả năng kết thúc bước"))
            + shown_if("ghiChu", paragraph("TableTitle", "Ghi chú:") + body("{{ghiChu}}")))


FORMS = [
    (12, "TT", "^{{@number}}"),
    (35, "Mã hiệu", "{{ma}}"),
    (83, "Tên biểu mẫu", "{{ten}}"),
    (35, "Văn bản ban hành", "{{canCu}}"),
]
RECORDS = [
    (9, "TT", "^{{@number}}"),
    (28, "Mã hiệu", "{{ma}}"),
    (45, "Tên hồ sơ", "{{ten}}"),
    (29, "Nơi lưu", "{{noiLuu}}"),
    (21, "Người lưu", "{{nguoiLuu}}"),
    (17, "Hình thức", "^{{hinhThuc}}"),
    (16, "Thời gian lưu", "^{{#if vinhVien}}Vĩnh viễn{{#else}}{{thoiGianLuu}}{{/if}}"),
]


def sections():
    bodies = [body("{{mucDich}}"), body("{{phamVi}}"), bullet_each("vienDan", CITATION, empty="Không có"),
              bullet_each("dinhNghia", "{{thuatNgu}}: {{nghia}}", empty="Không có"), content(),
              columns_table(FORMS, "bieuMau", caption="Biểu mẫu"), columns_table(RECORDS, "hoSo", caption="Hồ sơ cần lưu")]
    return "".join(heading(1, name, pageBreakBefore=name == SECTIONS[0] or None) + inside
                   for name, inside in zip(SECTIONS, bodies))


# ---- top and bottom of pages

def top():
    """Not the title: one of a thousand characters would take half of every page."""
    return paragraph("PageTop", f"{AGENCY}\tMã hiệu: {{{{ma}}}}")


def bottom():
    return paragraph("PageBottom", "Ngày ban hành: {{ngayBanHanh}}\tTrang [[PAGE]]/[[NUMPAGES]]\tLần ban hành: "
                     "{{lanBanHanh | hai số}}")


def document():
    page = Document("Quy trình", header=top(), footer=bottom(), first_header=paragraph("Header"), first_footer=bottom())
    listed = ["Sửa đổi tài liệu"] + [f"{number}. {name}" for number, name in enumerate(SECTIONS, 1)]
    return page.add(purpose("Quy trình", each="/heThong/quyTrinh"), cover(), paragraph("PartTitle", "Mục lục"),
                    contents(listed), gap(12), signing_table(), amendments(), sections())
