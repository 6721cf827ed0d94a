"""The journal on disk: the only folder that knows SQL, rows and pragmas."""
