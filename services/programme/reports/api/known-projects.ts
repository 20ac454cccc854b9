import type { Call } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { type Instant, later } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { RecordedEvent } from '@junkan/proto/junkan/common/v1/common.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { MilestoneReportSubmitted, MilestoneVerified } from '@junkan/proto/junkan/project/v1/events.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { asking, type Disbursement, type Registry } from '../../api/parts.ts';
import { acceptedIn } from '../../results/api/facts-of-project.ts';
import type { KnownMilestone, KnownProject } from '../filled.ts';

type Owners = { readonly registry: Pick<Registry, 'statusOfProject' | 'milestoneHistory'>; readonly disbursement: Disbursement };

/** The funded projects of a city, as their owners have them now. */
export async function knownProjects({ registry, disbursement }: Owners, city: string, call: Call): Promise<KnownProject[]> {
  const { agreements } = await disbursement.agreementsOf({ organisation: city }, asking(call));
  const known = await Promise.all(
    agreements.map(async (id) => {
      const agreement = await disbursement.getAgreement({ id }, asking(call));
      const { project, proposer, tranches, paid, payments, version, effectiveAt } = agreement;
      if (proposer !== city) return [];
      const [standing, milestones] = await Promise.all([
        registry.statusOfProject({ project }, asking(call)),
        Promise.all(tranches.map(({ number }) => milestoneIn(registry, idFrom(...milestoneIdParts(id, number)), call))),
      ]);
      const { amount = 0n, currency = '' } = paid ?? {};
      const of = { id, version, paid: money(amount, currency), paidSince: paidSince(payments), since: effectiveAt };
      return [{ id: project, ...standing, agreement: of, milestones: milestones.flatMap((each) => each ?? []) }];
    }),
  );
  return known.flat();
}

/** When what is paid changed last: by a payment, one that came back, or one that was booked by mistake; '' where nothing was paid yet. */
const paidSince = (payments: Agreement['payments']): Instant | '' =>
  payments
    .flatMap(({ settledAt, attempts, reversals }) => [
      settledAt,
      ...attempts.flatMap(({ status, endedAt }) => (status === 'returned' ? [endedAt] : [])),
      ...reversals.map(({ at }) => at),
    ])
    .reduce(later, '');

/** Nothing of one that has not begun. */
async function milestoneIn({ milestoneHistory }: Owners['registry'], id: string, call: Call): Promise<KnownMilestone | undefined> {
  const { entries } = await milestoneHistory({ milestone: id }, asking(call));
  const last = entries.at(-1);
  if (!last) return undefined;
  const verdict = entries.findLast(({ type }) => type === 'MilestoneVerified');
  return { id, version: last.version, since: last.at, isMet: verdict !== undefined, verified: verdict && verifiedIn(entries, verdict) };
}

function verifiedIn(entries: readonly RecordedEvent[], verdict: RecordedEvent): KnownMilestone['verified'] {
  const { report, by, accepted } = MilestoneVerified.fromJSON(JSON.parse(verdict.data));
  const submitted = entries
    .filter(({ type }) => type === 'MilestoneReportSubmitted')
    .map(({ data }) => MilestoneReportSubmitted.fromJSON(JSON.parse(data)))
    .find((each) => each.report === report);
  const indicators = (submitted?.indicators ?? []).filter(({ notAvailable }) => !notAvailable);
  return {
    version: verdict.version,
    at: verdict.at,
    by,
    indicators: acceptedIn(indicators, accepted).map(({ code, value, unit }) => ({ code, value, unit })),
    files: submitted?.evidence ?? [],
  };
}
