import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/passports';
import { rareCode } from '../../acts/choices.ts';
import { History } from '../../acts/History.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { Seal } from '../../parts/Seal.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { Decide } from './decide.tsx';

const route = getRouteApi('/members/passports/$id');

/** The due diligence on one city or agency: where it stands, who judged it, who relies on it, and all that happened. */
export function PassportPage() {
  const { id } = route.useParams();
  const { data: passport } = useSuspenseQuery(itemQuery('getPassport', id));
  const { subject, status, underReview, names = {} } = passport;
  const name = names[subject]?.text ?? subject;
  return (
    <>
      <title>{`${m.passportOf({ name })} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/passports">{m.passports()}</Link>
        </li>
        <li>{name}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{m.passportOf({ name })}</h1>
          <p className="row">
            <StatusOf of="passport" status={status} />
            {underReview && status !== 'requested' ? <span>{m.underReview()}</span> : null}
          </p>
        </div>
      </div>
      <Decide passport={passport} />
      <div className="two">
        <section className="part" aria-labelledby="h-history">
          <h2 id="h-history">{m.history()}</h2>
          {/* It names persons, and so is for overseers and sponsors. */}
          <History timeline="getPassportTimeline" id={id} names={names} more={m.more()} forOthers={m.historyForOthers()} />
        </section>
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <PassportFacts passport={passport} />
          <Reliances passport={passport} />
        </section>
      </div>
    </>
  );
}

function PassportFacts({ passport }: { readonly passport: Schemas['Passport'] }) {
  const { subject, level, validUntil, note, requests, requestedBy, judgedBy, names = {} } = passport;
  return (
    <Facts
      of={[
        [
          fieldLabel('subject'),
          <ItemLink key="subject" id={subject}>
            {names[subject]?.text ?? subject}
          </ItemLink>,
        ],
        [fieldLabel('validUntil'), validUntil ? <time dateTime={validUntil}>{dayText(validUntil)}</time> : null],
        [fieldLabel('level'), level ? rareCode('level', level) : null],
        [m.requests(), requests],
        [m.requestedBy(), requestedBy ? <Seal isMini name={personName(names, requestedBy)} /> : null],
        [m.judgedBy(), judgedBy ? <Seal isMini isBound name={personName(names, judgedBy)} /> : null],
        [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
      ]}
    />
  );
}

/** Who relied on which clearance for which project, as far as whoever looks may know. */
function Reliances({ passport: { reliances, clearance, names = {} } }: { readonly passport: Schemas['Passport'] }) {
  if (reliances.length === 0) return null;
  return (
    <>
      <h3>{m.reliances()}</h3>
      <ul>
        {reliances.map(({ clearance: number, project, organisation, by }) => (
          <li key={`${number}/${project}/${organisation}`}>
            <ItemLink id={project}>{names[project]?.text ?? m.aProject()}</ItemLink>{' '}
            <Seal isMini isBound name={personName(names, by)} detail={names[organisation]?.text ?? m.secretariat()} />
            {number === clearance ? null : <small className="quiet"> {m.earlierClearance({ number })}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
