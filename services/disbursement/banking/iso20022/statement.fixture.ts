/** Texts of statements as banks write them. Amounts are decimals. */
export type Booked = {
  readonly amount: string;
  readonly currency?: string;
  readonly direction?: 'CRDT' | 'DBIT';
  readonly status?: string;
  readonly reversal?: boolean;
  readonly reference?: string;
  readonly valueDate?: string;
  readonly details?: string;
};

export function entryText({ amount, currency = 'PHP', direction = 'DBIT', status = 'BOOK', ...more }: Booked): string {
  const date = (name: string, day: string) => `<${name}><Dt>${day}</Dt></${name}>`;
  return [
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>`,
    more.reversal === undefined ? '' : `<RvslInd>${more.reversal}</RvslInd>`,
    `<Sts><Cd>${status}</Cd></Sts>`,
    date('BookgDt', '2026-08-07'),
    more.valueDate === undefined ? '' : date('ValDt', more.valueDate),
    more.reference === undefined ? '' : `<AcctSvcrRef>${more.reference}</AcctSvcrRef>`,
    '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd>',
    more.details === undefined ? '' : `<NtryDtls>${more.details}</NtryDtls>`,
    '</Ntry>',
  ].join('');
}

export type Detailed = {
  readonly endToEndId?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly direction?: string;
  readonly rest?: string;
};

export const detailText = ({ endToEndId, amount, currency = 'PHP', direction, rest = '' }: Detailed): string =>
  [
    '<TxDtls>',
    endToEndId === undefined ? '' : `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>`,
    amount === undefined ? '' : `<Amt Ccy="${currency}">${amount}</Amt>`,
    direction === undefined ? '' : `<CdtDbtInd>${direction}</CdtDbtInd>`,
    rest,
    '</TxDtls>',
  ].join('');

const balance = (kind: string, amount: string, currency: string): string => {
  const direction = amount.startsWith('-') ? 'DBIT' : 'CRDT';
  const positive = amount.replace('-', '');
  return `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${positive}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Dt><Dt>2026-08-07</Dt></Dt></Bal>`;
};

export type Stated = {
  readonly id?: string;
  readonly currency?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly openingKind?: string;
  readonly pages?: string;
  readonly account?: string;
  /** What the statement says of the bank that keeps the account, as elements of FinInstnId. */
  readonly servicer?: string;
  readonly entries: readonly string[];
};

export function statementText({
  id = 'S1',
  currency = 'PHP',
  opening = '0',
  closing = '0',
  openingKind = 'OPBD',
  pages = '',
  account = '0001234567',
  servicer = '',
  entries,
}: Stated): string {
  const kept = servicer === '' ? '' : `<Svcr><FinInstnId>${servicer}</FinInstnId></Svcr>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
    '<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-08-07T18:00:00Z</CreDtTm></GrpHdr>',
    `<Stmt><Id>${id}</Id>${pages}<Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>${currency}</Ccy>${kept}</Acct>`,
    balance(openingKind, opening, currency),
    balance('CLBD', closing, currency),
    ...entries,
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
}
