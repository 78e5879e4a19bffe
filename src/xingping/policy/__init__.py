"""What a rating policy says: frozen data, its rule language, its faults. Knows no rows."""
