import * as m from '#messages/fundings';
import { Icon } from '../../parts/Icon.tsx';
import type { Funding } from './offers.ts';

const STEPS = ['offers', 'approvals', 'agreement', 'milestone'] as const;
/** How many steps are behind a round. */
const BEHIND: Readonly<Record<Funding['status'], number>> = {
  open: 0,
  'target-reached': 1,
  closed: 1,
  approved: 2,
  'fell-short': 0,
  cancelled: 0,
};
const OVER: readonly Funding['status'][] = ['fell-short', 'cancelled'];

/** What comes after the offers, so that nobody takes an acceptance for money. */
export function Follows({ funding: { status } }: { readonly funding: Funding }) {
  if (OVER.includes(status)) return null;
  return (
    <section className="part" aria-labelledby="h-next">
      <h2 id="h-next">{m.whatFollows()}</h2>
      <ol className="line4">
        {STEPS.map((step, index) => (
          <li key={step}>
            <span className={`tag${index === BEHIND[status] ? ' info' : index < BEHIND[status] ? ' good' : ''}`}>
              <Icon name={index === BEHIND[status] ? 'part' : index < BEHIND[status] ? 'done' : 'none'} />
              <span>{m.step({ code: step })}</span>
            </span>
            <p>{m.stepIs({ code: step })}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
