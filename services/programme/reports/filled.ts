import { type CalendarDate, type Instant, later } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Existing as Signatory } from '../declaration/signatory.ts';
import type { Existing as Action } from '../results/action.ts';
import type { Existing as Series } from '../series/series.ts';
import { type State as Assessment, standing as standingAssessment } from './assessment.ts';
import { at, type Filled, isAfter, NOBODY, type Versioned } from './cells.ts';
import { actionCells } from './filled-actions.ts';
import { seriesCells } from './filled-series.ts';
import { type State as Plan, standing as standingPlan } from './plan.ts';

// What of a report comes filled, and from where. What the money path knows of projects comes as KnownProject alone: what knows more
// of results takes its place.

/** What the money path knows of a project of the city, each part with the version of the stream that says so. */
export type KnownProject = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  /** Since when it has its status. */
  readonly since: Instant;
  readonly agreement: KnownAgreement;
  readonly milestones: readonly KnownMilestone[];
};
/** `since`: when it became effective; `paidSince`: when what is paid changed last, '' where nothing was paid yet. */
type KnownAgreement = {
  readonly id: string;
  readonly version: number;
  readonly paid: Money;
  readonly paidSince: Instant | '';
  readonly since: Instant;
};
export type KnownMilestone = {
  readonly id: string;
  /** Of the last event that it has. */
  readonly version: number;
  readonly since: Instant;
  readonly isMet: boolean;
  /** The report on which it was verified, and who did; absent while it is not. */
  readonly verified: VerifiedReport | undefined;
};
export type VerifiedReport = {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  readonly indicators: readonly { readonly code: string; readonly value: string; readonly unit: string }[];
  readonly files: readonly string[];
};

export type Sources = {
  readonly signatory: Versioned<Signatory>;
  readonly plan: Versioned<Plan>;
  readonly assessment: Versioned<Assessment>;
  readonly projects: readonly KnownProject[];
  readonly series: readonly Versioned<Series>[];
  /** Those of the city’s own. */
  readonly actions: readonly Versioned<Action>[];
  /** The day after which a verdict is of this report. */
  readonly after: CalendarDate;
};

export const filledFrom = (sources: Sources): Filled[] => [
  ...standingCells(sources),
  ...sources.projects.flatMap(projectCells),
  ...resultCells(sources),
  ...sources.actions.flatMap((action) => actionCells(action, sources.after)),
  ...sources.series.flatMap(seriesCells),
  ...commitmentCells(sources),
  ...governanceCells(sources),
];

function standingCells({ signatory, plan }: Sources): Filled[] {
  const { decision, signature, admittedOn } = signatory.state;
  const accepted = standingPlan(plan.state);
  const cell = (key: string, value: string, since: Instant | '', source: string): Filled => ({
    ...NOBODY,
    section: 'standing',
    key: `standing/${key}`,
    value,
    certainty: value === '' ? 'not-available' : 'reported',
    source,
    since,
  });
  return [
    cell('council-decision', decision?.decision.on ?? '', decision?.at ?? '', at(signatory)),
    cell('signature', signature?.on ?? '', signature?.at ?? '', at(signatory)),
    cell('admission', admittedOn, signatory.state.since, at(signatory)),
    cell('plan', accepted?.reviewedAt.slice(0, 10) ?? '', accepted?.reviewedAt ?? '', accepted ? at(plan) : ''),
  ];
}

function projectCells({ id, version, status, since, agreement, milestones }: KnownProject): Filled[] {
  const cell = (key: string, value: string, of: { readonly source: string; readonly since: Instant; readonly unit?: string }): Filled => ({
    ...NOBODY,
    project: id,
    section: 'actions',
    key: `actions/${id}/${key}`,
    value,
    certainty: 'reported',
    ...of,
  });
  const last = milestones.toSorted((a, b) => (a.since < b.since ? 1 : -1))[0];
  const { paid, paidSince } = agreement;
  const met = milestones.flatMap(({ isMet, verified }) => (isMet && verified ? [verified.at] : [])).reduce(later, '');
  return [
    cell('state', status, { source: `${id}@${version}`, since }),
    cell('milestones-met', `${milestones.filter(({ isMet }) => isMet).length}/${milestones.length}`, {
      source: last ? at(last) : at(agreement),
      since: met || agreement.since,
    }),
    // In minor units of its currency.
    cell('paid', paid.amount.toString(), { source: at(agreement), since: paidSince || agreement.since, unit: paid.currency }),
  ];
}

function resultCells({ projects, after }: Sources): Filled[] {
  return projects
    .flatMap(({ id: project, milestones }) => milestones.map((milestone) => ({ ...milestone, project })))
    .flatMap(({ id, project, verified }) => {
      if (!verified || !isAfter(verified, after)) return [];
      const { version, at: since, by: verifiedBy, indicators, files } = verified;
      const of = { source: `${id}@${version}`, since, milestone: id, project, verifiedBy } as const;
      return [
        ...indicators.map(
          ({ code, value, unit }): Filled => ({
            section: 'results',
            key: `results/${id}/${code}`,
            value,
            unit,
            certainty: 'verified',
            ...of,
          }),
        ),
        ...files.map(
          (hash): Filled => ({
            section: 'evidence',
            key: `evidence/${hash}`,
            value: id,
            unit: '',
            certainty: 'reported',
            ...of,
            verifiedBy: '',
          }),
        ),
      ];
    });
}

/** What is planned for each commitment, and what is not. */
function commitmentCells({ plan }: Sources): Filled[] {
  const accepted = standingPlan(plan.state);
  if (!accepted) return [];
  const codes = [...accepted.actions.flatMap(({ commitments }) => commitments), ...accepted.left.map(({ commitment }) => commitment)];
  const of = { ...NOBODY, certainty: 'reported', source: at(plan), since: accepted.reviewedAt } as const;
  return [
    ...[...new Set(codes)].toSorted().map((code): Filled => {
      const served = accepted.actions.filter(({ commitments }) => commitments.includes(code)).length;
      return { ...of, section: 'commitments', key: `commitments/${code}`, value: `${served}` };
    }),
    { ...of, section: 'next', key: 'next/actions', value: `${accepted.actions.length}` },
  ];
}

function governanceCells({ assessment }: Sources): Filled[] {
  const edition = standingAssessment(assessment.state);
  if (!edition) return [];
  const of = { ...NOBODY, source: at(assessment), since: edition.signedOffAt } as const;
  return edition.answers.flatMap(({ dimension, known, level, target }): Filled[] => [
    {
      ...of,
      section: 'governance',
      key: `governance/${dimension}`,
      value: known === 'level' ? `${level}` : '',
      certainty: known === 'level' ? 'reported' : 'not-available',
    },
    ...(target > 0 ? [{ ...of, section: 'next', key: `next/${dimension}`, value: `${target}`, certainty: 'reported' } as const] : []),
  ]);
}
