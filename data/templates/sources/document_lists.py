# SPDX-License-Identifier: Apache-2.0
"""Danh mục tài liệu nội bộ, tài liệu bên ngoài, hồ sơ."""

from layout.body import (HEAD, LANDSCAPE_MM, columns_table, each_row, each_rows, footer_pages, grid, group_row,
                         head_row, heading, letterhead, purpose, signatures, span_row, title)
from layout.document import Document

INTERNAL = [10, 36, 94, 20, 26, 37, 29]
RECORDS = [10, 34, 85, 55, 42, 26]

EXTERNAL = [
    (10, "TT", "^{{@number}}"),
    (36, "Số, ký hiệu", "{{so}}"),
    (26, "Ngày ban hành", "^{{ngay}}"),
    (78, "Tên văn bản", "{{ten}}"),
    (40, "Cơ quan ban hành", "{{coQuanBanHanh}}"),
    (36, "Hiệu lực", "{{#if ngayHieuLuc}}Từ {{ngayHieuLuc}}{{/if}}{{#if ngayHetHieuLuc}} đến {{ngayHetHieuLuc}}{{/if}}"
                     "{{#if thayTheBoi}}; thay thế bởi {{thayTheBoi}}{{/if}}"),
    (26, "Ngày cập nhật", "^{{ngayCapNhat}}"),
]


def internal_table():
    values = ["^{{@number}}", "{{ma}}", "{{ten}}", "^{{lanBanHanh | hai số}}", "^{{ngayBanHanh}}", "{{donVi}}",
              '^{{trangThai | "Có hiệu lực"}}']
    return grid(INTERNAL, [
        head_row(INTERNAL, ["TT", "Mã hiệu", "Tên tài liệu", "Lần ban hành", "Ngày ban hành", "Đơn vị quản lý", "Tình trạng"]),
        group_row(INTERNAL, "Tài liệu của hệ thống"), *each_rows(INTERNAL, "taiLieuNoiBo", values, "Không có"),
        group_row(INTERNAL, "Quy trình"), *each_rows(INTERNAL, "quyTrinh", values, "Không có")],
        caption="Danh mục tài liệu nội bộ")


def records_table():
    values = ["^{{@number}}", "{{ma}}", "{{ten}}", "{{noiLuu}}", "{{nguoiLuu}}",
              "^{{#if vinhVien}}Vĩnh viễn{{#else}}{{thoiGianLuu}}{{/if}}"]
    return grid(RECORDS, [
        head_row(RECORDS, ["TT", "Mã hiệu", "Tên hồ sơ", "Nơi lưu", "Người lưu", "Thời gian lưu"]),
        group_row(RECORDS, "Hồ sơ chung của hệ thống"), *each_rows(RECORDS, "hoSo", values, "Không có"),
        span_row(RECORDS, "{{#each quyTrinh where hoSo}}"),
        group_row(RECORDS, "{{ma}} – {{ten}}"), each_row(RECORDS, "hoSo", values),
        span_row(RECORDS, "{{/each}}")],
        caption="Danh mục hồ sơ")


def document():
    return Document("Danh mục tài liệu, hồ sơ", footer=footer_pages()).add(
        purpose("Danh mục tài liệu, hồ sơ"),
        letterhead("Số: ……", "ngày … tháng … năm …", width=LANDSCAPE_MM),
        title("Danh mục tài liệu, hồ sơ", "của hệ thống quản lý chất lượng"),
        heading(1, "Danh mục tài liệu nội bộ"), internal_table(),
        heading(1, "Danh mục tài liệu có nguồn gốc bên ngoài"),
        columns_table(EXTERNAL, "taiLieuBenNgoai", caption="Danh mục tài liệu có nguồn gốc bên ngoài"),
        heading(1, "Danh mục hồ sơ"), records_table(),
        signatures([("Người lập", "Thư ký ISO"), ("Phê duyệt", HEAD)], width=LANDSCAPE_MM),
        across=True)
