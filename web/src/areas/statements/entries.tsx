import { useQuery } from '@tanstack/react-query';
import * as common from '#messages';
import * as m from '#messages/statements';
import type { AnswerOf, Schemas } from '../../api/client.ts';
import { Pages } from '../../parts/Pages.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { StatementEntry } from './entry.tsx';
import { openPaymentsQuery } from './statements.queries.ts';
import { STANDINGS } from './statements.search.ts';

type Props = { readonly statement: AnswerOf<'getStatement'>; readonly standing: string; readonly cursor: string };

/** The entries of a statement in pages, or those that stand in one way; each with what is to be done with it. */
export function Entries({ statement, standing, cursor }: Props) {
  const { sums, lines, currency, nextCursor, names = {} } = statement;
  const isSuggesting = lines.some(({ candidates }) => candidates.length > 0);
  const { data } = useQuery({ ...openPaymentsQuery(currency), enabled: isSuggesting });
  const counts = countsOf(sums);
  return (
    <section className="part" aria-labelledby="h-entries">
      <h2 id="h-entries">{m.entries()}</h2>
      <Segments
        label={m.entries()}
        name="standing"
        chosen={standing}
        of={[
          { value: '', title: common.all() },
          ...STANDINGS.filter((each) => each === standing || counts.has(each)).map((value) => ({
            value,
            title: statusText('entry', value),
            count: counts.get(value) ?? 0,
          })),
        ]}
      />
      {lines.length === 0 ? <p role="status">{m.noEntries()}</p> : null}
      {lines.map((line) => (
        <StatementEntry
          key={line.number}
          statement={statement}
          line={line}
          payments={data?.payments ?? []}
          names={{ ...names, ...data?.names }}
        />
      ))}
      <Pages label={m.entries()} cursor={cursor} next={nextCursor} />
    </section>
  );
}

function countsOf(sums: readonly Schemas['EntrySum'][]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { standing, entries } of sums) counts.set(standing, (counts.get(standing) ?? 0) + entries);
  return counts;
}
