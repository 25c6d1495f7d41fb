"""xls, written with xlwt: the same answers as for xlsx."""

from __future__ import annotations

import io

import xlwt

from ingest.readers import read


def book() -> bytes:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("收入")
    money = xlwt.easyxf(num_format_str="#,##0.00")
    sheet.write_merge(1, 1, 1, 2, "项目")
    sheet.write(2, 1, 188.00499999, money)
    sheet.write(2, 2, 2010301)
    sheet.write(3, 1, xlwt.Formula("1/0"))
    sheet.write(3, 2, 0.5, xlwt.easyxf(num_format_str="0.00%"))
    sheet.write(4, 1, 45293, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    sheet.write(5, 1, "藏")
    sheet.row(5).hidden = True
    workbook.add_sheet("上年").visibility = 1
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_an_old_workbook_shows_what_it_shows() -> None:
    document = read(book(), "a.xlsx")
    assert document.format == "xls"
    assert document.unread_parts == (("收入", "hidden_rows"), ("上年", "hidden_sheet"))
    (grid,) = document.grids()
    found = {(c.place.row, c.place.col): (c.text, c.col_span) for c in grid.cells}
    assert found == {
        (2, 2): ("项目", 2),
        (3, 2): ("188.00", 1),
        (3, 3): ("2010301", 1),
        (4, 3): ("50.00%", 1),
        (5, 2): ("2024-01-02", 1),
    }
    assert all(c.place.sheet == "收入" for c in grid.cells)
