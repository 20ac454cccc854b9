#!/usr/bin/env python3
"""Many cases at once: a JSON array of lists of facts on standard input, an array of what each comes to on standard output.

    python3 many.py ladder|rollup < cases.json
"""
import json
import sys

import ladder
import rollup


def answered(work, facts):
    try:
        return {'is': work(facts)}
    except (ValueError, rollup.Refused) as refused:
        return {'refused': refused.args[0]}


WORK = {'ladder': ladder.schedule, 'rollup': lambda facts: rollup.written(rollup.rollup(facts))}

if __name__ == '__main__':
    json.dump([answered(WORK[sys.argv[1]], facts) for facts in json.load(sys.stdin)], sys.stdout)
