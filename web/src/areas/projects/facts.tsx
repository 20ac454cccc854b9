import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { countryName, list, momentText, shareText, themeName } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';

const GATHERING = ['open', 'funded'];

export function ProjectFacts({ project }: { readonly project: Schemas['Project'] }) {
  const { id, status, proposal, funding, agreement, round, roundDeadline } = project;
  const codes = (all: readonly string[]): string => list(all.map(themeName));
  return (
    <Facts
      of={[
        [common.sought(), proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null],
        [common.minimumClose(), shareText(proposal.minimumCloseBasisPoints)],
        [common.countries(), list(proposal.countries.map(countryName))],
        [common.themes(), codes(proposal.themes)],
        [common.instruments(), codes(proposal.instruments) || common.anyInstrument()],
        [m.readiness(), m.readinessOf({ level: proposal.readiness })],
        [m.reference(), proposal.reference],
        [
          m.round(),
          funding ? (
            <Link to="/fundings/$id" params={{ id: funding }}>
              {m.toRound({ round })}
            </Link>
          ) : null,
        ],
        [
          m.agreement(),
          agreement ? (
            <Link to="/agreements/$id" params={{ id: agreement }}>
              {m.toAgreement()}
            </Link>
          ) : null,
        ],
        [GATHERING.includes(status) ? m.roundUntil() : m.roundWasUntil(), roundDeadline ? momentText(roundDeadline) : null],
        [m.screeningDue(), project.screeningDue && status === 'submitted' ? momentText(project.screeningDue) : null],
        [m.informationDue(), project.informationDue && status === 'more-information-required' ? momentText(project.informationDue) : null],
        [m.approvalDue(), project.approvalDue && status === 'funded' ? momentText(project.approvalDue) : null],
        [m.closingDue(), project.closingDue && status === 'completed' ? momentText(project.closingDue) : null],
      ]}
    />
  );
}
