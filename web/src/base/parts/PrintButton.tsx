import { lazy, Suspense, useState } from 'react';
import { print } from '#messages';
import type { AnswerOf } from '../api/client.ts';

/** Prints the page as shown. */
export const PrintButton = () => (
  <button className="btn bare" type="button" onClick={() => window.print()}>
    {print()}
  </button>
);

const Stamp = lazy(async () => ({ default: (await import('../../prints/Stamp.tsx')).Stamp }));

/** Prints the page as shown, with a code by which everybody checks the paper: it is of the moment of printing, and goes once that is over. */
export function CodedPrint({ ask }: { readonly ask: () => Promise<AnswerOf<'printAgreement'>> }) {
  const [printing, setPrinting] = useState(0);
  return (
    <>
      <button className="btn bare" type="button" onClick={() => setPrinting(printing + 1)}>
        {print()}
      </button>
      {printing > 0 ? (
        <Suspense fallback={null}>
          <Stamp key={printing} ask={ask} over={() => setPrinting(0)} />
        </Suspense>
      ) : null}
    </>
  );
}
