"""The operations of pgtrigger, spared what Django does after every operation of a migration.

A trigger changes no model, but pgtrigger has Django build the model and its neighbours anew after
each: with some hundreds of them that was a third of a first start.
"""

from django.db.migrations.state import ProjectState
from pgtrigger import migrations


class _Quiet:
    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        super().state_forwards(app_label, _Unbuilt(state))


class _Unbuilt:
    """A state whose models are only noted: whoever asks for a new building gets none."""

    def __init__(self, state: ProjectState) -> None:
        self.models = state.models

    def reload_model(self, *_args, **_kwargs) -> None:
        pass


class AddTrigger(_Quiet, migrations.AddTrigger):
    pass


class RemoveTrigger(_Quiet, migrations.RemoveTrigger):
    pass
