import { settled } from '@junkan/scripts/main-job/clock.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

/** What each organisation delegates: given and refused, given again, confirmed and ended. */
export async function* ofDelegations({ api, city, lender }: Scene): Part<void> {
  for (const [side, organisation, role] of [
    ['proposer', city, 'proposer.certifier'],
    ['sponsor', lender.sponsor, 'sponsor.approver'],
    ['secretariat', 'secretariat', 'finance.checker'],
  ] as const) {
    const firstDay = (await settled(api)).now.slice(0, 10);
    const given = { role, takenBy: `deputy of ${organisation}`, firstDay, lastDay: firstDay, note: 'because' };
    const give: Possible = { act: 'delegateRole', body: given, side, roles: [role] };
    const { id = '' } = yield { state: 'nothing', possible: [], done: { ...give, by: asRole(organisation) } };
    const on = (act: Possible['act'], delegation: number, body: object = {}): Possible => ({
      act,
      of: { id },
      body: { delegation, ...body },
      side,
    });
    const end = (delegation: number) => on('endDelegation', delegation, { note: 'because' });
    const confirm = (delegation: number) => on('confirmDelegation', delegation);
    yield { state: 'role delegated', possible: [give, confirm(1), end(1)], done: { ...end(1), by: asRole(organisation) } };
    yield { state: 'delegation ended', possible: [give], done: { ...give, by: asRole(organisation) } };
    yield { state: 'role delegated', possible: [give, confirm(2), end(2)], done: { ...confirm(2), by: asRole(organisation) } };
    yield { state: 'delegation confirmed', possible: [give, end(2)], done: { ...end(2), by: asRole(organisation) } };
  }
}
