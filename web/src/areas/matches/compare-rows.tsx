import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as common from '#messages';
import * as m from '#messages/matches';
import { criterionText } from '../../acts/reasons.ts';
import type { Schemas } from '../../api/client.ts';
import { countryName, list, momentText, shareText } from '../../parts/locale.ts';
import { Money, moneyText } from '../../parts/Money.tsx';
import { Status } from '../../parts/Status.tsx';
import { missedIn, scoreText, worthOf } from './scores.ts';

/** A project, and the best that a mandate of the sponsor makes of it, where somebody of a sponsor looks. */
export type Compared = {
  readonly project: Schemas['Project'];
  readonly best: Schemas['Match'] | undefined;
  readonly names: Schemas['Names'];
};
/** `text` tells whether cells differ; `shown` is what is seen where that is more than text. */
type Cell = { readonly text: string; readonly shown?: ReactNode };
type Row = { readonly label: string; readonly cells: readonly Cell[] };
export type Group = { readonly title: string; readonly rows: readonly Row[] };

const sum = (amount: Schemas['Money'] | undefined, of: string): Cell =>
  amount ? { text: moneyText(amount), shown: <Money amount={amount} of={of} /> } : { text: m.none() };

type CodeNames = Readonly<Record<'theme' | 'instrument' | 'indicator', (code: string) => string>>;

/** What is compared, in groups of rows. */
export function groupsOf(all: readonly Compared[], isSponsor: boolean, { theme, instrument, indicator }: CodeNames): Group[] {
  const row = (label: string, cellOf: (compared: Compared) => Cell | string): Row => ({
    label,
    cells: all.map(cellOf).map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
  });
  const fit: Group = {
    title: m.groupFit(),
    rows: [
      row(m.bestMandate(), ({ best, names }) => (best ? mandateCell(best, names) : m.noneFits())),
      row(m.score(), ({ best }) => (best ? scoreText(worthOf(best.reasons)) : m.none())),
      row(m.missed(), ({ best }) => missedOf(best)),
    ],
  };
  const money: Group = {
    title: m.groupMoney(),
    rows: [
      row(common.sought(), ({ project: { id, proposal } }) => sum(proposal.target, `${id}/target`)),
      row(common.minimumClose(), ({ project }) => shareText(project.proposal.minimumCloseBasisPoints)),
      row(m.wholeCost(), ({ project: { id, proposal } }) => sum(proposal.cost, `${id}/cost`)),
      row(m.ownContribution(), ({ project: { id, proposal } }) => sum(proposal.ownContribution, `${id}/ownContribution`)),
      row(common.instruments(), ({ project }) => list(project.proposal.instruments.map(instrument)) || common.anyInstrument()),
      row(common.roundUntil(), ({ project }) => (project.roundDeadline ? momentText(project.roundDeadline) : m.none())),
    ],
  };
  const readiness: Group = {
    title: m.groupReadiness(),
    rows: [
      row(common.state(), ({ project: { status } }) => ({ text: status, shown: <Status status={status} /> })),
      row(m.readiness(), ({ project }) => m.readinessOf({ level: project.proposal.readiness })),
      row(common.milestones(), ({ project }) => String(project.proposal.milestones.length)),
      row(m.lastMilestone(), ({ project }) => String(Math.max(0, ...project.proposal.milestones.map((each) => each.monthsAfterEffective)))),
    ],
  };
  const people: Group = {
    title: m.groupPeople(),
    rows: [
      row(common.city(), ({ project, names }) => names[project.proposer]?.text ?? project.proposer),
      row(common.countries(), ({ project }) => list(project.proposal.countries.map(countryName))),
    ],
  };
  const results: Group = {
    title: m.groupResults(),
    rows: [
      row(common.themes(), ({ project }) => list(project.proposal.themes.map(theme)) || m.none()),
      row(m.indicators(), ({ project }) => list(project.proposal.indicators.map(indicator)) || m.none()),
    ],
  };
  return isSponsor ? [fit, money, readiness, people, results] : [money, readiness, people, results];
}

const mandateCell = ({ mandate }: Schemas['Match'], names: Schemas['Names']): Cell => {
  const text = names[mandate]?.text ?? mandate;
  return {
    text,
    shown: (
      <Link to="/mandates/$id" params={{ id: mandate }}>
        {text}
      </Link>
    ),
  };
};

const missedOf = (best: Schemas['Match'] | undefined): string =>
  best ? list(missedIn(best.reasons).map(({ criterion }) => criterionText(criterion))) || m.none() : m.several();

/** The rows in which something differs. */
export const differing = (groups: readonly Group[]): Group[] =>
  groups
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ cells }) => new Set(cells.map(({ text }) => text)).size > 1) }))
    .filter(({ rows }) => rows.length > 0);
