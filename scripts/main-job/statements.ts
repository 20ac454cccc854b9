/** A line of a bank's statement that takes money off the account: an amount as a decimal text, the bank's reference, and what it says of the order. */
export type Line = { readonly amount: string; readonly reference: string; readonly instruction?: string | undefined };
type Stated = {
  readonly id: string;
  readonly account: string;
  /** The BIC of the bank that keeps it, if the statement has one. */
  readonly bic?: string | undefined;
  readonly currency: string;
  readonly day: string;
  readonly opening: string;
  readonly closing: string;
};

/** A bank's statement of a day (camt.053.001.08). */
export function statementText({ id, account, bic, currency, day, opening, closing }: Stated, lines: readonly Line[]): string {
  const balance = (kind: string, amount: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const kept = bic === undefined ? '' : `<Svcr><FinInstnId><BICFI>${bic}</BICFI></FinInstnId></Svcr>`;
  const entries = lines.map(({ amount, reference, instruction }) => {
    const refs = instruction === undefined ? '' : `<Refs><EndToEndId>${instruction}</EndToEndId></Refs>`;
    return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls>${refs}<RmtInf><Ustrd>${reference}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${day}T18:00:00Z</CreDtTm></GrpHdr>
<Stmt><Id>${id}</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>${currency}</Ccy>${kept}</Acct>
${balance('OPBD', opening)}${balance('CLBD', closing)}${entries.join('\n')}</Stmt>
</BkToCstmrStmt></Document>
`;
}
