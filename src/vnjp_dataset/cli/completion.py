"""`vnjp completion`: completion in the shell."""

import click
from click.shell_completion import get_completion_class

from vnjp_dataset.cli.output import say_data

PROGRAM = "vnjp"
VARIABLE = "_VNJP_COMPLETE"


@click.command(short_help="Print the script for completion in a shell.")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that makes a shell complete commands, options, kinds and ids.

    \b
    bash: add to ~/.bashrc          eval "$(vnjp completion bash)"
    zsh:  add to ~/.zshrc           eval "$(vnjp completion zsh)"
    fish: save as a file            vnjp completion fish > ~/.config/fish/completions/vnjp.fish
    """  # noqa: D301 - click knows the lines to leave alone by the character itself
    found = get_completion_class(shell)
    if found is None:  # pragma: no cover - click knows the three shells
        ctx.fail(f"no completion for {shell}")
    made = found(ctx.find_root().command, {}, PROGRAM, VARIABLE)
    say_data(f"{made.source_template % made.source_vars()}\n")
