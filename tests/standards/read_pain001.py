"""Reads a pain.001.001.09 by the classes of PyPI pyiso20022, and prints what it says as JSON: python read_pain001.py FILE"""

import json
import pathlib
import sys
from decimal import Decimal

from pyiso20022.pain import pain_001_001_09
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig

strict = ParserConfig(fail_on_unknown_properties=True, fail_on_converter_warnings=True)
document = XmlParser(config=strict).from_bytes(pathlib.Path(sys.argv[1]).read_bytes(), pain_001_001_09.Document)
order = document.cstmr_cdt_trf_initn
transfers = [transfer for part in order.pmt_inf for transfer in part.cdt_trf_tx_inf]
amounts = [transfer.amt.instd_amt for transfer in transfers]
print(
    json.dumps(
        {
            "messageId": order.grp_hdr.msg_id,
            "count": order.grp_hdr.nb_of_txs,
            "controlSum": str(order.grp_hdr.ctrl_sum),
            "found": len(transfers),
            "sum": str(sum((amount.value for amount in amounts), Decimal(0))),
            "currencies": sorted({amount.ccy for amount in amounts}),
            "days": sorted({str(part.reqd_exctn_dt.dt) for part in order.pmt_inf}),
            "references": [transfer.pmt_id.end_to_end_id for transfer in transfers],
            "payees": [transfer.cdtr.nm for transfer in transfers],
        }
    )
)
