import { money } from '@junkan/kit/pure/money.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import type { Policy } from './policy.ts';
import type { DueDiligence } from './project.ts';
import type { Proposal } from './proposal.ts';
import { nothingMore } from './proposal-parts.fixture.ts';

/** Who plays which part in the tests of the deciders, and what they talk about. */
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });

export const city = 'org_yokohama';
export const officer = actor('per_officer', city, 'proposer.officer');
export const colleague = actor('per_colleague', city, 'proposer.officer');
export const stranger = actor('per_stranger', 'org_osaka', 'proposer.officer');
export const certifier = actor('per_certifier', city, 'proposer.certifier');
export const screener = actor('per_screener', 'secretariat', 'secretariat.officer');
export const approver = actor('per_approver', 'secretariat', 'secretariat.approver');
export const verifier = actor('per_verifier', 'secretariat', 'secretariat.verifier');
export const operator = actor('per_operator', 'secretariat', 'clock.operator');
export const workflow = actor('system:workflows', 'junkan', 'system.workflow');
/** May do everything that its organisation may: only the rule that preparing and judging are apart binds it. */
export const everyRole = (person: string, organisation = 'secretariat'): Actor =>
  actor(
    person,
    organisation,
    'proposer.officer',
    'proposer.certifier',
    'secretariat.officer',
    'secretariat.approver',
    'secretariat.verifier',
  );

export const policy: Policy = {
  screeningDays: 30,
  informationDays: 30,
  openingDays: 45,
  roundDays: 90,
  approvalDays: 60,
  verificationDays: 30,
  paymentDays: 30,
  closingDays: 90,
  overdueGraceDays: 10,
  signOffIsRequired: false,
};
export const now = '2026-11-24T15:11:49.000Z';
export const given = { now, policy };
/** Nobody requested a clearance of the proposer, and the installation requires none. */
export const dueDiligence: DueDiligence = { passport: 'absent', level: '', validUntil: '', stops: false };

export const usd = (amount: bigint) => money(amount, 'USD');
export const proposal: Proposal = {
  reference: 'YOK-1',
  title: 'Compost for every ward',
  countries: ['JP'],
  themes: ['solid-waste'],
  instruments: ['grant'],
  preferredInstrument: '',
  target: usd(300n),
  minimumCloseBasisPoints: 10_000,
  readiness: 3,
  ...nothingMore,
  indicators: ['tonnes-composted'],
  milestones: [
    { number: 1, title: 'Site', monthsAfterEffective: 12, amount: usd(100n) },
    { number: 2, title: 'Plant', monthsAfterEffective: 24, amount: usd(200n) },
  ],
};
/** As sources without a figure give it: it can be submitted, and only declared ineligible. */
export const withoutTarget: Proposal = { ...proposal, target: undefined, milestones: [] };
