"""One compiler: a scheme's trees become a small set of operators, run by Python or by Polars."""
