import { lazy, useState } from 'react';
import { Done } from '../../acts/Done.tsx';
import { labelOf } from '../../acts/words.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import type { Funding } from './offers.ts';

// What an offer may be made from is looked for when it is to be made.
const Choices = lazy(async () => ({ default: (await import('./choices.tsx')).Choices }));

type Props = { readonly funding: Funding; readonly sponsor: string; readonly mandate: string };

/** A sponsor's way to an offer: only with a mandate that matches, and from a budget of its own. `mandate`: one to begin with. */
export function MakeOffer({ funding, sponsor, mandate }: Props) {
  const [isOpen, setOpen] = useState(mandate !== '');
  const [isMade, setMade] = useState(false);
  const onMade = (): void => {
    setOpen(false);
    setMade(true);
  };
  return (
    <>
      {isMade ? <Done operation="proposeOffer" /> : null}
      <div className="acts">
        <button
          className="btn first"
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setMade(false);
            setOpen(!isOpen);
          }}
        >
          {labelOf('proposeOffer')}
        </button>
      </div>
      {isOpen ? (
        <Awaiting>
          <Choices funding={funding} sponsor={sponsor} mandate={mandate} onMade={onMade} onCancel={() => setOpen(false)} />
        </Awaiting>
      ) : null}
    </>
  );
}
