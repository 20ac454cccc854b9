import * as m from '#messages/awards';
import * as c from '#messages/calls';
import type { Schemas } from '../../base/api/client.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { exactText, numberText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { meanText, signed } from '../../judging/ranked.ts';
import { answerName, type Call } from './shared/said.ts';

type Of = Schemas['CallOrder'];
type Ranked = Of['order'][number];

/** The order that follows from the opened reviews, with every review from which it can be computed again: advice to who decides. */
export function Order({ of: { order, reviews, reviewers, firm }, call }: { readonly of: Of; readonly call: Call }) {
  const { selected, status } = call;
  const isChosen = (answer: string): boolean => selected.some((each) => each.answer === answer);
  return (
    <section className="part" aria-labelledby="h-order">
      <h2 id="h-order">{c.order()}</h2>
      {status === 'deciding' ? <p>{c.orderAbout()}</p> : null}
      <Say kind={firm ? 'good' : 'info'}>
        <p>{firm ? c.isFirm() : c.isNotFirm()}</p>
      </Say>
      <p className="quiet">{c.lettersAbout()}</p>
      <Table
        label={c.order()}
        rows={order}
        keyOf={({ answer }) => answer}
        columns={[
          { title: m.place(), isFigure: true, isCounted: true, cell: ({ place }) => numberText(place) },
          {
            title: c.project(),
            isName: true,
            cell: ({ answer }) => (
              <>
                <ItemLink id={answer}>{answerName(call, answer)}</ItemLink> {isChosen(answer) ? <em>{c.isSelected()}</em> : null}
              </>
            ),
          },
          ...reviewers.map(({ letter }) => ({
            title: letter,
            isFigure: true,
            isCounted: true,
            cell: ({ answer }: Ranked) => {
              const review = reviews.find((each) => each.letter === letter && each.answer === answer);
              return review ? exactText(review.points) : '–';
            },
          })),
          { title: m.plainMean(), isFigure: true, isCounted: true, cell: ({ mean }) => meanText(mean) },
          { title: m.toTheField(), isFigure: true, isCounted: true, cell: ({ points }) => <b>{signed(points)}</b> },
        ]}
        foot={
          <tfoot>
            <tr role="row" className="quiet">
              <td role="cell" />
              <th scope="row" role="rowheader">
                {c.levelOf()}
              </th>
              {reviewers.map(({ letter, level }) => (
                <td key={letter} role="cell" data-h={letter} className="r">
                  <div className="num">{meanText(level)}</div>
                </td>
              ))}
              <td role="cell" colSpan={2} />
            </tr>
          </tfoot>
        }
      />
    </section>
  );
}
