import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { z } from 'zod/mini';
import * as m from '#messages/declarations';
import { labelOf } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { type Declaration, titleOf, type Version } from './shared/queries.ts';
import { Rule } from './shared/Rule.tsx';
import { DeclarationText, useReading } from './shared/Text.tsx';

/** Which version is read; where the address does not say, what waits to be published by the reader, or the one in force. */
export const search = z.object({ version: text });

const loadActs = () => import('../../acts/Acts.tsx');
const Acts = lazy(async () => ({ default: (await loadActs()).Acts }));

const route = getRouteApi('/everybody/declarations/$id');

/** A declaration: the text that cities sign, in its languages, what follows from it, and its versions. */
export function PublicPage() {
  const { id } = route.useParams();
  const { version: chosen } = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: declaration } = useSuspenseQuery(itemQuery(session ? 'getDeclaration' : 'getPublicDeclaration', id));
  const { versions, status, inForce, names = {} } = declaration;
  const draft = versions.find((version) => version.status === 'draft');
  // Who may publish what is drafted reads that first.
  const toRead = draft && mayDo(declaration, 'publishDeclaration') ? draft.number : undefined;
  const shown = versions.find(({ number }) => number === Number(chosen ?? toRead ?? (inForce || versions.at(-1)?.number)));
  return (
    <ItemPage
      title={titleOf(declaration)}
      up={<Link to="/declarations">{m.declarations()}</Link>}
      state={
        <p className="row">
          <StatusOf of="declarationStatus" status={status} />
          {shown ? <span>{m.versionStands({ number: shown.number, code: shown.status })}</span> : null}
        </p>
      }
      aside={
        <>
          {mayDo(declaration, 'draftVersion') && !draft ? (
            <Link className="btn" to="/declarations/$id/version" params={{ id }}>
              {labelOf('draftVersion')}
            </Link>
          ) : null}
          <PrintButton />
        </>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getDeclarationTimeline' as const, id, names, more: m.more() } } : {})}
    >
      {session ? (
        <Suspense fallback={null}>
          <Acts
            item={declaration}
            only={({ operation, answer }) => OFFERED.includes(operation) && (answer === 'allowed' || draft !== undefined)}
            given={({ operation }) => (operation === 'withdrawDeclaration' ? {} : { body: { number: draft?.number ?? 0 } })}
          />
        </Suspense>
      ) : null}
      {shown ? <Shown version={shown} /> : null}
      <Versions declaration={declaration} shown={shown?.number ?? 0} />
    </ItemPage>
  );
}

const OFFERED: readonly string[] = ['publishDeclaration', 'discardDraft', 'withdrawDeclaration'];

function Shown({ version }: { readonly version: Version }) {
  const reading = useReading(version);
  return (
    <div className="rep">
      <section aria-labelledby="h-text">
        <h2 id="h-text" className="vh">
          {m.theText()}
        </h2>
        <DeclarationText version={version} reading={reading} />
      </section>
      {version.text.rule ? (
        <aside className="rail" aria-label={m.whatFollows()}>
          <h2>{m.whatFollows()}</h2>
          <Rule rule={version.text.rule} />
        </aside>
      ) : null}
    </div>
  );
}

const Versions = ({ declaration: { id, versions }, shown }: { readonly declaration: Declaration; readonly shown: number }) =>
  versions.length < 2 ? null : (
    <section className="part" aria-labelledby="h-versions">
      <h2 id="h-versions">{m.versions()}</h2>
      <ul className="plain">
        {versions.toReversed().map(({ number, status, draftedAt, decidedAt }) => (
          <li key={number}>
            {number === shown ? (
              <b>{m.versionStands({ number, code: status })}</b>
            ) : (
              <Link to="/declarations/$id" params={{ id }} search={{ version: String(number) }}>
                {m.versionStands({ number, code: status })}
              </Link>
            )}{' '}
            <time dateTime={decidedAt ?? draftedAt}>{dayText(decidedAt ?? draftedAt)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
