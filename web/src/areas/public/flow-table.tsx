import { amount as amountTitle } from '#messages';
import * as m from '#messages/flow';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { nodeName, type Step, stageName, stepsOf } from './flow-names.ts';

const codeOf = ({ kind, countries, code }: Step['from']): string => code ?? (countries.join(' ') || kind);

/** The same as the picture, link by link. */
export function FlowTable({ picture }: { readonly picture: Schemas['FlowPicture'] }) {
  return (
    <Scroll label={m.flow()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns of={[{ title: m.from() }, { title: m.to() }, { title: m.howSure() }, { title: amountTitle(), isFigure: true }]} />
          </tr>
        </thead>
        <tbody>
          {stepsOf(picture).map((step) => {
            const of = `public/flow/${codeOf(step.from)}/${codeOf(step.to)}/${step.stage}/${step.amount.currency}`;
            return (
              <tr key={of} role="row">
                <th scope="row" role="rowheader">
                  {nodeName(step.from)}
                </th>
                <td role="cell" data-h={m.to()}>
                  <div>{nodeName(step.to)}</div>
                </td>
                <td role="cell" data-h={m.howSure()}>
                  <div>{stageName(step.stage)}</div>
                </td>
                <td role="cell" data-h={amountTitle()} className="r">
                  <div>
                    <Money amount={step.amount} of={of} />
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
