"""Checks certificates by PyPI openbadgeslib, and prints as JSON what each is: python read_badges.py FILE"""

import json
import pathlib
import sys

from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

given = json.loads(pathlib.Path(sys.argv[1]).read_text())
verifier = OB3Verifier(given["key"])


def verdict(certificate: str) -> str:
    try:
        credential = verifier.verify(certificate)
    except OB3VerificationError as refused:
        return "expired" if "expired" in str(refused).lower() else "forged"
    try:
        verifier.check_status(credential, verify_list=True, download=lambda address: given["status"].encode())
    except OB3VerificationError as refused:
        if "'revocation' is set" not in str(refused):
            raise
        return "revoked"
    return "good"


print(json.dumps([verdict(each) for each in given["certificates"]]))
