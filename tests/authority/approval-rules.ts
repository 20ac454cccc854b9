import { usd } from '../actors.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

/** The limits of each organisation: proposed and refused, proposed again and approved. Nothing is paid in the one currency, and less than its limit in the other. */
export async function* ofApprovalRules({ lender }: Scene): Part<void> {
  for (const [side, organisation] of [
    ['sponsor', lender.sponsor],
    ['secretariat', 'secretariat'],
  ] as const) {
    const propose: Possible = { act: 'proposeLimits', body: { limits: [{ ...usd('10.00'), currency: 'CHF' }, usd('1000000000.00')] } };
    const { id = '' } = yield { state: 'nothing', possible: [], done: { ...propose, by: asRole(organisation) } };
    const on = (act: Possible['act'], proposal: number, body: object = {}): Possible => ({
      act,
      of: { id },
      body: { proposal, ...body },
      side,
    });
    const refuse = on('refuseLimits', 1, { note: 'because' });
    yield { state: 'limits proposed', possible: [on('approveLimits', 1), refuse], done: { ...refuse, by: asRole(organisation) } };
    yield { state: 'limits refused', possible: [], done: { ...propose, by: asRole(organisation) } };
    const approve = on('approveLimits', 2);
    yield { state: 'limits proposed', possible: [approve], done: { ...approve, by: asRole(organisation) } };
  }
}
