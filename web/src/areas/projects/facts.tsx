import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { useSession } from '../../api/session.ts';
import { type Fact, Facts } from '../../parts/Facts.tsx';
import { countryName, decimalText, list, momentText, numberText, shareText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { roundsQuery } from './project.queries.ts';

type Project = Schemas['Project'];
const GATHERING = ['open', 'funded'];

export const ProjectFacts = ({ project }: { readonly project: Project }) => (
  <Facts of={[...useMoneyFacts(project), ...useContentFacts(project), ...useWhereItStands(project)]} />
);

function useMoneyFacts({ id, proposal }: Project): readonly Fact[] {
  const { target, cost, ownContribution, otherSources = [], minimumCloseBasisPoints, instruments } = proposal;
  const instrumentName = useCodeNames('instruments', instruments.length > 0);
  const sum = (amount: Schemas['Money'] | undefined, of: string) => (amount ? <Money amount={amount} of={`${id}/${of}`} /> : null);
  return [
    [common.sought(), sum(target, 'target')],
    [m.cost(), sum(cost, 'cost')],
    [m.ownContribution(), sum(ownContribution, 'own')],
    ...otherSources.map(({ name, amount }): Fact => [m.otherSource({ name }), sum(amount, `sources/${name}`)]),
    [common.minimumClose(), shareText(minimumCloseBasisPoints)],
    [common.instruments(), list(instruments.map(instrumentName)) || common.anyInstrument()],
  ];
}

function useContentFacts({ proposal }: Project): readonly Fact[] {
  const { countries, themes, place, beneficiaries, wasteStreams = [], capacity, operator, readiness, reference } = proposal;
  const themeName = useCodeNames('themes', themes.length > 0);
  const streamName = useCodeNames('waste-streams', wasteStreams.length > 0);
  const unitName = useCodeNames('units', capacity !== undefined);
  return [
    [m.place(), place ? `${place.name}, ${countryName(place.country ?? '')}` : null],
    [common.countries(), list(countries.map(countryName))],
    [common.themes(), list(themes.map(themeName))],
    [m.beneficiaries(), beneficiaries ? numberText(beneficiaries) : null],
    ...wasteStreams.map(
      ({ stream, tonnesPerYear }): Fact => [
        m.wasteStream({ stream: streamName(stream) }),
        tonnesPerYear ? m.tonnesPerYear({ tonnes: decimalText(tonnesPerYear) }) : m.notSaid(),
      ],
    ),
    [m.capacity(), capacity ? `${decimalText(capacity.quantity)} ${unitName(capacity.unit)}` : null],
    [m.operator(), operator],
    [m.readiness(), m.readinessOf({ level: readiness })],
    [m.reference(), reference],
  ];
}

function useWhereItStands(project: Project): readonly Fact[] {
  const isSignedIn = Boolean(useSession());
  const { data: rounds } = useQuery({ ...roundsQuery(project.id), enabled: isSignedIn && project.round > 0 && !project.funding });
  const funding = isSignedIn ? (project.funding ?? rounds?.fundings.at(-1)?.id) : undefined;
  const { status, agreement, round, roundDeadline, screeningDue, informationDue, approvalDue, closingDue } = project;
  const due = (at: string | undefined, when: Project['status']) => (at && status === when ? momentText(at) : null);
  return [
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
      agreement && project.submittedBy ? (
        <Link to="/agreements/$id" params={{ id: agreement }}>
          {m.toAgreement()}
        </Link>
      ) : null,
    ],
    [m.roundUntil(), GATHERING.includes(status) && roundDeadline ? momentText(roundDeadline) : null],
    [m.screeningDue(), due(screeningDue, 'submitted')],
    [m.informationDue(), due(informationDue, 'more-information-required')],
    [m.approvalDue(), due(approvalDue, 'funded')],
    [m.closingDue(), due(closingDue, 'completed')],
    [m.closureWaitsFor(), closureWaitsFor(project)],
  ];
}

/** What is claimed back under its agreement, or is to be paid again, and has not come to an end: the project is not closed before. */
function closureWaitsFor({ agreement, openRecoveries = [], unpaid = false }: Project) {
  if (!agreement || (openRecoveries.length === 0 && !unpaid)) return null;
  const to = (hash: string, label: string) => (
    <li key={hash}>
      <Link to="/agreements/$id" params={{ id: agreement }} hash={hash}>
        {label}
      </Link>
    </li>
  );
  return (
    <ul className="plain">
      {openRecoveries.map((number) => to(`recovery-${number}`, m.recoveryToEnd({ number })))}
      {unpaid ? to('h-payments', m.paymentInDoubt()) : null}
    </ul>
  );
}
