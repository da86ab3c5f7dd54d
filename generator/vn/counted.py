"""Words for what offices count: after a number they tell a count from a date, a rank or a reference."""

from __future__ import annotations

# A pattern to be matched right after the number; with upper and lower case of the first letter.
COUNTED = (
    r"(?:[Xx]ã|[Hh]ộ|[Nn]gười|[Tt]hôn|[Hh]ồ sơ|[Đđ]ơn vị|[Tt]rường|[Dd]oanh nghiệp|[Mm]áy|[Cc]hỉ tiêu|[Tt]iêu chí"
    r"|[Cc]ơ quan|[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Vv]ăn bản|[Ll]ượt|[Tt]in\b|[Bb]ài\b|[Tt]ài khoản|[Tt]hủ tục|TTHC"
    r"|[Dd]ịch vụ|[Ss]ản phẩm|[Tt]hẻ|[Đđ]iểm phát|[Cc]amera|[Tt]rạm|[Pp]hường|[Tt]hị trấn|[Tt]ổ\b|UBND|CBCC|[Hh]uyện"
    r"|[Pp]hòng\b|[Hh]ệ thống|[Tt]huê bao|[Bb]ệnh nhân|[Hh]ọc sinh|[Gg]iáo viên|[Cc]uộc|[Ll]ớp|[Hh]ội nghị|HTX"
    r"|[Hh]ợp tác xã"
    r"|[Tt]rang\b|[Cc]ổng\b|[Cc]huyên mục|[Kk]hu phố|[Ll]àng|[Bb]ản\b|[Nn]hân khẩu|[Cc]ơ sở|[Gg]iao dịch|[Hh]ợp đồng"
    r"|[Tt]hành viên|[Cc]ông dân|[Hh]ội viên|[Đđ]oàn viên|[Đđ]ảng viên|[Tt]hanh niên|[Pp]hụ nữ|[Đđ]ại biểu|[Đđ]ồng chí"
    r"|[Ee]m\b|[Tt]rẻ\b|[Cc]háu\b|[Vv]ụ\b|[Nn]hà\b|[Cc]on\b|[Pp]hiếu|[Nn]hiệm vụ|[Dd]ự án|[Cc]ông trình|[Ll]ao động"
    r"|[Mm]ô hình|[Ýý] kiến|[Cc]hi bộ|[Cc]âu lạc bộ|[Cc]hợ\b|[Nn]gành\b|[Ss]uất\b|[Cc]ây\b)"
)
