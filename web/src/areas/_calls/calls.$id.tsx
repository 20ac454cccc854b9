import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { answers } from '#lists';
import { menuCalls, signIn } from '#messages';
import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { fieldLabel, labelOf, personName } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery, signInAt } from '../../base/api/session.ts';
import type { Schemas } from '../../base/api/types.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText, inLocale, list } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { List, type RowOf } from '../../items/ItemList.tsx';
import { Rubric } from '../../judging/Rubric.tsx';
import * as column from '../../lists/columns.tsx';
import { Order } from './Order.tsx';
import { Reviewers } from './Reviewers.tsx';
import { Selected } from './Selected.tsx';
import { type Call, ownerName } from './shared/said.ts';
import { ToDo } from './ToDo.tsx';

/** Which of its answers are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(answers.statuses), cursor: text });

const route = getRouteApi('/everybody/calls/$id');
/** Reviewers find their reviews from when they answer about interests until all of them are opened. */
const REVIEWED: readonly string[] = ['screening', 'judging', 'deciding'];
const OF_PARTNERS: readonly string[] = ['programme.juror', 'programme.expert'];
const TOLD: readonly string[] = ['decided', 'closed'];

type Answer = RowOf<typeof answers>;
type Session = Schemas['Session'];

/** A call for projects: what it looks for, who may answer, by what it is reviewed, and what was selected. */
export function PublicPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: call } = useSuspenseQuery(itemQuery(session ? 'getProjectCall' : 'getPublicProjectCall', id));
  const { title, text: says, status, names = {}, note, criteria, order, reviewers } = call;
  return (
    <ItemPage
      title={inLocale(title)}
      up={<Link to="/calls">{menuCalls()}</Link>}
      state={
        <p className="row">
          <StatusOf of="projectCallStatus" status={status} />
          <span className="quiet">{ownerName(call, names)}</span>
        </p>
      }
      aside={<Ways call={call} session={session} />}
      {...(session ? { history: { title: m.history(), timeline: 'getProjectCallTimeline' as const, id, names, more: m.more() } } : {})}
    >
      {note ? (
        <Say kind="bad">
          <p>{m.cancelledBecause()}</p>
          <blockquote dir="auto">{note}</blockquote>
        </Say>
      ) : null}
      {TOLD.includes(status) ? <Selected call={call} /> : null}
      {order ? <Order of={order} call={call} /> : null}
      {session ? <ToDo call={call} own={session.organisation} /> : null}
      <section className="part" aria-labelledby="h-sought">
        <h2 id="h-sought">{c.sought()}</h2>
        <p className="about" dir="auto">
          {inLocale(says)}
        </p>
        <What call={call} />
      </section>
      <Questions call={call} />
      <Rubric title={c.criteria()} criteria={criteria} />
      {reviewers.length > 0 ? <Reviewers call={call} /> : null}
      {session && status !== 'draft' ? (
        <section className="part" aria-labelledby="h-answers">
          <h2 id="h-answers">{c.answers()}</h2>
          <List
            of={answers}
            search={search}
            asks={{ sort: 'country', counts: 'status', with: 'names', call: id }}
            label={c.answers()}
            none={c.noAnswers()}
            kind="callAnswerStatus"
            columns={(named) => [
              column.linked<Answer>(c.project(), ({ title: of = '' }) => of),
              column.named<Answer>(m.city(), ({ city }) => city, named),
              column.money<Answer>(
                c.asksFor(),
                ({ amount }) => amount,
                ({ id: of }) => `${of}/amount`,
              ),
              column.status<'callAnswerStatus', Answer>('callAnswerStatus', ({ status: is }) => is),
            ]}
          />
        </section>
      ) : null}
    </ItemPage>
  );
}

type Props = { readonly call: Call };

function Ways({ call, session }: Props & { readonly session: Session | null }) {
  const { id, status, reviewers } = call;
  const { roles = [], person = '' } = session ?? {};
  const isOf = (those: readonly string[]): boolean => roles.some((role) => those.includes(role));
  // Of others' calls nobody learns who reviews.
  const mayReview = isOf(OF_PARTNERS) || reviewers.some((each) => each.person === person);
  return (
    <>
      {mayDo(call, 'reviseCall') ? (
        <Link className="btn" to="/calls/$id/edit" params={{ id }}>
          {labelOf('reviseCall')}
        </Link>
      ) : null}
      {status === 'open' && !session ? (
        <p>
          {c.signInToAnswer()} <a href={signInAt(`/calls/${id}`)}>{signIn()}</a>
        </p>
      ) : null}
      {status === 'open' && isOf(['proposer.officer']) ? (
        <Link className="btn" to="/calls/$id/answer" params={{ id }}>
          {labelOf('answerCall')}
        </Link>
      ) : null}
      {REVIEWED.includes(status) && mayReview ? (
        <Link className="btn" to="/calls/$id/reviews" params={{ id }}>
          {c.ownReviews()}
        </Link>
      ) : null}
      {TOLD.includes(status) ? <PrintButton /> : null}
    </>
  );
}

/** How much there is, until when, and which projects may answer. */
function What({ call }: Props) {
  const { id, available, least, greatest, closesOn, judgingUntil, countries, themes, minimumReadiness, declaration, mandate } = call;
  const { decidedAt, decidedBy, openedBy, names = {} } = call;
  const themeName = useCodeNames('themes', themes.length > 0);
  return (
    <Facts
      of={[
        [c.available(), <Money key="available" amount={available} of={`${id}/available`} />],
        [
          c.perProject(),
          <span key="each">
            <Money amount={least} of={`${id}/least`} /> – <Money amount={greatest} of={`${id}/greatest`} />
          </span>,
        ],
        [m.closesOn(), m.endsInUtc({ day: dayText(closesOn) })],
        [c.reviewedUntil(), m.endsInUtc({ day: dayText(judgingUntil) })],
        [fieldLabel('countries'), list(countries.map(countryName))],
        [fieldLabel('themes'), themes.length > 0 ? list(themes.map(themeName)) : c.allThemes()],
        [fieldLabel('minimumReadiness'), c.readinessOf({ level: minimumReadiness })],
        [
          c.standing(),
          declaration ? (
            <ItemLink key="declaration" id={declaration}>
              {names[declaration]?.text ?? c.aDeclaration()}
            </ItemLink>
          ) : null,
        ],
        [
          fieldLabel('mandate'),
          mandate ? (
            <ItemLink key="mandate" id={mandate}>
              {names[mandate]?.text ?? fieldLabel('mandate')}
            </ItemLink>
          ) : null,
        ],
        [c.openedBy(), openedBy ? personName(names, openedBy) : null],
        [m.decided(), decidedAt ? [dayText(decidedAt), decidedBy ? personName(names, decidedBy) : ''].filter(Boolean).join(' · ') : null],
      ]}
    />
  );
}

function Questions({ call: { questions } }: Props) {
  const unitName = useCodeNames(
    'units',
    questions.some(({ unit }) => unit),
  );
  if (questions.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-questions">
      <h2 id="h-questions">{c.questions()}</h2>
      <Facts
        of={questions.map(({ text: asks, kind, mostWords, choices, unit, required }) => [
          inLocale(asks),
          [
            kind === 'text' ? c.wordsAtMost({ count: mostWords }) : c.questionKind({ kind }),
            ...choices,
            ...(unit ? [unitName(unit)] : []),
            required ? c.isRequired() : c.isOptional(),
          ].join(' · '),
        ])}
      />
    </section>
  );
}
