/** What a bank says of a transfer: its status, and why it rejects it. */
export type Word = { readonly instruction: string; readonly status: string; readonly reason?: string; readonly text?: string };

type Answer = {
  readonly reference?: string;
  /** The status of the whole file. */
  readonly whole?: string;
  /** When the bank wrote it. */
  readonly at?: string;
};

/** A bank’s answer to a file of payments (pain.002.001.03), of one word on each transfer. */
export function answerText(
  message: string,
  words: readonly Word[],
  { reference = 'ANSWER-1', whole, at = '2026-11-26T10:00:00Z' }: Answer = {},
): string {
  const transfers = words.map(
    ({ instruction, status, reason, text }) =>
      `<TxInfAndSts><OrgnlInstrId>${instruction}</OrgnlInstrId><OrgnlEndToEndId>${instruction}</OrgnlEndToEndId><TxSts>${status}</TxSts>${
        reason === undefined
          ? ''
          : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn>${text === undefined ? '' : `<AddtlInf>${text}</AddtlInf>`}</StsRsnInf>`
      }</TxInfAndSts>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
<GrpHdr><MsgId>${reference}</MsgId><CreDtTm>${at}</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${whole === undefined ? '' : `<GrpSts>${whole}</GrpSts>`}</OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${message}</OrgnlPmtInfId>${transfers.join('')}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>
`;
}
