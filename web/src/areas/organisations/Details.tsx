import * as common from '#messages';
import * as m from '#messages/organisations';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { countryName, list, momentText } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { HistoryPart } from '../../history/History.tsx';
import type { Given } from '../../opened/Act.tsx';

type Organisation = AnswerOf<'getSponsor'> | AnswerOf<'getProposer'>;
type Change = Schemas['SponsorChange'] | Schemas['ProposerChange'];

const countriesOf = (of: object): readonly string[] => ('countries' in of && Array.isArray(of.countries) ? of.countries : []);
const written = (countries: readonly string[]) => (countries.length > 0 ? list(countries.map(countryName)) : null);

/** What is done to the details of an organisation, what was proposed of them, as far as the reader may know, and what happened to it. */
export function Details({ of }: { readonly of: Organisation }) {
  const { id, name, changes = [], names = {} } = of;
  const last = changes.at(-1);
  const givenOf = (operation: string): Given =>
    operation.startsWith('propose')
      ? { initial: { name, countries: countriesOf(of).join(', ') } }
      : { body: { proposal: changes.length }, summary: last ? <Facts of={factsOf(last)} /> : null };
  return (
    <>
      <section className="part" aria-labelledby="h-changes">
        <h2 id="h-changes">{m.changes()}</h2>
        <Acts item={of} given={({ operation }) => givenOf(operation)} />
        {changes.toReversed().map((change) => (
          <article key={change.number} className="money-part">
            <h3>
              {m.proposal({ number: change.number })}: {m.changeIs({ code: change.status })}
            </h3>
            <Facts of={[...factsOf(change), ...whoOf(change, names)]} />
            {change.endNote ? <blockquote dir="auto">{change.endNote}</blockquote> : null}
          </article>
        ))}
      </section>
      <HistoryPart
        title={m.history()}
        timeline={id.startsWith('spo_') ? 'getSponsorTimeline' : 'getProposerTimeline'}
        id={id}
        names={names}
        more={m.more()}
      />
    </>
  );
}

/** What it was and is to be, and why. */
const factsOf = (change: Change): Fact[] => [
  [m.before(), list([change.before, ...('countriesBefore' in change ? change.countriesBefore.map(countryName) : [])])],
  [fieldLabel('name'), change.name],
  [common.countries(), written(countriesOf(change))],
  [fieldLabel('note'), change.note ? <blockquote dir="auto">{change.note}</blockquote> : null],
];

const whoOf = ({ proposedBy, proposedAt, decidedBy, decidedAt }: Change, names: Schemas['Names']): Fact[] => [
  [m.proposedBy(), <Who key="proposed" name={personName(names, proposedBy)} at={proposedAt} />],
  [m.decidedBy(), decidedBy && decidedAt ? <Who key="decided" name={personName(names, decidedBy)} at={decidedAt} /> : null],
];

const Who = ({ name, at }: { readonly name: string; readonly at: string }) => (
  <>
    <Seal isMini isBound name={name} /> <time dateTime={at}>{momentText(at)}</time>
  </>
);
