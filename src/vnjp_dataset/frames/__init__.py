"""Records and answers as data frames, through Arrow; pyarrow is imported when one is asked for."""

from vnjp_dataset.frames.extras import needing
from vnjp_dataset.frames.tabular import Tabular

__all__ = ["Tabular", "needing"]
