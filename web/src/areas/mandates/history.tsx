import * as m from '#messages/mandates';
import { History as Entries } from '../../acts/History.tsx';

/** What happened to a mandate: who did it is told to its sponsor and to overseers. */
export function History({ id }: { readonly id: string }) {
  return (
    <section className="part" aria-labelledby="h-history">
      <h2 id="h-history">{m.history()}</h2>
      <Entries timeline="getMandateTimeline" id={id} more={m.more()} />
    </section>
  );
}
