import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { permissionsMessage, whereKnown } from '@junkan/kit/grpc/permissions.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { isAllowed } from '@junkan/kit/pure/permissions.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { milestoneOf, type ProjectRegistry } from '../../api/registry.ts';
import { undecidedAmong } from '../../banking/statements/api/line-standing.ts';
import { type Rates, ratesOfDay } from '../../books/rates/api/rates-of-day.ts';
import { BODIES, milestoneFacts } from '../../mapping.ts';
import type { AdvancePolicy } from '../advances/advance-commands.ts';
import { paymentOfAdvance } from '../advances/api/advances.ts';
import { type Existing, isInForce } from '../agreement-state.ts';
import { preparedByOf } from '../contract/api/preparing.ts';
import type { Part } from '../holds/hold.ts';
import type { AgreementId, SponsorId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import { promisedIn } from '../modifications/api/promised.ts';
import type { ResultChange } from '../modifications/measure.ts';
import { partPaymentIn, paymentOf } from '../payments/api/payments.ts';
import { isSameLine, type Line, lineIn } from '../payments/of-statement.ts';
import { agreementPermissions } from '../permissions.ts';
import { OF_ALL_TRANCHES } from '../retention/retention.ts';

export type PermissionParts = {
  readonly store: EventStore;
  readonly clock: PolicyClock;
  readonly projectRegistry: ProjectRegistry;
  readonly advances: AdvancePolicy;
} & Rates;

const OF_MILESTONE = {
  requestPayment: 'milestone',
  requestPartPayment: 'milestone',
  askAdvance: 'milestone',
  requestAdvance: 'milestone',
};

/** What the caller may do. Facts of the project are read only if nothing else prevents what they decide on. */
export async function permittedWith(
  { store, clock, projectRegistry, advances, ...rates }: PermissionParts,
  agreement: AgreementId,
  state: Existing,
  call: Received,
): Promise<Permissions> {
  const lines = isInForce(state) ? state.holds.flatMap((hold) => (hold.status === 'standing' ? (lineIn(hold) ?? []) : [])) : [];
  const undecided = await undecidedAmong(store, lines);
  const facts = {
    agreement,
    now: clock.now(),
    preparedBy: [],
    milestones: new Map(),
    ahead: new Map(),
    advances,
    promised: [],
    releaseOf: (sponsor: SponsorId) => paymentOf(agreement, OF_ALL_TRANCHES, sponsor),
    partPaymentOf: (part: Part) => partPaymentIn(agreement, state, part, call),
    ratesOf: (on: CalendarDate) => ratesOfDay(rates, state, on),
    isUndecided: (line: Line) => undecided.some((each) => isSameLine(each, line)),
    paymentOfAdvance: (advance: number) => paymentOfAdvance(agreement, advance),
  };
  const best = agreementPermissions(state, facts, BODIES, call.actor);
  const maySign = isAllowed(best, 'signAgreement');
  const changed = resultsThatWait(state);
  const asked = isInForce(state) ? state.advances : [];
  const tranches = best.flatMap(({ operation, answer, of }) => {
    const tranche = operation === 'requestAdvance' ? asked[(of.advance ?? 0) - 1]?.tranche : of.tranche;
    return answer === 'allowed' && tranche !== undefined ? [tranche] : [];
  });
  if (!maySign && tranches.length === 0 && changed.length === 0) return permissionsMessage(best, REJECTIONS);
  const [preparedBy, milestones, promised] = await Promise.all([
    maySign ? whereKnown(preparedByOf(agreement, call.actor.organisation, { store, projectRegistry }, call)) : [],
    whereKnown(milestonesOf(agreement, [...new Set(tranches)], projectRegistry, call)),
    whereKnown(promisedIn({ store, projectRegistry }, agreement, changed, call)),
  ]);
  const known = {
    ...(preparedBy === 'out-of-reach' ? {} : { preparedBy }),
    ...(promised === 'out-of-reach' ? { approveMeasure: 'milestone' } : {}),
    ...(milestones === 'out-of-reach' ? {} : { milestones, ahead: milestones }),
    ...(promised === 'out-of-reach' ? {} : { promised }),
  };
  return permissionsMessage(agreementPermissions(state, { ...facts, ...known }, BODIES, call.actor), REJECTIONS, {
    ...(preparedBy === 'out-of-reach' ? { signAgreement: 'preparers' } : {}),
    ...(milestones === 'out-of-reach' ? OF_MILESTONE : {}),
  });
}

/** The targets that the measure which waits for its approval changes. */
const resultsThatWait = (state: Existing): readonly ResultChange[] =>
  isInForce(state) ? (state.measures.find(({ status }) => status === 'proposed')?.results ?? []) : [];

/** Where the milestones of these tranches stand. */
async function milestonesOf(agreement: AgreementId, tranches: readonly number[], registry: ProjectRegistry, call: Received) {
  const asked = tranches.map(async (tranche): Promise<[number, MilestoneFacts]> => {
    const id = idFrom(...milestoneIdParts(agreement, tranche));
    return [tranche, milestoneFacts(id, await milestoneOf(registry, id, call))];
  });
  return new Map(await Promise.all(asked));
}
