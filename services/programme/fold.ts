import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { type CalendarDate, dayIn, type Instant } from '@junkan/kit/pure/dates.ts';
import { textOf } from '@junkan/kit/pure/fraction.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, Folding, PublishedFold } from '@junkan/kit/store/fold.ts';
import { AwardCycle, Nomination } from '@junkan/proto/junkan/programme/v1/awards_model.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/programme/v1/language.ts';
import * as model from '@junkan/proto/junkan/programme/v1/model.ts';
import { Partner } from '@junkan/proto/junkan/programme/v1/partners_model.ts';
import * as reports from '@junkan/proto/junkan/programme/v1/reports_model.ts';
import * as ofSeries from '@junkan/proto/junkan/programme/v1/series_model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import { cycleMessage, nominationMessage } from './awards/award-messages.ts';
import * as ballot from './awards/ballot.ts';
import * as cycle from './awards/cycle.ts';
import { cycleActs } from './awards/cycle-acts.ts';
import * as nomination from './awards/nomination.ts';
import { nominationActs } from './awards/nomination-acts.ts';
import { answerFold, callFold } from './calls/messages.ts';
import { standsBy } from './declaration/affirming.ts';
import * as declaration from './declaration/declaration.ts';
import { declarationActs } from './declaration/declaration-acts.ts';
import * as group from './declaration/group.ts';
import { obligationMessages, standingOfSignatory } from './declaration/obligation-message.ts';
import * as signatory from './declaration/signatory.ts';
import { signatoryActs } from './declaration/signatory-acts.ts';
import { enquiryFold } from './enquiries/messages.ts';
import { certificateFold, sessionFold, trainingFold } from './learning/messages.ts';
import * as partner from './partners/partner.ts';
import { exchangeFold } from './peers/messages.ts';
import { instrumentFold, requestFold } from './policy/messages.ts';
import * as assessment from './reports/assessment.ts';
import { assessmentActs } from './reports/assessment-acts.ts';
import { cellsOf, countsOf, type Filled } from './reports/cells.ts';
import { changesBetween, skillsGap } from './reports/levels.ts';
import * as plan from './reports/plan.ts';
import { planActs } from './reports/plan-acts.ts';
import * as report from './reports/report.ts';
import { reportActs } from './reports/report-acts.ts';
import { evolve as evolveReport } from './reports/report-evolve.ts';
import * as action from './results/action.ts';
import { actionActs } from './results/action-acts.ts';
import { fundingOf } from './results/family.ts';
import { payerParts } from './results/rollup/shares.ts';
import * as series from './series/series.ts';
import { seriesActs } from './series/series-acts.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const declarationFold: PublishedFold<declaration.State, declaration.Event, model.Declaration> = {
  aggregate: 'declaration',
  foldVersion: FOLD_VERSIONS.declaration,
  initial: declaration.initial,
  evolve: declaration.evolve,
  codec: eventCodec<declaration.Event>(EVENTS.declaration),
  messageOf: declarationMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : declarationActs.waits(state, now, CONTRACT)),
  toJson: model.Declaration.toJSON,
};

export const signatoryFold: PublishedFold<signatory.State, signatory.Event, model.Signatory> = {
  aggregate: 'signatory',
  foldVersion: FOLD_VERSIONS.signatory,
  initial: signatory.initial,
  evolve: signatory.evolve,
  codec: eventCodec<signatory.Event>(EVENTS.signatory),
  messageOf: signatoryMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : signatoryActs.waits(state, now, CONTRACT)),
  toJson: model.Signatory.toJSON,
};

export const groupFold: PublishedFold<group.State, group.Event, model.SignatoryGroup> = {
  aggregate: 'signatory-group',
  foldVersion: FOLD_VERSIONS['signatory-group'],
  initial: group.initial,
  evolve: group.evolve,
  codec: eventCodec<group.Event>(EVENTS['signatory-group']),
  messageOf: groupMessage,
  toJson: model.SignatoryGroup.toJSON,
};

export function groupMessage(id: string, { state, version }: Folded<group.State>): model.SignatoryGroup | undefined {
  if (state.status === 'absent') return undefined;
  return { id, version, ...state, sharedCommitments: [...state.sharedCommitments], invited: [...state.invited] };
}
export const assessmentFold: PublishedFold<assessment.State, assessment.Event, reports.Assessment> = {
  aggregate: 'assessment',
  foldVersion: FOLD_VERSIONS.assessment,
  initial: assessment.initial,
  evolve: assessment.evolve,
  codec: eventCodec<assessment.Event>(EVENTS.assessment),
  messageOf: assessmentMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : assessmentActs.waits(state, now, CONTRACT)),
  toJson: reports.Assessment.toJSON,
};

export const planFold: PublishedFold<plan.State, plan.Event, reports.ActionPlan> = {
  aggregate: 'action-plan',
  foldVersion: FOLD_VERSIONS['action-plan'],
  initial: plan.initial,
  evolve: plan.evolve,
  codec: eventCodec<plan.Event>(EVENTS['action-plan']),
  messageOf: planMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : planActs.waits(state, now, CONTRACT)),
  toJson: reports.ActionPlan.toJSON,
};

export const reportFold: PublishedFold<report.State, report.Event, reports.ProgressReport> = {
  aggregate: 'progress-report',
  foldVersion: FOLD_VERSIONS['progress-report'],
  initial: report.initial,
  evolve: evolveReport,
  codec: eventCodec<report.Event>(EVENTS['progress-report']),
  messageOf: reportMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : reportActs.waits(state, now, CONTRACT)),
  toJson: reports.ProgressReport.toJSON,
};

export const actionFold: PublishedFold<action.State, action.Event, model.Action> = {
  aggregate: 'action',
  foldVersion: FOLD_VERSIONS.action,
  initial: action.initial,
  evolve: action.evolve,
  codec: eventCodec<action.Event>(EVENTS.action),
  messageOf: actionMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : actionActs.waits(state, now, CONTRACT)),
  toJson: model.Action.toJSON,
};

export const partnerFold: PublishedFold<partner.State, partner.Event, Partner> = {
  aggregate: 'partner',
  foldVersion: FOLD_VERSIONS.partner,
  initial: partner.initial,
  evolve: partner.evolve,
  codec: eventCodec<partner.Event>(EVENTS.partner),
  messageOf: partnerMessage,
  toJson: Partner.toJSON,
};

export function partnerMessage(id: string, { state, version }: Folded<partner.State>): Partner | undefined {
  if (state.status === 'absent') return undefined;
  const ended = state.status === 'closed' ? { closedAt: state.closedAt, note: state.note } : { closedAt: '', note: '' };
  const { status, name, otherNames, kind, country, website, themes, contact } = state;
  return { id, version, status, name, otherNames: [...otherNames], kind, country, website, themes: [...themes], contact, ...ended };
}

export const seriesFold: PublishedFold<series.State, series.Event, ofSeries.Series> = {
  aggregate: 'series',
  foldVersion: FOLD_VERSIONS.series,
  initial: series.initial,
  evolve: series.evolve,
  codec: eventCodec<series.Event>(EVENTS.series),
  messageOf: seriesMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : seriesActs.waits(state, now, CONTRACT)),
  toJson: ofSeries.Series.toJSON,
};

export function declarationMessage(id: string, { state, version }: Folded<declaration.State>): model.Declaration | undefined {
  if (state.status === 'absent') return undefined;
  const { status, versions } = state;
  const inForce = declaration.inForce(state)?.number ?? 0;
  return {
    id,
    version,
    status,
    inForce,
    open: declaration.isPublished(state),
    versions: versions.map(({ text, texts, ...each }) => ({ ...each, text: textMessage(text), texts: [...texts] })),
  };
}

const textMessage = ({ title, preamble, commitments, rule, marked }: declaration.Version['text']): model.DeclarationText => ({
  title: [...title],
  preamble: [...preamble],
  commitments: commitments.map((each) => ({ ...each, text: [...each.text] })),
  rule: { ...rule, align: [...rule.align], reminders: [...rule.reminders] },
  marked,
});

/** Notes are references of texts that a query resolves. */
export function signatoryMessage(id: string, { state, version }: Folded<signatory.State>): model.Signatory | undefined {
  if (state.status === 'absent') return undefined;
  const {
    facts: _facts,
    recorded: _recorded,
    rule: _rule,
    lastDay: _lastDay,
    lapse: _lapse,
    group: joined,
    calendar,
    asked,
    affirmed: _affirmed,
    reminded,
    ...shown
  } = state;
  const obligations = obligationMessages(state);
  return {
    id,
    version,
    ...shown,
    country: state.place.country,
    open: signatory.isInRegister(state),
    returnReasons: [...state.returnReasons],
    decidedOn: state.decision?.decision.on ?? '',
    signedOn: state.signature?.on ?? '',
    standing: standingOfSignatory(state, obligations),
    due:
      obligations
        .filter(({ standing }) => standing !== 'accepted')
        .map(({ due }) => due)
        .toSorted()[0] ?? '',
    obligations,
    standsBy: standsBy(state)?.version ?? 0,
    asked: asked && { ...asked },
    reminded: [...reminded],
    group: joined?.id ?? '',
    leavesOn: joined?.leavesOn ?? '',
    calendar: calendar && { language: calendar.language, by: calendar.by, at: calendar.at },
  };
}

// Of self-assessments, plans and reports. Words are references of texts that a query resolves.

const dayOf = ({ timeZone }: { readonly timeZone: string }, at: Instant | ''): CalendarDate | '' => (at === '' ? '' : dayIn(timeZone, at));

export function assessmentMessage(id: string, { state, version }: Folded<assessment.State>): reports.Assessment | undefined {
  if (state.status === 'absent') return undefined;
  const { status, signatory, attempt, city, editions } = state;
  const standing = assessment.standing(state);
  const before = standing && assessment.before(state, standing);
  const draft = assessment.draftOf(state);
  return {
    id,
    version,
    status,
    signatory,
    attempt,
    city,
    open: standing !== undefined,
    edition: standing?.number ?? 0,
    signedOffOn: dayOf(state, standing?.signedOffAt ?? ''),
    editions: editions.filter((each) => each !== draft).map(assessmentEdition),
    draft: draft && assessmentEdition(draft),
    gaps: skillsGap(standing?.answers ?? []),
    changes: changesBetween(before?.answers ?? [], standing?.answers ?? []),
  };
}

const assessmentEdition = ({
  answers,
  dimensions,
  due: _,
  dueOn: __,
  secondLooks,
  ...edition
}: assessment.Edition): reports.AssessmentEdition => ({
  ...edition,
  dimensions: [...dimensions],
  answers: answers.map((each) => ({ ...each, evidence: [...each.evidence], addresses: [...each.addresses] })),
  secondLooks: secondLooks.map(({ by: _, exchange: __, levels, ...look }) => ({ ...look, levels: [...levels] })),
});

export function planMessage(id: string, { state, version }: Folded<plan.State>): reports.ActionPlan | undefined {
  if (state.status === 'absent') return undefined;
  const { status, signatory, attempt, city, editions } = state;
  const standing = plan.standing(state);
  const current = plan.currentOf(state);
  return {
    id,
    version,
    status,
    signatory,
    attempt,
    city,
    open: standing !== undefined,
    edition: standing?.number ?? 0,
    acceptedOn: dayOf(state, standing?.reviewedAt ?? ''),
    editions: editions.filter((each) => each !== current).map(planEdition),
    current: current && planEdition(current),
  };
}

const planEdition = (edition: plan.Edition): reports.ActionPlanEdition => ({
  ...edition,
  objectives: [...edition.objectives],
  actions: edition.actions.map((each) => ({ ...each, commitments: [...each.commitments] })),
  left: [...edition.left],
  preparedBy: [...edition.preparedBy],
  remarks: [...edition.remarks],
});

/** `filled`: the values as their sources have them now, for an edition that is being written. */
export function reportMessage(
  id: string,
  { state, version }: Folded<report.State>,
  filled: readonly Filled[] = [],
): reports.ProgressReport | undefined {
  if (state.status === 'absent') return undefined;
  const { status, signatory, attempt, city, number, editions, contests } = state;
  const standing = report.standing(state);
  const current = report.currentOf(state);
  const edition = (of: report.Edition) => reportEdition(of, contests, filled);
  return {
    id,
    version,
    status,
    signatory,
    attempt,
    city,
    number,
    open: standing !== undefined,
    edition: standing?.number ?? 0,
    publishedOn: dayOf(state, standing?.reviewedAt ?? ''),
    editions: editions.filter((each) => each !== current).map(edition),
    current: current && edition(current),
    contests: contests.map(({ verifiedBy: _, edition: __, ...each }) => each),
  };
}

function reportEdition(of: report.Edition, contests: readonly report.Contest[], filled: readonly Filled[]): reports.ProgressReportEdition {
  const { typed: _, explained: __, signed, verifiers: ___, members: ____, reviews, sections, preparedBy, remarks, ...edition } = of;
  const isWritten = report.WRITABLE.includes(of.status);
  const cells = isWritten ? cellsOf(of, contests, filled) : signed;
  return {
    ...edition,
    sections: report.SECTIONS.flatMap((name) => sections.filter(({ section }) => section === name)),
    cells: cells.map((cell) => {
      const review = reviews.find(({ key }) => key === cell.key);
      return { ...cell, verdict: review?.verdict ?? '', endNote: review?.note ?? '' };
    }),
    ...countsOf(cells),
    preparedBy: [...preparedBy],
    remarks: [...remarks],
  };
}

function actionMessage(id: string, { state, version }: Folded<action.State>): model.Action | undefined {
  if (state.status === 'absent') return undefined;
  const { content, tags, results, group, reports: _reports, since: _since, ...shown } = state;
  return {
    id,
    version,
    ...shown,
    ...tags,
    commitments: [...tags.commitments],
    group: group && { id: group.id, members: [...group.members] },
    content: { ...content, actors: [...content.actors], themes: [...content.themes], evidence: [...content.evidence] },
    results: results.map(resultMessage),
  };
}

const resultMessage = ({ number: _, funding, by, at, evidence, ...standing }: action.Standing): model.ActionResult => ({
  ...standing,
  certainty: funding ? 'verified' : 'reported',
  evidence: [...evidence],
  payers: funding ? [...payerParts(fundingOf(funding))].map(([payer, part]) => ({ payer, part: textOf(part) })) : [],
  recordedBy: by,
  recordedAt: at,
});

function seriesMessage(id: string, { state, version }: Folded<series.State>): ofSeries.Series | undefined {
  if (state.status === 'absent') return undefined;
  const { status, city, place, indicator, reading, boundary, measurement, target, corrections } = state;
  const periods = series.inTime(state);
  return {
    id,
    version,
    status,
    city,
    country: place.country,
    place,
    indicator,
    unit: reading.unit,
    overPlaces: reading.overPlaces,
    boundary,
    measurement,
    target,
    periods: periods.map(({ standing, earlier, ...period }) => ({
      ...period,
      standing: seriesEdition(standing),
      earlier: earlier.map(seriesEdition),
    })),
    lastTo: periods.findLast(({ standing }) => standing.measured.notAvailable === '')?.to ?? '',
    corrections: corrections.map(({ by, at, evidence, ...each }) => ({
      ...each,
      evidence: [...evidence],
      proposedBy: by,
      proposedAt: at,
    })),
  };
}

const seriesEdition = ({ by, at, evidence, ...edition }: series.Edition): ofSeries.SeriesEdition => ({
  ...edition,
  evidence: [...evidence],
  recordedBy: by,
  recordedAt: at,
});

export const cycleFold: PublishedFold<cycle.State, cycle.Event, AwardCycle> = {
  aggregate: 'award-cycle',
  foldVersion: FOLD_VERSIONS['award-cycle'],
  initial: cycle.initial,
  evolve: cycle.evolve,
  codec: eventCodec<cycle.Event>(EVENTS['award-cycle']),
  messageOf: cycleMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : cycleActs.waits(state, now, CONTRACT)),
  toJson: AwardCycle.toJSON,
};

export const nominationFold: PublishedFold<nomination.State, nomination.Event, Nomination> = {
  aggregate: 'nomination',
  foldVersion: FOLD_VERSIONS.nomination,
  initial: nomination.initial,
  evolve: nomination.evolve,
  codec: eventCodec<nomination.Event>(EVENTS.nomination),
  messageOf: nominationMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : nominationActs.waits(state, now, CONTRACT)),
  toJson: Nomination.toJSON,
};

/** Nothing of a ballot is published. */
export const ballotFold: Folding<ballot.State, ballot.Event> = {
  aggregate: 'ballot',
  foldVersion: FOLD_VERSIONS.ballot,
  initial: ballot.initial,
  evolve: ballot.evolve,
  codec: eventCodec<ballot.Event>(EVENTS.ballot),
};

/** Those of items that are listed as their contracts say. */
export const FOLDS = {
  declaration: declarationFold,
  signatory: signatoryFold,
  'signatory-group': groupFold,
  assessment: assessmentFold,
  'action-plan': planFold,
  'progress-report': reportFold,
  action: actionFold,
  partner: partnerFold,
  series: seriesFold,
  exchange: exchangeFold,
  training: trainingFold,
  'training-session': sessionFold,
  certificate: certificateFold,
  'policy-instrument': instrumentFold,
  'support-request': requestFold,
  'award-cycle': cycleFold,
  nomination: nominationFold,
  enquiry: enquiryFold,
  'project-call': callFold,
  'call-answer': answerFold,
};
