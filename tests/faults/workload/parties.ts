import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import { usd } from '../../actors.ts';
import type { Someone } from '../../http.ts';
import type { Outcome, Sent } from './record.ts';
import type { Sending } from './sending.ts';

/** A sponsor with the two persons who act for it. */
export type Lender = {
  readonly sponsor: string;
  readonly mandate: string;
  readonly envelope: string;
  readonly officer: Someone;
  readonly approver: Someone;
};

/** Whom all projects share: the more of them run, the more they meet in its streams. */
export type Parties = { readonly lenders: readonly Lender[]; readonly desk: typeof DESK };

const SECRETARIAT = 'secretariat';
const person = (name: string, ...roles: Someone['roles']): Someone => ({ person: `faults-${name}`, organisation: SECRETARIAT, roles });

/** Both of finance may request and approve, so that only the rule between them keeps one from approving their own request. */
const DESK = {
  screener: person('screener', 'secretariat.officer'),
  approver: person('approver', 'secretariat.approver'),
  verifier: person('verifier', 'secretariat.verifier'),
  finance: person('finance', 'finance.maker', 'finance.checker'),
  treasurer: person('treasurer', 'finance.maker', 'finance.checker'),
  accountant: person('accountant', 'finance.maker', 'finance.checker'),
  auditor: person('auditor', 'auditor'),
  clock: person('clock', 'clock.operator'),
} as const;

export const desk = DESK;

/** The record says of it what there is to say. */
export class WasRefused extends Error {}

export function answered({ answers, step }: Sent): Outcome {
  const [answer] = answers;
  if (!answer) throw new WasRefused(step);
  return answer;
}

type Commanding = Pick<Sending, 'command'>;

/** An account of an organisation, which its officer names and another person confirms. */
export async function openAccount({ command }: Commanding, organisation: string, officer: Someone, second: Someone): Promise<void> {
  const number = ibanOf(organisation);
  const bank = { country: 'KZ', currency: 'USD', bic: 'KZKOKZKX', bankName: 'Bank', town: 'Almaty' };
  const { id } = answered(await command(officer, 'proposeBankAccount', {}, { ...bank, holder: 'Organisation', iban: number }));
  await command(second, 'confirmBankAccount', { id }, { numberAgain: number });
}

const termsOf = (title: string) => ({ title, countries: ['JP'], ticketMinimum: usd('100.00'), ticketMaximum: usd('2000.00') });

/** So high that nothing is above them, so that all that is paid is counted. */
async function limitDays({ command }: Commanding): Promise<void> {
  const { id } = answered(await command(DESK.screener, 'proposeLimits', {}, { limits: [], dayLimits: [usd('1000000000.00')] }));
  answered(await command(DESK.treasurer, 'approveLimits', { id }, { proposal: 1 }));
}

export async function openParties({ command }: Commanding): Promise<Parties> {
  await limitDays({ command });
  const lenders: Lender[] = [];
  for (const name of ['first', 'second', 'third']) {
    const { id: sponsor } = answered(await command(DESK.screener, 'registerSponsor', {}, { name: `Fund ${name}`, kind: 'fund' }));
    const someone = (role: Someone['roles'][number]): Someone => ({
      person: `faults-${name}-${role}`,
      organisation: sponsor,
      roles: [role],
    });
    const [officer, approver] = [someone('sponsor.officer'), someone('sponsor.approver')];
    const { id: mandate } = answered(await command(officer, 'publishMandate', {}, { sponsor, terms: termsOf('Circular cities') }));
    const { id: envelope } = answered(await command(approver, 'openEnvelope', { id: sponsor }, { total: usd('10000000.00') }));
    await openAccount({ command }, sponsor, officer, approver);
    lenders.push({ sponsor, mandate, envelope, officer, approver });
  }
  return { lenders, desk: DESK };
}
