// The message of a file of payments, written a second time from what is recorded.

export type Listed = {
  readonly agreement: string;
  readonly payment: string;
  /** 0 or nothing = it releases what was retained. */
  readonly tranche?: number;
  readonly payee: string;
  readonly payeeAccount: string;
  readonly amount: { readonly amount?: string; readonly currency: string };
  readonly instruction: string;
  readonly because?: string;
};
type Account = {
  readonly holder: string;
  readonly town: string;
  readonly country: string;
  readonly bic?: string;
  readonly bankCode?: string;
  readonly scheme: string;
  readonly number: string;
  readonly currency: string;
};
type Begun = {
  readonly message: string;
  readonly at: string;
  readonly executionDate: string;
  readonly currency: string;
  readonly payerAccount: string;
};

/** Nothing where a number was erased, or where a name has letters of which it takes more than leaving out an accent to write them. */
export function messageOf(begun: Begun, transfers: readonly Listed[], accountOf: (id: string) => Account | undefined): string | undefined {
  const payer = accountOf(begun.payerAccount);
  const payees = transfers.map(({ payeeAccount }) => accountOf(payeeAccount));
  const parties = [payer, ...payees];
  if (!payer || !parties.every((party) => party && [party.holder, party.town].every((text) => plain(text) !== undefined))) return undefined;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: begun.currency }).resolvedOptions().minimumFractionDigits ?? 2;
  const spelt = (minor: bigint): string => {
    const text = String(minor).padStart(digits + 1, '0');
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  };
  const sum = transfers.reduce((all, { amount }) => all + BigInt(amount.amount ?? 0), 0n);
  const counted = [`<NbOfTxs>${transfers.length}</NbOfTxs>`, `<CtrlSum>${spelt(sum)}</CtrlSum>`];
  const lines = [
    '<CstmrCdtTrfInitn>',
    ' <GrpHdr>',
    `  <MsgId>${begun.message}</MsgId>`,
    `  <CreDtTm>${begun.at.slice(0, 19)}Z</CreDtTm>`,
    ...counted.map((line) => `  ${line}`),
    '  <InitgPty>',
    `   <Nm>${plain(payer.holder)}</Nm>`,
    '  </InitgPty>',
    ' </GrpHdr>',
    ' <PmtInf>',
    `  <PmtInfId>${begun.message}</PmtInfId>`,
    '  <PmtMtd>TRF</PmtMtd>',
    '  <BtchBookg>false</BtchBookg>',
    ...counted.map((line) => `  ${line}`),
    '  <ReqdExctnDt>',
    `   <Dt>${begun.executionDate}</Dt>`,
    '  </ReqdExctnDt>',
    ...party('Dbtr', payer, 2),
    ...account('DbtrAcct', payer, 2, payer.currency),
    ...agent('DbtrAgt', payer, 2),
    ...transfers.flatMap(({ instruction, amount, tranche }, at) => [
      '  <CdtTrfTxInf>',
      '   <PmtId>',
      `    <InstrId>${instruction}</InstrId>`,
      `    <EndToEndId>${instruction}</EndToEndId>`,
      '   </PmtId>',
      '   <Amt>',
      `    <InstdAmt Ccy="${amount.currency}">${spelt(BigInt(amount.amount ?? 0))}</InstdAmt>`,
      '   </Amt>',
      '   <ChrgBr>SHAR</ChrgBr>',
      ...agent('CdtrAgt', payees[at] as Account, 3),
      ...party('Cdtr', payees[at] as Account, 3),
      ...account('CdtrAcct', payees[at] as Account, 3),
      '   <RmtInf>',
      `    <Ustrd>${instruction} ${tranche ? `tranche ${tranche}` : 'retention'}</Ustrd>`,
      '   </RmtInf>',
      '  </CdtTrfTxInf>',
    ]),
    ' </PmtInf>',
    '</CstmrCdtTrfInitn>',
  ];
  // Each step in is two spaces.
  const indented = lines.map((line) => `  ${line.replace(/^ +/, (space) => space + space)}`);
  const root = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">';
  return ['<?xml version="1.0" encoding="UTF-8"?>', root, ...indented, '</Document>', ''].join('\n');
}

const at = (depth: number, lines: readonly string[]): string[] => lines.map((line) => `${' '.repeat(depth)}${line}`);

const party = (element: string, { holder, town, country }: Account, depth: number): string[] =>
  at(depth, [
    `<${element}>`,
    ` <Nm>${plain(holder)}</Nm>`,
    ' <PstlAdr>',
    `  <TwnNm>${plain(town)}</TwnNm>`,
    `  <Ctry>${country}</Ctry>`,
    ' </PstlAdr>',
    `</${element}>`,
  ]);

const account = (element: string, { scheme, number }: Account, depth: number, currency?: string): string[] =>
  at(depth, [
    `<${element}>`,
    ' <Id>',
    ...(scheme === 'iban' ? [`  <IBAN>${number}</IBAN>`] : ['  <Othr>', `   <Id>${number}</Id>`, '  </Othr>']),
    ' </Id>',
    ...(currency === undefined ? [] : [` <Ccy>${currency}</Ccy>`]),
    `</${element}>`,
  ]);

const agent = (element: string, { bic, bankCode }: Account, depth: number): string[] =>
  at(depth, [
    `<${element}>`,
    ' <FinInstnId>',
    ...(bic ? [`  <BICFI>${bic}</BICFI>`] : ['  <ClrSysMmbId>', `   <MmbId>${bankCode}</MmbId>`, '  </ClrSysMmbId>']),
    ' </FinInstnId>',
    `</${element}>`,
  ]);

/** A text without its accents, where nothing else keeps a bank from writing it. */
function plain(text: string): string | undefined {
  const spelt = text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/ +/g, ' ')
    .trim();
  return /^[A-Za-z0-9/\-?:().,'+ ]*$/.test(spelt) ? spelt : undefined;
}
