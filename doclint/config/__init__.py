"""A team's configuration as data: what may stand in it (`keys`), read (`read`), found (`find`), merged (`merge`)."""
