"""What an officer writes into the files of the next period: the words found and the words that take their place."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Mended:
    """Pairs of words, in which «{nam}» is the year of the new period; values; documents; remarks with their line."""

    pairs: tuple[tuple[str, str], ...]
    places: dict[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    passed: tuple[tuple[str, str], ...] = ()

    def words(self, year: str) -> tuple[tuple[str, str], ...]:
        return tuple((old, new.replace("{nam}", year)) for old, new in self.pairs)


HOANG_KIM = Mended(
    pairs=(
        ("Trong năm 2023, việc", "Trong năm {nam}, việc"),
        ("theo quy định) năm 2023 là", "theo quy định) năm {nam} là"),
        ("trong năm 2023 đã", "trong năm {nam} đã"),
        ("Trong năm 2023 UBND", "Trong năm {nam} UBND"),
        ("thời điểm tháng 11/2023", "thời điểm tháng 11/{nam}"),
        ("tính đến 15/10/2023", "tính đến 15/10/{nam}"),
        ("chứng thực điện tử 91 hồ sơ", "chứng thực điện tử 118 hồ sơ"),
        ("thực hiện 182 dịch vụ công trong đó có 12 dịch", "thực hiện 195 dịch vụ công trong đó có 14 dịch"),
        ("3 và 28 dịch vụ công mức độ 4", "3 và 33 dịch vụ công mức độ 4"),
        ("doanh nghiệp, 14 tổ chức khác", "doanh nghiệp, 16 tổ chức khác"),
        ("có 04 trạm BTS", "có 05 trạm BTS"),
        ("có 207 hộ cáp", "có 224 hộ cáp"),
        ("với tổng 25 điểm lắp camera", "với tổng {{ ct('4.6').gia_tri }} điểm lắp camera"),
        (
            "{{ vb('05/KH-UBND') }}. {{ vb('33/KH-UBND') }}. {{ vb('50/KH-UBND') }}. {{ vb('51/KH-UBND') }}. Kế hoạch "
            "số 52/KH-UBND ngày 16/6/2023 của UBND xã Hoàng Kim về việc tập huấn cập nhật kiến thức kỹ năng về chuyển "
            "đổi số trên đại bàn xã Hoàng Kim năm 2023. {{ vb('53/KH-UBND') }}. {{ vb('59/KH-UBND') }}. Kế hoạch số "
            "63/KH-UBND ngày 27/5/2023 của UBND xã Hoàng Kim về chuyển đổi số xã Hoàng Kim giai đoạn 2022 - 2023. Kế "
            "hoạch số 66/KH-UBND ngày 6/10/2023 của UBND xã Hoàng Kim về truyền thông về ngày chuyển số Quốc gia và "
            "các hoạt động hưởng ứng ngày chuyển đổi số trên địa bàn xã Hoàng Kim năm 2023. {{ vb('78/KH-UBND') }}.",
            "{{ vb('02/KH-UBND') }}.",
        ),
        ("UBND xã Hoàng Kim xây dựng {{ vb('33", "UBND xã Hoàng Kim tiếp tục thực hiện {{ vb('33"),
        (
            "    trich_yeu: về triển khai chuyển đổi số xã Hoàng Kim, huyện Hoàng Hóa\n",
            "    trich_yeu: về triển khai chuyển đổi số xã Hoàng Kim, huyện Hoàng Hóa\n"
            "  - {so: 02/KH-UBND, ngay: 05/01/{nam}, trich_yeu: về chuyển đổi số xã Hoàng Kim năm {nam}}\n"
            "  - {so: 31/QĐ-UBND, ngay: 14/3/{nam}, trich_yeu: về việc kiện toàn Ban Chỉ đạo chuyển đổi số xã}\n",
        ),
    ),
    places={
        "so_lieu.thon.gia_tri": "6",
        "so_lieu.to_cong_nghe_so.gia_tri": "6",
        "so_lieu.thon_co_wifi.tu": "6",
        "so_lieu.thon_co_wifi.mau": "6",
        "chi_tieu.ket_qua.3.8.mau": "3",
        "chi_tieu.ket_qua.3.8.tu": "3",
    },
    dropped=("05/KH-UBND", "50/KH-UBND", "51/KH-UBND", "53/KH-UBND", "59/KH-UBND", "78/KH-UBND"),
)

WITHOUT_DISTRICT = Mended(
    pairs=(
        ("“XÃ HOÀNG KIM, HUYỆN HOÀNG HÓA“", "“XÃ HOÀNG KIM“"),
        ("Chuyển đổi số do huyện tổ chức", "Chuyển đổi số do tỉnh tổ chức"),
        ("phòng NNN&PTNT huyện Hoàng Hóa và VNPT huyện đưa", "phòng Kinh tế xã và VNPT đưa"),
        ("được UBND huyện chỉ đạo triển khai đồng bộ trên địa bàn toàn huyện", "được UBND tỉnh chỉ đạo đồng bộ"),
        ("Phối hợp với công an huyện Hoàng Hóa", "Phối hợp với Công an xã"),
        ("(từ Trung ương, Tỉnh, huyện)", "(từ Trung ương, tỉnh)"),
        ("đề nghị với UBND huyện, Sở", "đề nghị với UBND tỉnh, Sở"),
        ("  - BCĐ CĐS huyện (b/c)", "  - BCĐ CĐS tỉnh (b/c)"),
        ("  - Phòng VHHT huyện (b/c)", "  - Phòng Văn hóa - Xã hội xã"),
    ),
    passed=(
        ('    "4.4":\n', "# cds: bỏ qua DL714 vì đó là tên chỉ tiêu của bộ năm 2023"),
        ("  truoc: {nam: 2023", "# cds: bỏ qua SL605 vì hai năm qua xã không lập báo cáo này"),
    ),
)


_AT_WHOLE = {"I.1": "22", "II.2": "22", "V.5": "39", "VI.1": "23", "VI.2": "22", "VI.3": "23", "I.3": "29640"}
_COLUMN = '          - {cot: ket_qua_day_du, tieu_de: "Kết quả đến ngày 30/5/2024", rong: 46}\n'
_COMPARED = (
    "          - {cot: ky_truoc, tieu_de: 6 tháng đầu năm, rong: 34}\n"
    "          - {cot: ket_qua_day_du, tieu_de: Kết quả năm 2024, rong: 40}\n"
    "          - {cot: tang_giam, tieu_de: '+, -', rong: 22}\n"
)
_CHART = (
    "          - bieu_do: chi_tieu\n            nhom: [xa_hoi_so]\n            kieu: thanh\n"
    "            tieu_de: Kết quả các chỉ tiêu xã hội số so với 6 tháng đầu năm\n\n"
)
_NEW_DOCUMENTS = (
    "  - {so: 2015/QĐ-UBND, ngay: 19/08/2024, trich_yeu: Quyết định kiện toàn Tổ công tác chuyển đổi số huyện}\n"
    "  - {so: 2730/QĐ-UBND, ngay: 04/11/2024, trich_yeu: Quyết định khen thưởng phong trào chuyển đổi số năm 2024}\n"
)
CAM_THUY = Mended(
    pairs=(
        ("chuyển đổi số 06 tháng đầu năm 2024.\n\nky", "chuyển đổi số năm 2024.\n\nky"),
        ("1305/STTTT-CNTT, ngày 07/06/2024", "2710/STTTT-CNTT, ngày 02/12/2024"),
        (
            "về việc báo cáo kết quả chuyển đổi số 6 tháng đầu năm 2024",
            "về việc báo cáo kết quả chuyển đổi số năm 2024",
        ),
        ("thực hiện chuyển đổi số 06 tháng đầu năm 2024 với", "thực hiện chuyển đổi số năm 2024 với"),
        ("Kết quả triển khai 06 tháng đầu năm 2024.", "Kết quả triển khai năm 2024."),
        ("2.102.739 lượt người", "3.415.208 lượt người"),
        ("gồm: 426 tin bài", "gồm: 825 tin bài"),
        ("các xã 396 tin và 11 Trung", "các xã 781 tin và 24 Trung"),
        ("là 625 lượt tin", "là 1.240 lượt tin"),
        ("có 87 tin, bài", "có 172 tin, bài"),
        ("và 538 tin, bài", "và 1.068 tin, bài"),
        (
            "có 39 cột BTS trên toàn huyện, 39 nhà trạm, đường cáp quang: 750.000 Km, 2400 cột",
            "có 41 cột BTS trên toàn huyện, 41 nhà trạm, đường cáp quang: 790 Km, 2460 cột",
        ),
        ("có 44 trạm BTS", "có 46 trạm BTS"),
        ("tính đến ngày 11/06/2024", "tính đến ngày 30/11/2024"),
        ("đạt 99.97 %\n", "đạt 99,98 %\n"),
        ("đạt 99.95 %\n", "đạt 99,96 %\n"),
        ("liên quan: 25.712 *văn", "liên quan: 52.306 *văn"),
        ("phát hành: 20.366 *văn", "phát hành: 41.118 *văn"),
        (
            "đầy đủ 486 thủ tục. Trong đó cấp huyện {{ ct('III.1').tu }}; cấp xã 254 TTHC",
            "đầy đủ 593 thủ tục. Trong đó cấp huyện {{ ct('III.1').tu }}; cấp xã 254 TTHC",
        ),
        ("Tính đến ngày 11/6/2024", "Tính đến ngày 30/11/2024"),
        ("điện tử là 3731 hồ sơ", "điện tử là 7402 hồ sơ"),
        ("là: 2389 hồ sơ", "là: 4816 hồ sơ"),
        ("là: 1289 hồ sơ", "là: 2586 hồ sơ"),
        (
            "công nhận 14 sản phẩm thế mạnh, trong đó 11 sản phẩm",
            "công nhận 16 sản phẩm thế mạnh, trong đó 13 sản phẩm",
        ),
        ("đăng 20796 tài khoản", "đăng 21850 tài khoản"),
        ("được 19453 tài khoản", "được 20677 tài khoản"),
        ("nhận 36546 tài khoản", "nhận 41209 tài khoản"),
        ("được 31467 tài khoản", "được 37015 tài khoản"),
        (
            "địa bàn huyện đạt 96.39 %. Có 185 mắt lắp tại 183 điểm",
            "địa bàn huyện đạt {{ ct('V.8').ty_le }}, {{ ct('V.8').so_voi_ky_truoc }}. Có 201 mắt lắp tại 197 điểm",
        ),
        ("có 88/119 thôn", "có 104/119 thôn"),
        ("VneID 9 tháng đầu năm Tổng", "VneID trong năm: Tổng"),
        ("hơn 18.452 lượt người", "hơn 39.610 lượt người"),
        ("trả về 17.461 lượt", "trả về 37.902 lượt"),
        ("là: 12,850/ {{ ct('I.3').mau }} hộ đạt 43.5 %", "là: 14.120/ {{ ct('I.3').mau }} hộ đạt 47,6 %"),
        ("trên địa bàn huyện 548 doanh nghiệp", "trên địa bàn huyện 571 doanh nghiệp"),
        ("nông thôn là: 53,126,221 tài khoản", "nông thôn là: 58.014 tài khoản"),
        ("cơ bản : 59,997,713/ 82,878 = 72,4 %", "cơ bản : 62.010/83.120 = 74,6 %"),
        ("thông minh: 59,997,713/ 82.878 = 72,4 %", "thông minh: 62.010/83.120 = 74,6 %"),
        ("cá nhân: 6744/82.878 = 8,13 %", "cá nhân: {{ ct('V.2').phan_so }} = {{ ct('V.2').ty_le }}"),
        ("hồ sơ cho 4 xã năm 2023", "hồ sơ cho 6 xã năm 2024"),
        ("nhiệm vụ 06 tháng cuối năm 2024.", "nhiệm vụ năm 2025."),
        ("số 06 tháng đầu năm; phương hướng nhiệm vụ 06 năm 2024", "số năm 2024; phương hướng nhiệm vụ năm 2025"),
        ("      /05/2024 của Sở", "      /12/2024 của Sở"),
        (_COLUMN, _COMPARED),
        ("ten, tieu_de: Các chỉ tiêu, rong: 62", "ten, tieu_de: Các chỉ tiêu, rong: 58"),
        ("tieu_de: Ghi chú, rong: 115", "tieu_de: Ghi chú, rong: 69"),
        ('      - muc: "Kết quả triển khai nổi bật', f'{_CHART}      - muc: "Kết quả triển khai nổi bật'),
        ("  # III. Kế hoạch\n", f"{_NEW_DOCUMENTS}  # III. Kế hoạch\n"),
    ),
    places={
        "so_lieu.xa_thi_tran.gia_tri": "17",
        **{f"chi_tieu.ket_qua.{code}.{key}": each for code, each in _AT_WHOLE.items() for key in ("tu", "mau")},
        "chi_tieu.ket_qua.II.3.tu": "6",
        "chi_tieu.ket_qua.II.3.mau": "17",
        "chi_tieu.ket_qua.V.2.tu": "9512",
        "chi_tieu.ket_qua.V.2.mau": "83120",
        "chi_tieu.ket_qua.V.8.tu": "126318",
        "chi_tieu.ket_qua.V.8.mau": "128225",
        "chi_tieu.ket_qua.V.10.tu": "8",
        "chi_tieu.ket_qua.V.10.mau": "39",
        "chi_tieu.ket_qua.II.1.chu": "Mọi đơn vị xử lý, ký số văn bản trên môi trường điện tử",
        "chi_tieu.ket_qua.V.1.chu": "62.010/83.120 = 74,6%",
        "chi_tieu.ket_qua.V.3.chu": "58.014/83.120 = 69,8%",
        "chi_tieu.ket_qua.V.6.chu": "62.010/83.120 = 74,6%",
    },
)
