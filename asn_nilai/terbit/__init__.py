"""Turn scores into what people hold: workbooks, pages and data."""
