import { all, type Element, first, textAt } from './tree.ts';
import { type Reading, reading, unreadable } from './unreadable.ts';
import type { BankFile, Message } from './validate.ts';
import { needed, referenceAt } from './values.ts';

const STATUSES = [
  'RCVD', // received
  'PDNG', // pending
  'ACTC', // technically accepted
  'ACCP', // accepted, customer known
  'ACSP', // accepted, settlement in process
  'ACWC', // accepted with a change
  'ACSC', // accepted, settled at the debtor's bank
  'ACCC', // accepted, credited at the creditor's bank
  'PART', // in part
  'RJCT', // rejected
  'CANC', // cancelled
] as const;

/** Codes of ISO 20022 for a single transfer; `unrecognised`: a code that the bank uses and that is not known here, reported as `code`. */
export type TransferStatus = (typeof STATUSES)[number] | 'unrecognised';

export type BankStatus = {
  readonly status: TransferStatus;
  readonly code: string;
  readonly reasonCode?: string;
  readonly reasonText?: string;
};

/**
 * Answers that name no single transfer. They wait for a person, and never apply to each transfer by themselves. `group` and `instruction`: of the whole,
 * where the answer names transfers as well; of these the others are meant.
 */
export type Unassigned = Partial<BankStatus> & {
  readonly reason: 'group-only' | 'instruction-only' | 'group' | 'instruction' | 'no-end-to-end-id' | 'no-status';
  readonly line: number;
  readonly endToEndId?: string;
};

export type StatusReport = {
  /** The message that it answers: `messageId` of the pain.001. */
  readonly of: string;
  readonly messageId: string;
  /** As the bank wrote it: ISO 8601, not always with a time zone. */
  readonly created: string;
  readonly statuses: readonly (BankStatus & { readonly endToEndId: string })[];
  readonly held: readonly Unassigned[];
};

const VERSIONS: readonly Message[] = ['pain.002.001.03', 'pain.002.001.10', 'pain.002.001.12'];

export const isStatusReport = ({ message }: BankFile): boolean => VERSIONS.includes(message);

/** @throws for a file of another message: callers ask `isStatusReport` first. */
export function readPain002(file: BankFile): Reading<StatusReport> {
  if (!isStatusReport(file)) throw new Error(`${file.message} is no status report`);
  return reading(() => {
    const report = first(file.root, 'CstmrPmtStsRpt') ?? unreadable('CstmrPmtStsRpt', file.root);
    const group = first(report, 'OrgnlGrpInfAndSts') ?? unreadable('OrgnlGrpInfAndSts', report);
    const instructions = all(report, 'OrgnlPmtInfAndSts');
    const read = instructions.map(readInstruction);
    const statuses = read.flatMap((each) => each.statuses);
    const held = read.flatMap((each) => each.held);
    const ofGroup = bankStatus(group, 'GrpSts');
    const isOfGroupOnly = statuses.length === 0 && held.length === 0;
    return {
      of: needed(group, 'OrgnlMsgId'),
      messageId: needed(report, 'GrpHdr', 'MsgId'),
      created: needed(report, 'GrpHdr', 'CreDtTm'),
      statuses,
      held: [
        ...(isOfGroupOnly || isOfOthers(ofGroup)
          ? [{ ...ofGroup, reason: isOfGroupOnly ? ('group-only' as const) : ('group' as const), line: group.line }]
          : []),
        ...held,
      ],
    };
  });
}

/** What says of transfers that they are not named: `PART` refers to those that are. */
const isOfOthers = (whole: BankStatus | undefined): whole is BankStatus => whole !== undefined && whole.status !== 'PART';

type OfInstruction = Pick<StatusReport, 'statuses' | 'held'>;

function readInstruction(instruction: Element): OfInstruction {
  const transfers = all(instruction, 'TxInfAndSts');
  const ofInstruction = bankStatus(instruction, 'PmtInfSts');
  if (transfers.length === 0 && ofInstruction) {
    return { statuses: [], held: [{ ...ofInstruction, reason: 'instruction-only', line: instruction.line }] };
  }
  const read = transfers.map(readTransfer);
  return {
    statuses: read.flatMap((each) => ('reason' in each ? [] : [each])),
    held: [
      ...(isOfOthers(ofInstruction) ? [{ ...ofInstruction, reason: 'instruction' as const, line: instruction.line }] : []),
      ...read.flatMap((each) => ('reason' in each ? [each] : [])),
    ],
  };
}

function readTransfer(transfer: Element): StatusReport['statuses'][number] | Unassigned {
  const { line } = transfer;
  // Both identifiers of a transfer of ours are the same, and some banks give one back alone.
  const endToEndId = referenceAt(transfer, 'OrgnlEndToEndId') ?? referenceAt(transfer, 'OrgnlInstrId');
  const status = bankStatus(transfer, 'TxSts');
  if (endToEndId === undefined) return { ...status, reason: 'no-end-to-end-id', line };
  return status ? { endToEndId, ...status } : { endToEndId, reason: 'no-status', line };
}

function bankStatus(of: Element, element: 'GrpSts' | 'PmtInfSts' | 'TxSts'): BankStatus | undefined {
  const code = textAt(of, element);
  if (code === undefined) return undefined;
  const reasonCode = textAt(of, 'StsRsnInf', 'Rsn', 'Cd') ?? textAt(of, 'StsRsnInf', 'Rsn', 'Prtry');
  const reasonText = all(of, 'StsRsnInf', 'AddtlInf')
    .map(({ text }) => text)
    .join(' ');
  return {
    status: STATUSES.find((each) => each === code) ?? 'unrecognised',
    code,
    ...(reasonCode !== undefined && { reasonCode }),
    ...(reasonText !== '' && { reasonText }),
  };
}
