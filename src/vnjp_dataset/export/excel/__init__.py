"""One Excel workbook with everything, for those who open nothing else."""

from vnjp_dataset.export.excel.workbook import WORKBOOK, write

__all__ = ["WORKBOOK", "write"]
