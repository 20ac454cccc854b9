import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/screening';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { countryName, dayText, decimalText, list } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { compared, together } from '../../base/parts/sums.ts';
import { passportOfQuery } from '../../papers/passport-of.ts';

type Project = Schemas['Project'];

/** What the proposal and the register say of one criterion: facts, and no verdict. */
export function Said({ criterion, project }: { readonly criterion: string; readonly project: Project }) {
  const Of = OF[criterion];
  return Of ? <Of project={project} /> : null;
}

const orNot = (text: string | undefined): string => text || m.notSaid();

function Places({ project: { proposal, proposer } }: { readonly project: Project }) {
  const { data } = useQuery(itemQuery('getProposer', proposer));
  const { place, countries } = proposal;
  return (
    <Facts
      of={[
        [fieldLabel('countries'), orNot(list(countries.map(countryName)))],
        [m.registeredFor(), data ? list(data.countries.map(countryName)) : null],
        [fieldLabel('place'), place ? `${place.name}, ${countryName(place.country ?? '')}` : m.notSaid()],
      ]}
    />
  );
}

function Themes({ project: { proposal } }: { readonly project: Project }) {
  const { themes, wasteStreams = [], capacity } = proposal;
  const [themeName, streamName, unitName] = [useCodeNames('themes'), useCodeNames('waste-streams'), useCodeNames('units')];
  return (
    <Facts
      of={[
        [fieldLabel('themes'), orNot(list(themes.map(themeName)))],
        [fieldLabel('wasteStreams'), orNot(list(wasteStreams.map(({ stream }) => streamName(stream))))],
        [fieldLabel('capacity'), capacity ? `${decimalText(capacity.quantity)} ${unitName(capacity.unit)}` : m.notSaid()],
      ]}
    />
  );
}

function Indicators({ project: { proposal } }: { readonly project: Project }) {
  const { plannedIndicators = [], indicators } = proposal;
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  const whole = plannedIndicators.filter(({ baseline, target, method }) => baseline && target && method);
  const number = (text: string | undefined): string => (text ? decimalText(text) : '–');
  return (
    <Facts
      of={[
        [fieldLabel('indicators'), orNot(list(indicators.map(indicatorName)))],
        [m.withAll(), m.countOf({ count: whole.length, all: plannedIndicators.length })],
        ...plannedIndicators.map(
          ({ code, baseline, target, unit, method, milestones }): Fact => [
            `${indicatorName(code)}${milestones.length > 0 ? ` (${list(milestones.map(String))})` : ''}`,
            <span key={code}>
              {m.fromTo({ baseline: number(baseline), target: number(target), unit: unitName(unit ?? '') })}
              {method ? `; ${method}` : null}
            </span>,
          ],
        ),
      ]}
    />
  );
}

function Plan({ project: { id, proposal } }: { readonly project: Project }) {
  return proposal.milestones.length === 0 ? (
    <p className="quiet">{m.notSaid()}</p>
  ) : (
    <Facts
      of={proposal.milestones.map(
        ({ number, title, monthsAfterEffective, amount }): Fact => [
          m.milestoneAfter({ number, title, months: monthsAfterEffective }),
          <Money key={number} amount={amount} of={`${id}/plan/${number}`} />,
        ],
      )}
    />
  );
}

function Funding({ project: { id, proposal } }: { readonly project: Project }) {
  const { target, ownContribution, otherSources = [], cost } = proposal;
  if (!target) return <p className="quiet">{m.notSought()}</p>;
  const parts = [...(ownContribution ? [ownContribution] : []), ...otherSources.map(({ amount }) => amount)];
  const all = parts.reduce(together, target);
  const sum = (amount: Schemas['Money'] | undefined, of: string) =>
    amount ? <Money key={of} amount={amount} of={`${id}/${of}`} /> : m.notSaid();
  return (
    <Facts
      of={[
        [fieldLabel('target'), sum(target, 'target')],
        [fieldLabel('ownContribution'), sum(ownContribution, 'own')],
        ...otherSources.map(({ name, amount }): Fact => [m.otherSource({ name }), sum(amount, `sources/${name}`)]),
        [fieldLabel('cost'), sum(cost, 'cost')],
        [m.together(), cost && cost.currency === all.currency && compared(all, cost) === 0 ? null : sum(all, 'together')],
      ]}
    />
  );
}

const Documents = ({ project: { documents = [] } }: { readonly project: Project }) => (
  <Facts of={[[m.documents(), list(documents.map(({ title }) => title)) || m.none()]]} />
);

function Proposer({ project: { proposer } }: { readonly project: Project }) {
  const { data } = useQuery(passportOfQuery(proposer));
  const { data: registered } = useQuery(itemQuery('getProposer', proposer));
  const passport = data?.passports[0];
  return (
    <Facts
      of={[
        [
          m.dueDiligence(),
          passport ? (
            <span key="passport" className="row">
              <ItemLink id={passport.id}>
                <StatusOf of="passportStatus" status={passport.status} />
              </ItemLink>
              {passport.validUntil ? dayText(passport.validUntil) : null}
            </span>
          ) : data ? (
            m.neverAsked()
          ) : null,
        ],
        [m.formerNames(), list(registered?.formerNames ?? []) || null],
      ]}
    />
  );
}

/** By the criteria of the list that comes with the product; of others an installation says nothing by itself. */
const OF: Readonly<Record<string, (props: { readonly project: Project }) => React.ReactNode>> = {
  'eligible-country': Places,
  'circular-economy': Themes,
  'verifiable-results': Indicators,
  'deliverable-plan': Plan,
  'plausible-funding': Funding,
  safeguards: Documents,
  'no-exclusion': Proposer,
};
