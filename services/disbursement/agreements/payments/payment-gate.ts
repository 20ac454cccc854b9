import { type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed, type Role } from '@junkan/proto/actor.ts';
import type { RequestAdvance } from '../advances/advance-commands.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import type { BookExchange } from '../exchange/exchange-state.ts';
import type { RequestRelease } from '../retention/retention-commands.ts';
import type { PaymentCommand } from './payment-commands.ts';

type Answer = Decision<Event, Rejection>;
type MoneyCommand = PaymentCommand | RequestRelease | RequestAdvance | BookExchange;

/** A suspension and a termination that has begun stop new money; what the bank does with earlier instructions is recorded nevertheless. */
const HELD: readonly State['status'][] = ['suspended', 'terminating'];
const WHILE_HELD: readonly MoneyCommand['type'][] = [
  'RefusePayment',
  'TakeFromFile',
  'ReportSettlement',
  'ReportFailure',
  'ReportReturn',
  'ReportReversal',
  'ReportMistake',
  'ConfirmPayment',
  'WithdrawReport',
  'ObjectToPayment',
  'BookExchange',
];
/** Once an agreement has ended its money is final: what comes back then is a refund of a recovery. */
const UNTIL_ENDED: readonly MoneyCommand['type'][] = ['ReportReturn', 'ReportReversal', 'ReportMistake'];

/** Whether new money goes on: it does in force, and what was earned before a termination stays payable. */
export const isPaying = ({ status }: InForce): boolean => status === 'effective' || status === 'terminated';

/** What moves the money of an agreement, where its status lets money move: by finance alone. */
export function moneyGoesOn<Command extends MoneyCommand>(
  roles: readonly Role[],
  command: Command,
  state: State,
  decide: (command: Command, agreement: InForce) => Answer,
): Answer {
  const refusal = notAllowed(command.by, roles);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const isAtBank = command.type === 'InstructFile' && command.isAtBank === true;
  const isHeld = HELD.includes(state.status) && !isAtBank && !WHILE_HELD.includes(command.type);
  const isFinal = state.status === 'ended' && UNTIL_ENDED.includes(command.type);
  if (!isInForce(state) || isHeld || isFinal) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  return decide(command, state);
}
