"""Why the operating system refused a file, in Vietnamese: its own words are English on most machines."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

_REASONS: Mapping[int, str] = MappingProxyType(
    {
        errno.EACCES: "không có quyền, hoặc tệp đang mở trong chương trình khác",
        errno.EPERM: "không có quyền",
        errno.EBUSY: "tệp đang mở trong chương trình khác",
        errno.EROFS: "ổ đĩa chỉ cho đọc",
        errno.ENOSPC: "đĩa đầy",
        errno.ENOENT: "không có tệp hay thư mục này",
        errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
        errno.EEXIST: "đã có một tệp trùng tên với thư mục cần tạo",
        errno.EISDIR: "đây là một thư mục, không phải tệp",
        errno.ENAMETOOLONG: "tên quá dài",
    }
)


def reason(error: OSError) -> str:
    """The reason as part of a sentence, without a stop; the system's own words where we have none."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
