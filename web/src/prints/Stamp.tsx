import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import * as m from '#messages/prints';
import type { AnswerOf } from '../base/api/client.ts';
import { momentText } from '../base/parts/locale.ts';
import { Say } from '../base/parts/Say.tsx';
import { Qr } from './Qr.tsx';

/** A long code needs room: 55 mm on paper. */
const WIDTH = 208;

type Print = AnswerOf<'printAgreement'>;

/** Asks for the code of a print, puts it at the end of the page, and prints that. `over`: once it is printed, or the reader has thought better of it. */
export function Stamp({ ask, over }: { readonly ask: () => Promise<Print>; readonly over: () => void }) {
  const { mutate, data, isError } = useMutation({ mutationFn: ask });
  useEffect(() => mutate(), [mutate]);
  useEffect(() => {
    window.addEventListener('afterprint', over);
    return () => window.removeEventListener('afterprint', over);
  }, [over]);
  useEffect(() => {
    if (data) window.print();
  }, [data]);
  if (isError)
    return (
      <Say kind="bad" isNews>
        <p>{m.noCode()}</p>
      </Say>
    );
  return data ? createPortal(<Code of={data} />, document.getElementById('main') ?? document.body) : null;
}

/** What a paper is checked by. */
const Code = ({ of: { address, printed } }: { readonly of: Print }) => (
  <section className="stamp" aria-label={m.stamp()}>
    <Qr text={address} label={m.qrOf()} width={WIDTH} />
    <div>
      <p>{m.printedAt({ moment: momentText(printed.printedAt) })}</p>
      <p>{m.scan()}</p>
      <a href={address}>{`${window.location.host}/check`}</a>
    </div>
  </section>
);
