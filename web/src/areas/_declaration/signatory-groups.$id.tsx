import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/groups';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, list } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import type { Given } from '../../opened/Act.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { citiesQuery, registerQuery } from './shared/queries.ts';

const Acts = lazy(async () => ({ default: (await import('../../acts/Acts.tsx')).Acts }));

const route = getRouteApi('/everybody/signatory-groups/$id');

type Group = Schemas['SignatoryGroup'];

/** Cities that sign together: who leads, who is a member, what they share. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: group } = useSuspenseQuery(itemQuery(session ? 'getSignatoryGroup' : 'getPublicSignatoryGroup', id));
  const { title, status, lead, groupKind, sharedCommitments, declaration, names = {} } = group;
  return (
    <ItemPage
      title={title}
      up={<Link to="/signatories">{m.signatories()}</Link>}
      crumbs={[title]}
      state={
        <p className="row">
          <StatusOf of="signatoryGroupStatus" status={status} />
        </p>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getSignatoryGroupTimeline' as const, id, names, more: m.more() } } : {})}
    >
      <Facts
        of={[
          [
            m.lead(),
            <ItemLink key="lead" id={lead}>
              {names[lead]?.text ?? lead}
            </ItemLink>,
          ],
          [m.howItReports(), m.kind({ code: groupKind })],
          [m.shares(), sharedCommitments.length > 0 ? list(sharedCommitments) : null],
          [
            m.declaration(),
            <ItemLink key="declaration" id={declaration}>
              {m.readTheText()}
            </ItemLink>,
          ],
        ]}
      />
      {session ? <Doing group={group} /> : null}
      <Members group={group} />
    </ItemPage>
  );
}

/** What the lead may do: invite other cities that sign, and dissolve it. */
function Doing({ group }: { readonly group: Group }) {
  const { data } = useQuery({ ...citiesQuery, enabled: mayDo(group, 'inviteToGroup') });
  const [chosen, choose] = useState('');
  const cities = (data?.proposers ?? []).filter(({ id }) => !group.invited.includes(id));
  const city = cities.find(({ id }) => id === chosen) ?? cities[0];
  const givenOf = (operation: string): Given | undefined => {
    if (operation !== 'inviteToGroup') return {};
    return city
      ? {
          body: { city: city.id },
          children: (
            <PickOne
              name="city"
              label={m.city()}
              hint={m.whoSigns()}
              value={city.id}
              choices={cities.map(({ id, name }) => [id, name])}
              onChange={(_, id) => choose(id)}
            />
          ),
        }
      : undefined;
  };
  return (
    <Suspense fallback={null}>
      <Acts item={group} given={({ operation }) => givenOf(operation)} />
    </Suspense>
  );
}

/** Who has joined; who was invited and has not. */
function Members({ group: { id, members, invited, names: known = {} } }: { readonly group: Group }) {
  const { data: register } = useQuery({ ...registerQuery(false), enabled: members === undefined });
  const registered = (register?.rows ?? [])
    .filter(({ group }) => group === id)
    .map(({ id: signatory, city, leavesOn }) => ({ signatory, city, leavesOn }));
  const names = { ...register?.names, ...known };
  const all = members ?? registered;
  const waiting = members ? invited.filter((city) => members.every((each) => each.city !== city)) : [];
  return (
    <section className="part" aria-labelledby="h-members">
      <h2 id="h-members">{m.members()}</h2>
      {all.length === 0 ? <p className="quiet">{m.nobodyYet()}</p> : null}
      <ul className="plain">
        {all.map(({ city, signatory, leavesOn }) => (
          <li key={city}>
            <ItemLink id={signatory}>{names[city]?.text ?? city}</ItemLink>
            {leavesOn ? ` ${m.leavesOn({ day: dayText(leavesOn) })}` : null}
          </li>
        ))}
      </ul>
      {waiting.length > 0 ? (
        <>
          <h3>{m.invited()}</h3>
          <ul className="plain">
            {waiting.map((city) => (
              <li key={city}>
                <ItemLink id={city}>{names[city]?.text ?? city}</ItemLink>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
