import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { country } from '#messages';
import * as m from '#messages/partners';
import { codeText, fieldLabel } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText, languageName, list } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { nameOf } from './names.ts';

const Acts = lazy(async () => ({ default: (await import('../../acts/Acts.tsx')).Acts }));

const route = getRouteApi('/everybody/partners/$id');

/** A partner organisation, at one address for everybody; whom to ask there is for itself and the secretariat. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: partner } = useSuspenseQuery(itemQuery(session ? 'getPartner' : 'getPublicPartner', id));
  const { status, kind, website, themes, otherNames, closedAt, contact, note, names = {} } = partner;
  const themeName = useCodeNames('themes', themes.length > 0);
  const called = nameOf(partner);
  const others = otherNames.map(({ language, name }) => `${name} (${languageName(language)})`);
  return (
    <ItemPage
      title={called}
      up={<Link to="/partners">{m.title()}</Link>}
      crumbs={[called]}
      state={
        <p className="row">
          <StatusOf of="partnerStatus" status={status} />
          {closedAt ? <span>{m.closedOn({ day: dayText(closedAt) })}</span> : null}
        </p>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getPartnerTimeline' as const, id, names, more: m.more() } } : {})}
    >
      <Facts
        of={[
          [fieldLabel('kind'), codeText('code_kind', kind)],
          [country(), countryName(partner.country)],
          [m.offers(), themes.length > 0 ? list(themes.map(themeName)) : null],
          [
            fieldLabel('website'),
            website ? (
              <a key="website" href={website} rel="noopener noreferrer nofollow">
                {website}
              </a>
            ) : null,
          ],
          [fieldLabel('name'), called === partner.name ? null : partner.name],
          [fieldLabel('otherNames'), others.length > 0 ? list(others) : null],
          [
            fieldLabel('contact'),
            contact ? <Words of={contact} /> : session?.organisation === id && status === 'registered' ? m.nobodyNamed() : null,
          ],
          [m.why(), note ? <Words of={note} /> : null],
        ]}
      />
      {session && mayDo(partner, 'namePartnerContact', 'closePartner') ? (
        <Suspense fallback={null}>
          <h2 className="vh">{m.toDo()}</h2>
          <Acts
            item={partner}
            given={({ operation }) => (operation === 'namePartnerContact' ? { initial: { contact: contact ?? '' } } : {})}
          />
        </Suspense>
      ) : null}
    </ItemPage>
  );
}

const Words = ({ of }: { readonly of: string }) => <blockquote dir="auto">{of}</blockquote>;
