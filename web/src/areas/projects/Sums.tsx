import { minimumClose, sought } from '#messages';
import * as m from '#messages/projects';
import type { Schemas } from '../../base/api/client.ts';
import { shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { widthIn } from '../../base/parts/sums.ts';

const WIDTH = 1200;
const HEIGHT = 24;

type Props = { readonly project: Schemas['Project']; readonly progress: Schemas['Progress'] | undefined };

/** What a project seeks; once its agreement binds, what was promised, what is payable of it by now and what is paid, with a bar as long as each of the promised. */
export function Sums({ project: { id, proposal }, progress }: Props) {
  const { target, minimumCloseBasisPoints } = proposal;
  const { planned, payable, settled } = progress ?? {};
  if (!planned || !payable || !settled)
    return target ? (
      <dl className="figures lead">
        <Sum title={sought()} amount={target} of={`${id}/target`} ink="m-sought" />
        {minimumCloseBasisPoints ? (
          <div>
            <dt>{minimumClose()}</dt>
            <dd>{shareText(minimumCloseBasisPoints)}</dd>
          </div>
        ) : null}
      </dl>
    ) : null;
  const all = [
    { title: m.planned(), amount: planned, of: 'planned', ink: 'm-committed' },
    { title: m.payableNow(), amount: payable, of: 'payable', ink: 'm-moving' },
    { title: m.paid(), amount: settled, of: 'paid', ink: 'm-settled' },
  ] as const;
  return (
    <>
      <svg className="sum-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} height={HEIGHT} preserveAspectRatio="none" aria-hidden="true">
        {all.map(({ ink, amount }) => (
          <rect
            key={ink}
            className={ink}
            x=".5"
            y=".5"
            width={Math.max(widthIn(amount, planned, WIDTH) - 1, 0)}
            height={HEIGHT - 1}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <dl className="figures lead">
        {all.map(({ of, ...sum }) => (
          <Sum key={of} {...sum} of={`${id}/${of}`} />
        ))}
      </dl>
    </>
  );
}

type OfSum = { readonly title: string; readonly amount: Schemas['Money']; readonly of: string; readonly ink: string };

const Sum = ({ title, amount, of, ink }: OfSum) => (
  <div>
    <dt>
      <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
        <rect className={ink} x=".5" y=".5" width="15" height="11" />
      </svg>
      {title}
    </dt>
    <dd>
      <Money amount={amount} of={of} />
    </dd>
  </div>
);
