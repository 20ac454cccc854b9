import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { answers } from '#lists';
import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which answers are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(answers.statuses), cursor: text });

const ASKS = { sort: 'country', counts: 'status', with: 'names' } as const;

const route = getRouteApi('/members/answers');

type Answer = RowOf<typeof answers>;

/** Answers to calls: those of the own city, and those to the own calls. */
export const Page = () => (
  <ItemList
    of={answers}
    search={route.useSearch()}
    asks={ASKS}
    title={c.answersToCalls()}
    about={c.whoseAnswers()}
    file={async () => (await import('../../exports/programme-columns.ts')).ANSWER_COLUMNS}
    none={c.noAnswers()}
    kind="callAnswerStatus"
    columns={(names) => [
      column.linked<Answer>(c.project(), ({ title = '' }) => title),
      column.named<Answer>(c.call(), ({ call }) => call, names),
      column.named<Answer>(m.city(), ({ city }) => city, names),
      column.money<Answer>(
        c.asksFor(),
        ({ amount }) => amount,
        ({ id }) => `${id}/amount`,
      ),
      column.status<'callAnswerStatus', Answer>('callAnswerStatus', ({ status }) => status),
    ]}
  />
);
