#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a realistic system in canonical form, of about the size asked for, the same bytes each time.

usage: generate.py BYTES > FILE      (1M and 100M are understood)

The document is a commune's whole system: agency, policy, objectives, risks, document lists, and as many pairs of a procedure
and its administrative procedure as fit. It is valid, as a file in use is: rules run over it and find next to nothing.
"""
import random
import sys
from xml.sax.saxutils import escape

FIELDS = ["Hộ tịch", "Chứng thực", "Đất đai", "Bảo trợ xã hội", "Người có công", "Xây dựng", "Nông nghiệp", "Giáo dục và Đào tạo",
          "Tín ngưỡng, tôn giáo", "Thành lập và hoạt động của hộ kinh doanh", "Lưu thông hàng hóa trong nước", "Môi trường"]
ACTS = ["Đăng ký", "Cấp giấy xác nhận", "Cấp bản sao", "Điều chỉnh", "Thay đổi, cải chính", "Gia hạn", "Công nhận", "Xác nhận lại",
        "Chấm dứt", "Phê duyệt", "Thông báo", "Đề nghị hỗ trợ"]
THINGS = ["việc khai sinh có yếu tố nước ngoài", "quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
          "tình trạng hôn nhân của công dân cư trú trên địa bàn", "hợp đồng, giao dịch bảo đảm bằng tài sản",
          "chế độ trợ cấp xã hội hằng tháng đối với người cao tuổi", "hộ nghèo, hộ cận nghèo thiếu hụt dịch vụ xã hội cơ bản",
          "hoạt động của cơ sở giữ trẻ, nhóm trẻ độc lập tư thục", "giấy phép xây dựng nhà ở riêng lẻ",
          "sinh hoạt tôn giáo tập trung của tổ chức trực thuộc", "hộ kinh doanh chuyển địa điểm sang địa bàn khác",
          "phương án khai thác, sử dụng nguồn nước dưới đất", "người giám hộ đương nhiên cho người chưa thành niên"]
SENTENCES = [
    "Người có yêu cầu nộp hồ sơ tại Bộ phận một cửa, qua dịch vụ bưu chính công ích hoặc trên Cổng Dịch vụ công quốc gia.",
    "Công chức tiếp nhận kiểm tra tính hợp lệ, đầy đủ của hồ sơ; trường hợp hồ sơ chưa đầy đủ thì hướng dẫn bổ sung một lần bằng văn bản.",
    "Trường hợp từ chối phải trả lời bằng văn bản và nêu rõ lý do theo quy định của pháp luật.",
    "Cơ quan chuyên môn thẩm tra hồ sơ, đối chiếu với cơ sở dữ liệu quốc gia về dân cư và xác minh thực địa khi cần thiết.",
    "Kết quả được số hóa, ký số và trả cho tổ chức, cá nhân theo hình thức đã đăng ký trong giấy hẹn.",
    "Người yêu cầu chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung kê khai và giấy tờ đã nộp.",
    "Thời gian bổ sung, hoàn thiện hồ sơ không tính vào thời hạn giải quyết thủ tục hành chính.",
    "Việc luân chuyển hồ sơ được theo dõi trên Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh.",
    "Giấy tờ do cơ quan có thẩm quyền của nước ngoài cấp phải được hợp pháp hóa lãnh sự và dịch sang tiếng Việt.",
    "Không yêu cầu nộp lại giấy tờ mà cơ quan nhà nước đã có trong cơ sở dữ liệu dùng chung.",
    "Trường hợp quá hạn, cơ quan giải quyết có văn bản xin lỗi, nêu rõ nguyên nhân và hẹn lại thời gian trả kết quả.",
    "Hồ sơ sau khi giải quyết xong được lập danh mục, bàn giao và lưu trữ theo quy định về công tác văn thư, lưu trữ."]
PAPERS = ["Tờ khai theo mẫu quy định, có chữ ký của người yêu cầu", "Bản sao có chứng thực giấy chứng nhận quyền sử dụng đất",
          "Giấy tờ chứng minh nơi cư trú của người có yêu cầu", "Văn bản ủy quyền được chứng thực (nếu ủy quyền)",
          "Giấy chứng sinh hoặc văn bản xác nhận của người làm chứng", "Biên bản xác minh của Ủy ban nhân dân nơi có tài sản",
          "Ảnh chân dung cỡ 4 x 6 cm, nền trắng, chụp không quá 06 tháng"]
BASES = [("60/2014/QH13", "Luật Hộ tịch"), ("31/2024/QH15", "Luật Đất đai"), ("23/2015/NĐ-CP", "Nghị định về chứng thực"),
         ("367/2025/NĐ-CP", "Nghị định sửa đổi, bổ sung Nghị định số 118/2025/NĐ-CP"), ("63/2010/NĐ-CP", "Nghị định về kiểm soát thủ tục hành chính"),
         ("118/2025/NĐ-CP", "Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa")]
UNITS = [("DV-VP", "VP", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"), ("DV-KT", "KT", "Phòng Kinh tế"),
         ("DV-VHXH", "VHXH", "Phòng Văn hóa - Xã hội"), ("DV-HCC", "HCC", "Trung tâm Phục vụ hành chính công")]
POSITIONS = [("CV-CT", "DV-VP", "Chủ tịch Ủy ban nhân dân"), ("CV-PCT", "DV-VP", "Phó Chủ tịch Ủy ban nhân dân"),
             ("CV-TK", "DV-VP", "Thư ký ISO"), ("CV-TP", "DV-KT", "Trưởng phòng Kinh tế")]
ROLES = [("VT-TN", "DV-HCC", "CV-TK", "Công chức tiếp nhận và trả kết quả"), ("VT-TL", "DV-VHXH", "CV-TK", "Công chức thụ lý"),
         ("VT-TP", "DV-KT", "CV-TP", "Lãnh đạo phòng chuyên môn"), ("VT-LD", "DV-VP", "CV-PCT", "Lãnh đạo Ủy ban nhân dân"),
         ("VT-VT", "DV-VP", "CV-TK", "Văn thư")]
BASIC = ["thongTinVanBan", "ruiRoCoHoi", "danhGiaNoiBo", "khongPhuHop", "xemXetLanhDao"]
DOCUMENTS = ["soTay", "boiCanh", "benQuanTam", "moTaCongViec", "keHoachNam", "quyetDinhBanChiDao", "quyetDinhBanHanh", "xacNhanHieuLuc",
             "congBo", "chinhSach", "mucTieu", "phamVi", "quyTrinh", "bieuMau", "quyChe", "khac"]
STEPS = [("tiepNhan", "VT-TN", "Tiếp nhận, kiểm tra hồ sơ", "0.5"), ("phanCong", "VT-TP", "Phân công xử lý hồ sơ", "0.5"),
         ("thamDinh", "VT-TL", "Thẩm định hồ sơ, dự thảo kết quả", "5"), ("trinhKy", "VT-TP", "Kiểm tra, trình ký", "1"),
         ("pheDuyet", "VT-LD", "Xem xét, ký duyệt", "2"), ("phatHanh", "VT-VT", "Vào sổ, đóng dấu, phát hành", "0.5"),
         ("traKetQua", "VT-TN", "Trả kết quả cho tổ chức, cá nhân", "0.5")]
LIMIT = "10 ngayLamViec"


class Out:
    """Indented XML: `tag` writes an element with text or none, `open` and `close` one with children."""

    def __init__(self, depth=1):
        self.parts, self.depth, self.stack = [], depth, []

    def start(self, name, attributes):
        self.parts.append("  " * self.depth + "<" + name)
        for key, value in attributes.items():
            self.parts.append(' %s="%s"' % (key.rstrip("_"), escape(str(value), {'"': "&quot;"})))

    def tag(self, tag, text=None, **attributes):
        self.start(tag, attributes)
        self.parts.append("/>\n" if text is None else ">%s</%s>\n" % (escape(text), tag))

    def open(self, tag, **attributes):
        self.start(tag, attributes)
        self.parts.append(">\n")
        self.stack.append(tag)
        self.depth += 1

    def close(self):
        self.depth -= 1
        self.parts.append("  " * self.depth + "</%s>\n" % self.stack.pop())

    def text(self):
        return "".join(self.parts)


def prose(rng, count):
    return " ".join(rng.sample(SENTENCES, count))


def paragraphs(rng, count):
    return "\n".join("- " + prose(rng, 2) for _ in range(count))


def agency(out):
    out.open("coQuan", ma="H13.45", loai="ubndCapXa", tuNgay="2025-07-01")
    out.tag("ten", "Ủy ban nhân dân xã Thử Nghiệm")
    out.tag("coQuanChuQuan", "Ủy ban nhân dân thành phố")
    out.tag("diaChi", "Ấp 1, xã Thử Nghiệm")
    out.tag("trangThongTin", "https://example.invalid/xa")
    for id_, code, name in UNITS:
        out.open("donVi", id=id_, ma=code)
        out.tag("ten", name)
        out.tag("chucNang", SENTENCES[7])
        out.close()
    for id_, unit, name in POSITIONS:
        out.open("chucVu", id=id_, donVi=unit, **({"nguoiDungDau": "true"} if id_ == "CV-CT" else {}))
        out.tag("ten", name)
        out.close()
    for id_, unit, position, name in ROLES:
        out.open("vaiTro", id=id_, loai="coQuan", donVi=unit, chucVu=position)
        out.tag("ten", name)
        out.tag("nhiemVu", SENTENCES[1])
        out.close()
    out.close()


def direction(out, rng):
    out.open("phamVi", ngay="2026-01-05")
    out.tag("noiDung", "Hoạt động giải quyết thủ tục hành chính thuộc thẩm quyền của Ủy ban nhân dân xã. " + SENTENCES[7])
    for name in FIELDS:
        out.tag("linhVuc", name)
    out.open("ngoaiLe", dieuKhoan="8.3")
    out.tag("lyDo", "Cơ quan không thiết kế, phát triển dịch vụ; thủ tục hành chính do cấp có thẩm quyền công bố.")
    out.close()
    out.close()
    out.open("chinhSach", so="01/CSCL-UBND", ngay="2026-01-05", nguoiKy="CV-CT")
    out.tag("noiDung", paragraphs(rng, 3))
    for commitment in ("Đúng pháp luật", "Đúng hẹn", "Công khai, minh bạch", "Cải tiến liên tục"):
        out.tag("camKet", commitment)
    out.close()
    for i in range(6):
        out.open("mucTieu", id="MT-%d" % i, nam=2026, soSanh="toiThieu", chiTieu=93 + i, donViTinh="%", hienTrang=90 + i, chuTri="VT-LD",
                 donVi="DV-VP", tuNgay="2026-01-05", denNgay="2026-12-31", tanSuat="hangQuy")
        out.tag("ten", "Tỷ lệ hồ sơ giải quyết đúng hạn lĩnh vực %s đạt từ %d%% trở lên" % (FIELDS[i], 93 + i))
        out.tag("cachTinh", "Số hồ sơ đúng hạn / tổng số hồ sơ đã giải quyết × 100%")
        out.tag("bienPhap", prose(rng, 2))
        out.tag("nguonLuc", "Công chức một cửa, kinh phí tự chủ, Hệ thống thông tin giải quyết thủ tục hành chính.")
        out.tag("cachDanhGia", "Đối chiếu số liệu trên hệ thống vào ngày cuối quý.")
        out.close()


def risks(out, rng, count):
    out.open("thangDiem", khaNangToiDa=5, mucDoToiDa=5)
    for low, high, action, name in ((1, 4, "false", "Thấp"), (5, 12, "true", "Trung bình"), (13, 25, "true", "Cao")):
        out.tag("khoang", name, tu=low, den=high, canHanhDong=action)
    out.close()
    for i in range(count):
        out.open("ruiRo", id="RR-%d" % i, nguon="noiBo", khaNang=2 + i % 4, mucDo=3, xuLy="giamKhaNang", chuTri="VT-TL", thoiHan="2026-11-30")
        out.tag("moTa", "Hồ sơ lĩnh vực %s giải quyết quá hạn." % FIELDS[i % len(FIELDS)])
        out.tag("nguyenNhan", prose(rng, 1))
        out.tag("hauQua", "Tổ chức, cá nhân phản ánh, kiến nghị; chỉ số phục vụ giảm.")
        out.tag("bienPhap", prose(rng, 2))
        out.close()
    out.open("coHoi", id="CH-1", nguon="benNgoai", loiIch=4, khaThi=4, chuTri="VT-LD", thoiHan="2026-12-31")
    out.tag("moTa", "Kết nối cơ sở dữ liệu quốc gia về dân cư giúp giảm giấy tờ phải nộp.")
    out.tag("hanhDong", prose(rng, 2))
    out.close()


def lists(out, rng):
    for i, kind in enumerate(DOCUMENTS):
        out.open("taiLieuNoiBo", id="TL-%d" % i, ma="TL %02d/UBND" % i, loai=kind, trangThai="hieuLuc", lanBanHanh=1, ngayBanHanh="2026-01-05",
                 donVi="DV-VP", nguoiKy="CV-CT")
        out.tag("ten", "Tài liệu số %d của hệ thống quản lý chất lượng" % (i + 1))
        out.tag("noiDung", paragraphs(rng, 2))
        out.close()
    for number, title in BASES:
        out.tag("taiLieuBenNgoai", title, so=number, coQuanBanHanh="Cơ quan có thẩm quyền", ngayCapNhat="2026-01-05", donVi="DV-VP")
    for i in range(5):
        out.open("hoSo", ma="HS %02d" % i, thoiGianLuu="5 nam", hinhThuc="caHai", nguoiLuu="VT-VT")
        out.tag("ten", "Hồ sơ theo dõi số %d" % i)
        out.tag("noiLuu", "Văn phòng")
        out.close()


def title(rng, number):
    return "%s %s (nhóm %d)" % (rng.choice(ACTS), rng.choice(THINGS), number)


def procedure(rng, number, name, kind):
    out, id_ = Out(), "QT-%05d" % number
    form = id_ + ".BM"
    out.open("quyTrinh", id=id_, ma="QT %05d/UBND" % number, loai=kind, trangThai="hieuLuc", lanBanHanh=1, lanSuaDoi=0,
             ngayBanHanh="2026-01-05", ngayHieuLuc="2026-01-10", ngayRaSoat="2028-12-31", donVi="DV-VP")
    out.tag("ten", "Quy trình: " + name)
    out.tag("soanThao", chucVu="CV-TK", ngay="2025-12-20")
    out.tag("xemXet", chucVu="CV-PCT", ngay="2025-12-25")
    out.tag("pheDuyet", chucVu="CV-CT", ngay="2026-01-05")
    out.tag("mucDich", prose(rng, 2))
    out.tag("phamVi", prose(rng, 2))
    for base, text in rng.sample(BASES, 3):
        out.tag("vienDan", text, so=base, coQuanBanHanh="Cơ quan có thẩm quyền")
    out.tag("dinhNghia", "Thủ tục hành chính", thuatNgu="TTHC")
    out.tag("dinhNghia", "Ủy ban nhân dân", thuatNgu="UBND")
    out.tag("noiDung", prose(rng, 3))
    out.tag("thoiHan", "Kể từ ngày nhận đủ hồ sơ hợp lệ", giaTri=LIMIT)
    for i, (step, role, action, days) in enumerate(STEPS, 1):
        out.open("buoc", id="%s.B%d" % (id_, i), so=i, loai=step, vaiTro=role)
        out.tag("ten", action)
        out.tag("noiDung", prose(rng, 2))
        out.tag("thoiGian", giaTri=days + " ngayLamViec")
        if step == "tiepNhan":
            out.tag("ketQua", bieuMau=form + "1", loai="tiepNhan")
            out.tag("ketQua", bieuMau=form + "2", loai="kiemSoat")
        else:
            out.tag("dauVao", bieuMau=form + "2", loai="kiemSoat")
            out.tag("ketQua", "Hồ sơ đã xử lý ở bước %d" % i)
        out.close()
    out.tag("bieuMau", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", id=form + "1", ma="Mẫu số 01", loai="tiepNhan", canCu="TT 03/2025/TT-VPCP")
    out.tag("bieuMau", "Phiếu kiểm soát quá trình giải quyết hồ sơ", id=form + "2", ma="Mẫu số 06", loai="kiemSoat", canCu="TT 03/2025/TT-VPCP")
    for name_ in ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Hồ sơ đã giải quyết và kết quả"):
        out.open("hoSo", thoiGianLuu="5 nam", hinhThuc="caHai", nguoiLuu="VT-VT")
        out.tag("ten", name_)
        out.tag("noiLuu", "Trung tâm Phục vụ hành chính công")
        out.close()
    out.close()
    return out.text()


def administrative(rng, number, name):
    out, field = Out(), rng.choice(FIELDS)
    out.open("thuTuc", id="TT-%05d" % number, ma="%d.%06d" % (1 + number // 1000000, number % 1000000), quyTrinh="QT-%05d" % number,
             trongPhamVi="true", mucDo="toanTrinh", soBoHoSo=1, loai="TTHC được luật giao quy định chi tiết", coQuanCongBo="G15",
             quyetDinhCongBo="%d/QĐ-UBND" % (number + 1), ngayCongBo="2025-07-01")
    out.tag("ten", name)
    out.tag("linhVuc", field, ma="LV-%02d" % FIELDS.index(field))
    out.tag("cap", "Cấp Xã", loai="xa")
    out.open("trinhTu")
    for i in range(1, 6):
        out.tag("buoc", "Bước %d: %s" % (i, prose(rng, 2)))
    out.close()
    for kind in ("trucTiep", "trucTuyen", "buuChinh"):
        out.open("cachThuc", kenh=kind)
        out.open("thoiHan", giaTri=LIMIT)
        out.tag("moTa", "10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ; " + prose(rng, 1))
        out.tag("phi", "Miễn lệ phí đối với người thuộc gia đình có công với cách mạng, người thuộc hộ nghèo", loai="lePhi", soTien=8000, donVi="Đồng")
        out.close()
        out.close()
    out.open("thanhPhanHoSo")
    for i, paper in enumerate(rng.sample(PAPERS, 4)):
        out.open("giayTo", ma="GT-%05d-%d" % (number, i), banChinh=1, banSao=0)
        out.tag("ten", paper)
        out.tag("mauDon", "Mau_to_khai_%d.docx" % i)
        out.close()
    out.close()
    out.tag("doiTuong", "Công dân Việt Nam", ma="DT-01")
    out.tag("doiTuong", "Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)", ma="DT-02")
    out.tag("coQuanThucHien", "Ủy ban nhân dân cấp xã", ma="H13.45")
    out.tag("coQuanCoThamQuyen", "Chủ tịch Ủy ban nhân dân cấp xã")
    out.tag("coQuanPhoiHop", "Công an cấp xã")
    out.tag("diaChiTiepNhan", "Trung tâm Phục vụ hành chính công xã Thử Nghiệm; " + SENTENCES[0])
    out.tag("ketQua", "Văn bản giải quyết của Ủy ban nhân dân cấp xã", ma="KQ.H13.%06d" % number)
    out.tag("yeuCauDieuKien", paragraphs(rng, 3))
    for base, text in rng.sample(BASES, 4):
        out.tag("canCu", text, so=base, coQuanBanHanh="Cơ quan có thẩm quyền")
    out.tag("tuKhoa", name.lower())
    out.tag("moTa", prose(rng, 3))
    out.close()
    return out.text()


def document(size):
    rng = random.Random(20260101)
    head = Out()
    agency(head)
    direction(head, rng)
    risks(head, rng, 12)
    lists(head, rng)
    pieces = [head.text()]
    procedures = [procedure(rng, i, "quy trình bắt buộc số %d" % (i + 1), kind) for i, kind in enumerate(BASIC)]
    total = sum(len(piece.encode()) for piece in pieces + procedures)
    administratives, number = [], len(BASIC)
    while total < size:
        name = title(rng, number)
        procedures.append(procedure(rng, number, name, "tthc"))
        administratives.append(administrative(rng, number, name))
        total += len(procedures[-1].encode()) + len(administratives[-1].encode())
        number += 1
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<heThong xmlns="urn:libqms:1" moHinhKhung="bkhcn-101-2019" tieuChuan="tcvnIso9001-2015">\n'
    yield from pieces
    yield from procedures
    yield from administratives
    yield "</heThong>\n"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: generate.py BYTES > FILE")
    size = int(sys.argv[1].rstrip("M")) * (1000000 if sys.argv[1].endswith("M") else 1)
    for text in document(size):
        sys.stdout.buffer.write(text.encode())


if __name__ == "__main__":
    main()
