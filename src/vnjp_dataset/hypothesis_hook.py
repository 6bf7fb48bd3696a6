"""The hook that Hypothesis calls when it is imported: it makes `st.from_type` know the model's classes."""

from importlib import import_module


def register() -> None:
    """Register every class of the model; the strategies themselves are imported when one is first asked for."""
    # Hypothesis is half imported when it imports this module, and whole when it calls the hook.
    from hypothesis import strategies as st  # noqa: PLC0415 - see above

    from vnjp_dataset import model  # noqa: PLC0415 - the module itself stays light

    def resolve(cls: type[object]) -> st.SearchStrategy[object]:
        strategy: st.SearchStrategy[object] = import_module("vnjp_dataset.strategies").instances(cls)
        return strategy

    for name in model.__all__:
        cls: object = getattr(model, name)
        if cls is model.PartialDate or (isinstance(cls, type) and issubclass(cls, model.Value)):
            st.register_type_strategy(cls, resolve)
