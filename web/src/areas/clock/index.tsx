import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import * as m from '#messages/clock';
import { Begin } from '../../acts/Begin.tsx';
import { labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { momentText } from '../../base/parts/locale.ts';

const OPERATION = 'advanceClock';

const clockQuery = queryOptions({
  queryKey: keys.list('clock'),
  queryFn: ({ signal }) => api.operations.getClock({}, { signal }),
  staleTime: 0,
});

/** The time of a trial, which passes faster when its operator lets it: from deadline to deadline, so that nothing is passed over. */
export function Page() {
  const { data } = useSuspenseQuery(clockQuery);
  const { now, earliestDeadline = '' } = data;
  const next = earliestDeadline === '' ? m.none() : momentText(earliestDeadline);
  return (
    <>
      <title>{`${labelOf(OPERATION)} · Junkan`}</title>
      <h1>{labelOf(OPERATION)}</h1>
      <Facts
        of={[
          [m.now(), momentText(now)],
          [m.next(), next],
        ]}
      />
      <h2 className="vh">{labelOf(OPERATION)}</h2>
      <Begin
        operation={OPERATION}
        roles={['clock.operator']}
        {...(earliestDeadline === '' ? {} : { initial: { to: writtenAt(earliestDeadline) }, hints: { to: m.hint({ at: next }) } })}
      />
    </>
  );
}

const MS_PER_MINUTE = 60_000;

/** An instant in the format of an input for instants: in the time zone of the browser, to the millisecond. */
function writtenAt(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * MS_PER_MINUTE).toISOString().slice(0, -1);
}
