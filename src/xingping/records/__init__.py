"""Facts in and out: what people write in cells, workbooks, CSV and Parquet."""
