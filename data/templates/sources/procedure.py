# SPDX-License-Identifier: Apache-2.0
"""Quy trình: bìa, chữ ký, sửa đổi tài liệu, bảy mục; bộ phận tạo thành của thủ tục hành chính ở mục 5."""

from layout.body import (AGENCY, AUTHORITY, body, bullet_each, cell, columns_table, contents, each_row, gap, grid,
                         head_row, heading, lines, paragraph, purpose, repeated, row, shown_if, span_row)
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
            "{{#if dieuKhoan}} [{{dieuKhoan}}]{{/if}}")
PAPERS = [
    (12, "TT", "^{{@number}}"),
    (109, "Tên giấy tờ", "{{ten}}{{#if mauDon}}\n//Mẫu: {{mauDon}}//{{/if}}"),
    (22, "Bản chính", "^{{banChinh}}"),
    (22, "Bản sao", "^{{banSao}}"),
]
CHANNELS = [
    (32, "Kênh nộp", "{{../kenh}}"),
    (35, "Thời hạn", "{{giaTri}}"),
    (50, "Phí, lệ phí", "{{#each phi}}{{#if loai}}{{loai}}: {{/if}}{{soTien | tiền}}{{#if soTien}}{{#if moTa}}; {{/if}}{{/if}}"
                        "{{moTa | một dòng}}"
                        "{{#unless @last}}\n{{/unless}}{{/each}}"),
    (48, "Diễn giải", "{{moTa}}"),
]


def each_table(columns, each, caption):
    """A table for lists in lists, which the template leaves out where there is nothing."""
    widths = [width for width, _, _ in columns]
    return grid(widths, [head_row(widths, [head for _, head, _ in columns]),
                         each_row(widths, each, [value for _, _, value in columns])], caption=caption)


def named(title, path, note=None):
    """A part that is a list of names, with a text."""
    return shown_if(path, heading(3, title) + bullet_each(path, "{{ten}}") + (shown_if(note, body("{{" + note + "}}")) if note else ""))


def sequence():
    case = shown_if("truongHop", paragraph("BodyText", "{{truongHop}}:", keepNext=True))
    return shown_if("trinhTu", heading(3, "Trình tự thực hiện thủ tục hành chính")
                    + repeated("trinhTu", case + bullet_each("buoc")))


def dossier():
    case = shown_if("truongHop", paragraph("BodyText", "{{truongHop}}:", keepNext=True))
    table = columns_table(PAPERS, "giayTo", caption="Thành phần hồ sơ")
    return (heading(3, "Thành phần, số lượng hồ sơ") + repeated("thanhPhanHoSo", case + table + gap())
            + shown_if("soBoHoSo", body("Số lượng hồ sơ: {{soBoHoSo | hai số}} bộ")))


def constituents():
    return repeated("@tthc", (
        heading(2, "Thủ tục: {{ten}}") + body("Mã số thủ tục hành chính: {{ma}}")
        + shown_if("linhVuc", body("Lĩnh vực: {{linhVuc/ten}}")) + shown_if("cap", body("Cấp thực hiện: {{cap/ten}}"))
        + shown_if("quyetDinhCongBo",
                   body("Quyết định công bố: {{quyetDinhCongBo}}{{#if ngayCongBo}} ngày {{ngayCongBo}}{{/if}}"))
        + sequence()
        + shown_if("cachThuc", heading(3, "Cách thức thực hiện")
                   + each_table(CHANNELS, ["cachThuc", "thoiHan"], "Cách thức thực hiện"))
        + dossier()
        + named("Đối tượng thực hiện thủ tục hành chính", "doiTuong", "moTaDoiTuong")
        + named("Cơ quan thực hiện thủ tục hành chính", "coQuanThucHien", "moTaCoQuanThucHien")
        + named("Cơ quan có thẩm quyền quyết định", "coQuanCoThamQuyen", "moTaCoQuanCoThamQuyen")
        + named("Cơ quan được ủy quyền", "coQuanDuocUyQuyen") + named("Cơ quan phối hợp", "coQuanPhoiHop")
        + shown_if("diaChiTiepNhan", heading(3, "Nơi tiếp nhận và trả kết quả") + body("{{diaChiTiepNhan}}"))
        + named("Kết quả thực hiện thủ tục hành chính", "ketQua")
        + heading(3, "Mẫu đơn, mẫu tờ khai") + body("Xem mục 6 và tên mẫu ghi ở từng giấy tờ.")
        + shown_if("yeuCauDieuKien", heading(3, "Yêu cầu, điều kiện") + body("{{yeuCauDieuKien}}"))
        + shown_if("canCu", heading(3, "Căn cứ pháp lý") + bullet_each("canCu", CITATION))))


# ---- section 5: limits and steps

LIMITS = [
    (45, "Trường hợp", "{{truongHop}}"),
    (27, "Kênh nộp", "{{kenh}}"),
    (30, "Thời hạn", "{{giaTri}}"),
    (30, "Theo quy định", "{{theoQuyDinh}}"),
    (33, "Diễn giải", "{{ghiChu}}"),
]
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
    (48, "Khả năng", "{{ten}}"),
    (45, "Xử lý hồ sơ", "{{loai}}"),
    (24, "Trường hợp", "{{truongHop}}"),
    (34, "Bước tiếp theo", "{{#if den}}Bước {{den/so}}{{/if}}{{#each nhanh}}{{#if @first}}\nĐồng thời: {{/if}}"
                           "bước {{den/so}}{{#unless @last}}, {{/unless}}{{/each}}"),
]
STEPS = [10, 54, 29, 38, 34]


def steps_table():
    number = paragraph("CellCentred", "{{#each buoc}}{{#if so}}{{so}}{{#else}}{{@number}}{{/if}}")
    what = paragraph("Cell", "**{{ten}}**") + shown_if("noiDung", paragraph("Cell", "{{noiDung}}"))
    what += shown_if("ghiChu", paragraph("Cell", "//Ghi chú: {{ghiChu}}//"))
    who = lines("{{#if vaiTro}}{{vaiTro}}{{#else}}{{donVi}}{{/if}}")
    times = paragraph("CellCentred", "{{#cells @durations}}{{giaTri}}{{#if ghiChu}} {{ghiChu}}{{/if}}{{/cells}}")
    yields = lines("{{#each ketQua}}- {{#if bieuMau}}{{bieuMau}}{{#else}}{{#if ten}}{{ten}}{{#else}}{{loai}}{{/if}}{{/if}}{{#unless @last}}\n{{/unless}}{{/each}}"
                   "{{/each}}")
    heads = ["TT", "Trình tự các bước công việc", "Trách nhiệm",
             "{{#cells @scenarios}}Thời gian{{#if ten}}: {{ten}}{{/if}}{{#if @limit}} ({{@limit/giaTri}}){{/if}}{{/cells}}",
             "Biểu mẫu/Kết quả"]
    total = [cell(sum(STEPS[:3]), paragraph("CellCentred", "**Cộng thời gian các bước**"), span=3),
             cell(STEPS[3], paragraph("CellCentred", "{{#cells @scenarios}}**{{@total}}**{{/cells}}")),
             cell(STEPS[4], paragraph("Cell"))]
    cells = [cell(width, content) for width, content in zip(STEPS, [number, what, who, times, yields])]
    # Without a limit to hold it against, a total says no more than the times do, and would be read back as the limit.
    return grid(STEPS, [head_row(STEPS, heads), row(cells), span_row(STEPS, "{{#if thoiHan}}"), row(total),
                        span_row(STEPS, "{{/if}}")], caption="Các bước thực hiện")


def limits():
    """Those of the whole; those of phases stand with the phases."""
    widths = [width for width, _, _ in LIMITS]
    return grid(widths, [
        head_row(widths, [head for _, head, _ in LIMITS]), span_row(widths, "{{#each thoiHan}}{{#unless giaiDoan}}"),
        row([cell(width, lines(value)) for width, _, value in LIMITS]), span_row(widths, "{{/unless}}{{/each}}")],
        caption="Thời hạn của quy trình")


def content():
    return (shown_if("noiDung", heading(2, "Quy định chung") + body("{{noiDung}}")) + constituents()
            + shown_if("thoiHan", heading(2, "Thời hạn của quy trình") + limits())
            + shown_if("giaiDoan", heading(2, "Các giai đoạn") + columns_table(PHASES, "giaiDoan", caption="Các giai đoạn"))
            + heading(2, "Quy trình các bước xử lý công việc") + steps_table()
            + shown_if("buoc/ketCuc", paragraph("TableTitle", "Các khả năng kết thúc bước")
                       + each_table(OUTCOMES, ["buoc", "ketCuc"], "Các khả năng kết thúc bước"))
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
