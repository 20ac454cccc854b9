import { actsOf } from '@junkan/kit/pure/acts.ts';
import { endOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Attempts } from '@junkan/kit/pure/permissions.ts';
import type { Waits } from '@junkan/kit/pure/waits.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { UNCHECKED } from '../criteria/criteria.ts';
import { AT_ONCE, type Policy } from '../projects/policy.ts';
import { type Command, type Earlier, type Existing, isFinal, isReportable, type Rejection, reportOf, type ToSign } from './milestone.ts';
import { decide } from './milestone-decide.ts';

/**
 * `earlier`: the milestones before it, whose remainders may be on their way here. `draft`: of its next report; `uploadedBy`: who uploaded
 * its files.
 */
export type MilestoneFacts = {
  readonly now: Instant;
  readonly policy: Policy;
  readonly earlier: readonly Earlier[];
  readonly draft: ToSign;
  readonly uploadedBy: readonly string[];
};
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: MilestoneFacts }>();

const NO_DRAFT: ToSign = { draft: 'rep_', status: 'absent', version: 0, evidence: [], indicators: [], note: '', preparedBy: [] };

function attempts(state: Existing, { now, policy, earlier, draft, uploadedBy }: MilestoneFacts) {
  const known = { unknownEvidence: [], uploadedBy: [], planned: [] } as const;
  const report = reportOf(state)?.number ?? 1;
  const waiver = state.waiver?.number ?? (state.status === 'waived' ? state.waivers : state.waivers + 1);
  const canCarry = true;
  return {
    reportMilestone: { type: 'SubmitMilestoneReport', ...known, draft, now, policy },
    signOffReport: {
      type: 'SignOffReport',
      ...known,
      uploadedBy,
      now,
      policy,
      version: draft.version,
      draft,
      planned: draft.indicators.map(({ code }) => ({ code, unit: '', isDue: true })),
    },
    inspectMilestone: { type: 'InspectMilestone', checked: UNCHECKED, unknownEvidence: [], now },
    returnReport: { type: 'ReturnMilestoneReport', report },
    verifyMilestone: { type: 'VerifyMilestone', report, canCarry, now, policy },
    rejectMilestone: { type: 'RejectMilestone', report, canCarry },
    proposeWaiver: { type: 'ProposeWaiver', canCarry },
    waiveMilestone: { type: 'WaiveMilestone', waiver, earlier },
    refuseWaiver: { type: 'RefuseWaiver', waiver },
  } as const satisfies Attempts<Command>;
}

type Wait = Waits<keyof ReturnType<typeof attempts>, Rejection['type']>;

/** A report far in the future waits for nobody yet: it does once its proposer was reminded of its date. */
const isReminded = ({ reminded, terms: { dueOn } }: Existing): boolean =>
  ['1', `1/${dueOn}`].some((occurrence) =>
    [...reminded].some((each) => each.startsWith(`RemindOf/milestone-report/${occurrence}/proposer.officer/`)),
  );

function reports(state: Existing): Wait[] {
  const { status, reportedBy, terms } = state;
  const { amount, dueOn } = terms;
  if (status === 'submitted') {
    const ends = ['verifyMilestone', 'returnReport', 'rejectMilestone'] as const;
    const due = state.report.verificationDue;
    return [{ kind: 'report-to-verify', ends, asks: 'returnReport', against: reportedBy, amount, due, silence: 'escalates' }];
  }
  if (!isReportable(status) || (status === 'scheduled' && !isReminded(state))) return [];
  const kind = reportOf(state) ? 'report-returned' : 'report-due';
  const silence = status === 'overdue' ? 'escalates' : 'becomes-overdue';
  return [{ kind, ends: ['reportMilestone'], amount, due: endOf(dueOn), dueOn, silence }];
}

/** While a report of it waits for its verdict, the waiver can only be refused. */
function waivers(state: Existing): Wait[] {
  const { status, waiver, reportedBy, terms } = state;
  if (!waiver || isFinal(state)) return [];
  const wait = { kind: 'waiver-to-decide', asks: 'refuseWaiver', amount: terms.amount, silence: 'nothing' } as const;
  if (!isReportable(status)) return [{ ...wait, ends: ['refuseWaiver'] }];
  const against = [...reportedBy, waiver.proposedBy];
  return [{ ...wait, ends: ['waiveMilestone', 'refuseWaiver'], bars: 'waiveMilestone', against }];
}

export const milestoneActs = acts({
  decide,
  hiding: ['MilestoneIsUnknown'],
  acts: [whole(attempts).waiting((state) => [...reports(state), ...waivers(state)])],
  organisations: ({ terms: { proposer } }) => [SECRETARIAT, proposer],
  readers: ({ terms: { proposer } }) => [proposer],
  alone: (_, now) => ({ now, policy: AT_ONCE, earlier: [], draft: NO_DRAFT, uploadedBy: [] }),
});
