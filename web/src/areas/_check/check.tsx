import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import * as certificates from '#messages/certificates';
import * as m from '#messages/prints';
import { kindText } from '../../accounts/kinds.ts';
import { type AnswerOf, api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { ApiProblem } from '../../base/api/problems.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, list, momentText } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { Heading } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { type Statuses, StatusOf } from '../../base/parts/StatusOf.tsx';

type Printed = AnswerOf<'checkPrint'>;

const printQuery = (code: string) =>
  queryOptions({
    queryKey: keys.list('print-check', { code }),
    // Each try counts, and what is no code stays none.
    retry: false,
    enabled: code !== '',
    queryFn: ({ signal }) => api.operations.checkPrint({}, { code }, { signal }),
  });

/** What a print said when it was printed, for everybody who has the paper. The code stays behind `#`, which no log of a server has. */
export function PublicPage() {
  const code = useLocation({ select: ({ hash }) => hash });
  const { data, error } = useQuery(printQuery(code));
  return (
    <>
      <Heading title={m.title()} below={<p>{m.how()}</p>} />
      {code === '' ? null : error ? <NotKnown error={error} /> : data ? <Original of={data} /> : <Loading />}
      <p>
        <Link to="/c">{certificates.checkTitle()}</Link>
      </p>
    </>
  );
}

const TOO_MANY = 429;

function NotKnown({ error }: { readonly error: Error }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const isTooOften = problem?.status === TOO_MANY;
  if (!isTooOften && problem?.type !== '/problems/code-is-of-no-print' && problem?.type !== '/problems/request-is-malformed') throw error;
  return (
    <Say kind={isTooOften ? 'wait' : 'bad'} isNews>
      <p>{isTooOften ? certificates.tooOften() : m.notKnown()}</p>
    </Say>
  );
}

/** Which words its state has. */
const STATUS_OF = { agreement: 'agreementStatus', milestone: 'milestoneStatus', 'progress-report': 'progressReportStatus' } as const;

function stateOf({ kind, status }: Printed) {
  if (status === undefined || kind === 'statement-of-account') return null;
  const of = STATUS_OF[kind];
  return <StatusOf of={of} status={status as Statuses[typeof of]} />;
}

const daysOf = ({ kind, from, to }: Printed): string | null =>
  kind === 'statement-of-account' && (from || to)
    ? m.days({ from: from ? dayText(from) : 'none', to: to ? dayText(to) : 'none' })
    : to
      ? dayText(to)
      : null;

const partiesOf = ({ parties, moreParties }: Printed): string | null =>
  parties.length === 0 ? null : list([...parties, ...(moreParties > 0 ? [m.more({ count: moreParties })] : [])]);

/** All that the paper has to say, to be compared with it. */
function Original({ of }: { readonly of: Printed }) {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { kind, title, number, edition, hash, item, printedAt } = of;
  const facts: readonly Fact[] = [
    [m.what(), m.kind({ code: kind })],
    [m.about(), title ?? null],
    [m.number(), number ?? null],
    [m.edition(), edition ?? null],
    [m.parties(), partiesOf(of)],
    [m.state(), stateOf(of)],
    [kind === 'milestone' ? m.due() : kind === 'progress-report' ? m.published() : m.within(), daysOf(of)],
    [
      m.hash(),
      hash ? (
        <code key="hash" className="mono">
          {hash}
        </code>
      ) : null,
    ],
    [m.printed(), momentText(printedAt)],
  ];
  return (
    <>
      <Say kind="good" isNews>
        <p>
          <b>{m.known()}</b>
        </p>
        <p>{m.compare()}</p>
      </Say>
      <Facts of={facts} />
      <Sums of={of} />
      <p className="quiet">{m.asThen({ moment: momentText(printedAt) })}</p>
      {session && item ? (
        <p>
          <ItemLink id={item}>{m.open()}</ItemLink>
        </p>
      ) : null}
    </>
  );
}

const wordsOf = ({ of, account, party }: Printed['sums'][number]): string => {
  const what = account ? kindText(account) : m.sum({ code: of });
  return party ? `${what} · ${party}` : what;
};

function Sums({ of: { sums, moreSums } }: { readonly of: Printed }) {
  if (sums.length === 0) return null;
  return (
    <section aria-labelledby="h-sums">
      <h2 id="h-sums">{m.sums()}</h2>
      <Facts of={[...Map.groupBy(sums, wordsOf)].map(([what, all]) => [what, list(all.map(({ amount }) => moneyText(amount)))])} />
      {moreSums > 0 ? <p>{m.moreSums({ count: moreSums })}</p> : null}
    </section>
  );
}
