import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { country } from '#messages';
import * as m from '#messages/policies';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText, list, numberText } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { contentOf, textOf } from '../../policies/texts.ts';

const Acts = lazy(async () => ({ default: (await import('../../acts/Acts.tsx')).Acts }));

const route = getRouteApi('/everybody/policies/$id');

/** An entry of the library, at one address for everybody, with where it has been adopted. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: policy } = useSuspenseQuery(itemQuery(session ? 'getPolicyInstrument' : 'getPublicPolicyInstrument', id));
  const { names = {}, status } = policy;
  const { title, does, language } = textOf(policy);
  return (
    <ItemPage
      title={title}
      up={<Link to="/policies">{m.title()}</Link>}
      crumbs={[title]}
      state={
        <p className="row">
          <StatusOf of="policyInstrumentStatus" status={status} />
        </p>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getPolicyInstrumentTimeline' as const, id, names, more: m.more() } } : {})}
    >
      <p lang={language}>{does}</p>
      <What policy={policy} />
      <Adoptions policy={policy} />
      {session && mayDo(policy, 'reviseInstrument') ? (
        <p>
          <Link className="btn" to="/policies/$id/edit" params={{ id }}>
            {labelOf('reviseInstrument')}
          </Link>
        </p>
      ) : null}
      {session && mayDo(policy, 'publishInstrument', 'supersedeInstrument') ? (
        <Suspense fallback={null}>
          <Acts item={policy} given={({ operation }) => (operation === 'supersedeInstrument' ? { body: { successor: '' } } : {})} />
        </Suspense>
      ) : null}
    </ItemPage>
  );
}

type Props = { readonly policy: Schemas['PolicyInstrument'] };

function What({ policy }: Props) {
  const [typeName, themeName] = [useCodeNames('instrument-types'), useCodeNames('themes')];
  const content = contentOf(policy);
  if (!content) return null;
  const { type, fiveR, themes, stage, level, area, year, inForceFrom, needs, costs, mistakes, sources, paragraphs } = content;
  return (
    <>
      <Facts
        of={[
          [m.type(), typeName(type)],
          [fieldLabel('fiveR'), m.fiveRIs({ code: fiveR })],
          [m.themes(), themes.length > 0 ? list(themes.map(themeName)) : null],
          [m.stage(), m.stageIs({ code: stage })],
          [m.level(), m.levelIs({ code: level })],
          [country(), [area, countryName(policy.country)].filter(Boolean).join(', ')],
          [m.year(), year],
          [m.inForceFrom(), inForceFrom],
          [m.needs(), needs],
          [m.costs(), costs],
          [m.mistakes(), mistakes],
        ]}
      />
      {paragraphs.length > 0 ? (
        <section className="part" aria-labelledby="h-wording">
          <h2 id="h-wording">{m.wording()}</h2>
          <ol className="paragraphs">
            {paragraphs.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </section>
      ) : null}
      <section className="part" aria-labelledby="h-sources">
        <h2 id="h-sources">{m.sources()}</h2>
        <ul>
          {sources.map(({ address, publisher, told, file = '', licence = '' }) => (
            <li key={address}>
              <a href={address} rel="noopener noreferrer nofollow">
                {address}
              </a>{' '}
              <span className="quiet">{[publisher, told].filter(Boolean).join(' · ')}</span>
              {file === '' ? null : <SourceFile hash={file} licence={licence} />}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** A file that is kept here: as a link for who may read it, with its licence. */
function SourceFile({ hash, licence }: { readonly hash: string; readonly licence: string }) {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const isForEverybody = licence !== '' && licence !== 'signed-in-only';
  return (
    <>
      <br />
      {session || isForEverybody ? (
        <a href={session ? `/v1/evidence/${hash}` : `/v1/public/evidence/${hash}`} download>
          {m.file()}
        </a>
      ) : (
        m.file()
      )}{' '}
      <span className="quiet">{licence === '' ? '' : m.licenceIs({ code: licence })}</span>
    </>
  );
}

const counted = ({ kept, changed, added }: Readonly<Record<'kept' | 'changed' | 'added', number>>) => ({
  kept: numberText(kept),
  changed: numberText(changed),
  added: numberText(added),
});

function Adoptions({ policy: { adoptions, names = {} } }: Props) {
  if (adoptions.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-adoptions">
      <h2 id="h-adoptions">{m.adoptions()}</h2>
      <ul>
        {adoptions.map(({ request, city, decidedOn, distance: { kept, changed, added } }) => (
          <li key={request}>
            <Link to="/support-requests/$id" params={{ id: request }}>
              {m.adoptedOn({ city: names[city]?.text ?? city, day: dayText(decidedOn), ...counted({ kept, changed, added }) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
