"""Django's PostgreSQL backend, connected to the embedded server.

Of DATABASES it reads HOST, the folder the server lives in, and SERVER, PostgreSQL settings by name for a server that
is started.
"""

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from clinic.embedded import server


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that finds its server running, or starts it."""

    def get_connection_params(self) -> dict[str, Any]:
        """The parameters of a connection, with the address of the server, which is running when this returns."""
        parameters = super().get_connection_params()
        folder = Path(self.settings_dict["HOST"])
        parameters["host"] = str(server.join(folder, self.settings_dict.get("SERVER", {})))
        parameters["port"] = server.PORT
        parameters["user"] = server.SUPERUSER
        return parameters
