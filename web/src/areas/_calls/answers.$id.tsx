import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { menuCalls } from '#messages';
import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, labelOf, personName } from '../../acts/words.ts';
import type { AnswerOf } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, inLocale, list, momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Boxes, chosenIn } from '../../forms/Boxes.tsx';
import { FeedbackTable } from '../../judging/FeedbackTable.tsx';
import type { Given } from '../../opened/Act.tsx';
import { Said } from './shared/Said.tsx';
import type { Call } from './shared/said.ts';
import { Unmet } from './shared/Unmet.tsx';

const route = getRouteApi('/members/answers/$id');
const TOLD: readonly string[] = ['selected', 'not-selected'];
/** Why an answer is not eligible. */
const RULES = [
  'country-is-another',
  'theme-is-another',
  'sum-is-outside',
  'readiness-is-too-low',
  'not-in-good-standing',
  'answers-are-unclear',
] as const satisfies Answer['reasons'];

type Answer = AnswerOf<'getCallAnswer'>;

/** The answer of a project to a call, and what became of it. */
export function Page() {
  const { id } = route.useParams();
  const { data: answer } = useSuspenseQuery(itemQuery('getCallAnswer', id));
  const { data: call } = useSuspenseQuery(itemQuery('getProjectCall', answer.call));
  const { title = '', status, city, country, note, names = {} } = answer;
  return (
    <ItemPage
      title={title}
      up={<Link to="/calls">{menuCalls()}</Link>}
      crumbs={[
        <ItemLink key="call" id={call.id}>
          {inLocale(call.title)}
        </ItemLink>,
      ]}
      state={
        <p className="row">
          <StatusOf of="callAnswerStatus" status={status} />
          <span className="quiet">
            <ItemLink id={city}>{names[city]?.text ?? city}</ItemLink> · {countryName(country)}
          </span>
        </p>
      }
      aside={
        mayDo(answer, 'reviseAnswer') ? (
          <Link className="btn" to="/answers/$id/edit" params={{ id }}>
            {labelOf('reviseAnswer')}
          </Link>
        ) : null
      }
      history={{ title: m.history(), timeline: 'getCallAnswerTimeline' as const, id, names, more: m.more() }}
    >
      <Unmet rules={answer.unmet ?? []} />
      <ToDo answer={answer} />
      {note ? (
        <Say kind="info">
          <p>{c.whatFollows()}</p>
          <blockquote dir="auto">{note}</blockquote>
        </Say>
      ) : null}
      <What answer={answer} />
      <Said questions={call.questions} answers={answer.answers} />
      {TOLD.includes(status) ? <Feedback id={id} call={call} /> : null}
    </ItemPage>
  );
}

function ToDo({ answer }: { readonly answer: Answer }) {
  const [reasons, setReasons] = useState('');
  const screening: Given = {
    body: { reasons: chosenIn(reasons) },
    children: (
      <Boxes
        name="reasons"
        legend={m.reasons()}
        choices={RULES.map((rule) => [rule, c.ruleIs({ rule })] as const)}
        value={reasons}
        onChange={(_, chosen) => setReasons(chosen)}
      />
    ),
  };
  if ((answer.may ?? []).length === 0) return null;
  return (
    <>
      <h2 className="vh">{m.toDo()}</h2>
      <Acts item={answer} given={({ operation }) => (operation === 'screenAnswer' ? screening : {})} />
    </>
  );
}

function What({ answer }: { readonly answer: Answer }) {
  const { id, project, title, amount, facts, reasons, mendUntil, submittedAt, writtenBy, signedOffBy, names = {} } = answer;
  const themeName = useCodeNames('themes', (facts?.themes ?? []).length > 0);
  return (
    <Facts
      of={[
        [
          c.project(),
          <ItemLink key="project" id={project}>
            {title ?? c.project()}
          </ItemLink>,
        ],
        [c.asksFor(), <Money key="amount" amount={amount} of={`${id}/amount`} />],
        [fieldLabel('countries'), facts ? list(facts.countries.map(countryName)) : null],
        [fieldLabel('themes'), facts && facts.themes.length > 0 ? list(facts.themes.map(themeName)) : null],
        [fieldLabel('readiness'), facts ? c.readinessOf({ level: facts.readiness }) : null],
        [m.reasons(), reasons.length > 0 ? list(reasons.map((rule) => c.ruleIs({ rule }))) : null],
        [m.mendUntil(), mendUntil ? momentText(mendUntil) : null],
        [c.writtenBy(), list(writtenBy.map((person) => personName(names, person)))],
        [c.signedOff(), signedOffBy && submittedAt ? `${personName(names, signedOffBy)} · ${momentText(submittedAt)}` : null],
      ]}
    />
  );
}

/** What reviewers have said, for the city, who has opened the call, and those who oversee. */
function Feedback({ id, call }: { readonly id: string; readonly call: Call }) {
  const { data } = useSuspenseQuery(itemQuery('readAnswerFeedback', id));
  return <FeedbackTable title={c.feedback()} rows={data.criteria} criteria={call.criteria} />;
}
