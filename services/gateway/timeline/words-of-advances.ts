import type { AgreementEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { money } from './spoken.ts';

const TYPES = [
  'PaymentRequested',
  'AdvanceAsked',
  'AdvanceRefused',
  'ExpenditureSubmitted',
  'ExpenditureAccepted',
  'ExpenditureReturned',
] as const;
type Of = Extract<AgreementEvent, { readonly type: (typeof TYPES)[number] }>;
type Sentences = { readonly [Type in Of['type']]: (data: Extract<Of, { readonly type: Type }>['data']) => string };

/** Money that is paid before its milestone is verified, and what is spent of it. */
export const ADVANCES: Sentences = {
  PaymentRequested: ({ tranche, sponsor, amount, retained, advance, partPayment, partPaid, partLeft }) => {
    if (tranche === 0) return `The release of ${money(amount)} that was retained was requested of sponsor ${sponsor}.`;
    const as = advance ? `, as advance ${advance}` : partPayment ? `, as part payment ${partPayment}` : '';
    const paid = partPaid ? `; ${money(partPaid)} was paid in part before` : '';
    const left = partLeft ? `; ${money(partLeft)} is left to be requested` : '';
    return `${money(amount)} of tranche ${tranche} was requested of sponsor ${sponsor}${as}${paid}${left}${retained ? `; ${money(retained)} is retained` : ''}.`;
  },
  AdvanceAsked: ({ advance, tranche, sponsor, amount }) =>
    `The proposer asks for ${money(amount)} of tranche ${tranche} before its milestone is verified (advance ${advance}, of sponsor ${sponsor}).`,
  AdvanceRefused: ({ advance }) => `Advance ${advance} was refused.`,
  ExpenditureSubmitted: ({ advance, expenditure, amount, firstDay, lastDay }) =>
    `The proposer states that it spent ${money(amount)} of advance ${advance} from ${firstDay} to ${lastDay} (statement ${expenditure}).`,
  ExpenditureAccepted: ({ advance, expenditure, amount }) =>
    `${money(amount)} of statement ${expenditure} of advance ${advance} was accepted: it was spent as planned.`,
  ExpenditureReturned: ({ advance, expenditure }) => `Statement ${expenditure} of advance ${advance} was returned.`,
};
