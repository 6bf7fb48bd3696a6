"""A tree of very many visits turned into Parquet, by this library and by others: time and greatest memory."""
