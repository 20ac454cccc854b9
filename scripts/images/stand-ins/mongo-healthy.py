#!/wheels/bin/python
"""The health check of the stand-in for MongoDB, which has no mongosh: exits 0 once the server takes writes."""

import sys

from pymongo import MongoClient

client = MongoClient("127.0.0.1", 27017, directConnection=True, serverSelectionTimeoutMS=2000)
sys.exit(0 if client.admin.command("hello")["isWritablePrimary"] else 1)
