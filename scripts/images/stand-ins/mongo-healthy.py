#!/wheels/bin/python
"""The health check of the stand-in for MongoDB, which has no mongosh: makes the accounts, so that programs can sign in, and exits 0
once the server takes writes. The stand-in itself asks nobody who he is."""

import json
import os
import sys

from pymongo import MongoClient
from pymongo.errors import OperationFailure

client = MongoClient("127.0.0.1", 27017, directConnection=True, serverSelectionTimeoutMS=2000)
for name, databases in json.loads(os.environ.get("JUNKAN_MONGO_ACCOUNTS", "{}")).items():
    password = os.environ["JUNKAN_MONGO_PASSWORD_" + name.upper().replace("-", "_")]
    roles = [{"role": "readWrite", "db": database} for database in databases]
    try:
        client.admin.command("createUser", name, pwd=password, roles=roles)
    except OperationFailure:
        pass  # It was made by an earlier check.
sys.exit(0 if client.admin.command("hello")["isWritablePrimary"] else 1)
