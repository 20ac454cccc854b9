import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { z } from 'zod/mini';
import * as m from '#messages/action-plans';
import * as shared from '#messages/handed-in';
import { Acts } from '../../acts/Acts.tsx';
import { labelOf } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, list } from '../../base/parts/locale.ts';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { type Plan, type PlanEdition, unserved } from './planned.ts';
import { Returned } from './Returned.tsx';
import { Returning } from './Returning.tsx';
import { useSigned } from './shared/commitments.ts';
import { Editions, Hands } from './shared/Editions.tsx';
import { shownOf } from './shared/editions.ts';
import { ProofLink } from './shared/Shown.tsx';
import { ToCity, UP } from './shared/Way.tsx';

/** Which edition is read; the one that is worked at, or in force, where the address does not say. */
export const search = z.object({ edition: text });

const route = getRouteApi('/everybody/action-plans/$id');
const SECTIONS = ['decision', 'objectives', 'actions', 'commitments'] as const;
type Section = (typeof SECTIONS)[number];
const sectionName = (code: Section): string => m.section({ code });

/** What a city plans for the commitments that it has signed; what is accepted of it, for everybody. */
export function PublicPage() {
  const { id } = route.useParams();
  const { edition: chosen } = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: plan } = useSuspenseQuery(itemQuery(session ? 'getActionPlan' : 'getPublicActionPlan', id));
  const { names = {}, city, signatory, status, editions, current, acceptedOn } = plan;
  const shown = shownOf(plan, current, chosen);
  const cityName = names[city]?.text ?? city;
  return (
    <ItemPage
      title={m.title()}
      tab={`${m.title()} · ${cityName}`}
      up={UP}
      crumbs={[<ToCity key="city" signatory={signatory} name={cityName} />]}
      aside={
        <>
          {mayDo(plan, 'draftPlan') ? (
            <Link className="btn" to="/action-plans/$id/draft" params={{ id }}>
              {labelOf('draftPlan')}
            </Link>
          ) : null}
          <PrintButton />
        </>
      }
      state={
        <p className="row">
          <StatusOf of="actionPlanStatus" status={status} />
          <span className="quiet">
            {cityName}
            {shown && shown.number > 1 ? ` · ${shared.edition({ number: shown.number })}` : null}
            {acceptedOn ? ` · ${m.acceptedOn({ day: dayText(acceptedOn) })}` : null}
          </span>
        </p>
      }
      {...(session
        ? { history: { title: shared.history(), timeline: 'getActionPlanTimeline' as const, id, names, more: shared.more() } }
        : {})}
    >
      {shown ? <Shown plan={plan} edition={shown} /> : <p>{mayDo(plan, 'draftPlan') ? m.notYet() : m.isDrafted()}</p>}
      <Editions editions={[...editions, ...(current ? [current] : [])]} shown={shown?.number ?? 0} />
    </ItemPage>
  );
}

type Of = { readonly plan: Plan; readonly edition: PlanEdition };

function Shown({ plan, edition }: Of) {
  const { decision, objectives, actions, left, remarks, number } = edition;
  const commitments = useSigned(plan.signatory);
  const nameOf = (code: string): string => [code, commitments.find((each) => each.code === code)?.text].filter(Boolean).join(' ');
  const all = commitments.map(({ code }) => code);
  return (
    <>
      <Returned remarks={edition.status === 'returned' ? remarks : []} nameOf={sectionName} />
      <div className="rep handed">
        <div>
          <Part section="decision">
            {decision ? (
              <p>
                {m.decisionIs({ day: dayText(decision.on), number: decision.number })}{' '}
                <ProofLink hash={decision.document}>{m.theFile()}</ProofLink>
              </p>
            ) : null}
          </Part>
          <Part section="objectives">
            {objectives.length > 0 ? (
              <ol>
                {objectives.map((objective) => (
                  <li key={objective} dir="auto">
                    {objective}
                  </li>
                ))}
              </ol>
            ) : null}
          </Part>
          <Part section="actions">
            {actions.length > 0 ? (
              <>
                {all.length > 0 ? <p>{m.served({ served: all.length - unserved({ actions }, all).length, all: all.length })}</p> : null}
                <Table
                  label={m.section({ code: 'actions' })}
                  rows={actions}
                  keyOf={({ title }) => title}
                  columns={[
                    { title: m.section({ code: 'actions' }), cell: ({ title }) => <span dir="auto">{title}</span> },
                    { title: m.serves(), cell: (action) => list(action.commitments.map(nameOf)) },
                    { title: m.money(), cell: ({ seeksMoney }) => (seeksMoney ? m.isSought() : '–') },
                  ]}
                />
              </>
            ) : null}
          </Part>
          {left.length > 0 ? (
            <Part section="commitments">
              <Table
                label={m.section({ code: 'commitments' })}
                rows={left}
                keyOf={({ commitment }) => commitment}
                columns={[
                  { title: m.commitment(), cell: ({ commitment }) => nameOf(commitment) },
                  { title: m.why(), cell: ({ reason }) => <span dir="auto">{reason}</span> },
                ]}
              />
            </Part>
          ) : null}
          {plan.may ? <HandIn plan={plan} edition={number} /> : null}
        </div>
        <aside className="rail" aria-label={shared.who()}>
          <h2>{shared.who()}</h2>
          <p className="quiet">{shared.whoText()}</p>
          <Hands of={edition} names={plan.names ?? {}} />
        </aside>
      </div>
    </>
  );
}

const HandIn = ({ plan, edition }: { readonly plan: Plan; readonly edition: number }) => (
  <section className="part sendoff" aria-labelledby="h-hand-in">
    <h2 id="h-hand-in">{shared.handIn()}</h2>
    <Acts
      item={plan}
      only={({ operation }) => operation === 'signOffPlan' || operation === 'acceptPlan'}
      given={() => ({ body: { edition } })}
    />
    {mayDo(plan, 'returnPlan') ? <Return plan={plan} edition={edition} /> : null}
  </section>
);

const Part = ({ section, children }: { readonly section: Section; readonly children: ReactNode }) => (
  <section className="part" aria-labelledby={`h-${section}`}>
    <h2 id={`h-${section}`}>{sectionName(section)}</h2>
    {children ?? <p className="quiet">{m.notYet()}</p>}
  </section>
);

const NO_REMARKS = {};

function Return({ plan: { id, version }, edition }: { readonly plan: Plan; readonly edition: number }) {
  const draft = useDraft(`returnPlan/${id}/${edition}`, NO_REMARKS);
  const command = useCommand('returnPlan', { id }, draft);
  return (
    <Returning
      operation="returnPlan"
      sections={SECTIONS}
      nameOf={sectionName}
      draft={draft}
      command={command}
      send={(remarks) => command.mutate({ body: { edition, remarks: [...remarks] }, version })}
    />
  );
}
