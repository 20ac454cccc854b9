import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy } from 'react';
import * as m from '#messages/proof';
import type { AnswerOf } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { Near } from '../../parts/Near.tsx';
import { CheckFile, Files } from '../../proof/Files.tsx';
import { type Proof, provenQuery, useValues } from '../../proof/proofs.ts';

const PaidBy = lazy(async () => ({ default: (await import('../../proof/PaidBy.tsx')).PaidBy }));

const route = getRouteApi('/everybody/proof/$id');

/** By what a milestone was proven, for everybody: planned, reported and accepted, when, in which role, and by which files. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data } = useSuspenseQuery(provenQuery(id));
  const { milestone, proof, names = {} } = data;
  const { project, proposer, number, title, status } = milestone;
  return (
    <>
      <PageHead
        title={m.title({ name: `${number}. ${title}` })}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/projects/$id" params={{ id: project }}>
                {names[project]?.text ?? project}
              </Link>
            </li>
            <li>
              <ItemLink id={proposer}>{names[proposer]?.text ?? proposer}</ItemLink>
            </li>
          </ol>
        }
        below={
          <p className="row">
            <StatusOf of="milestoneStatus" status={status} />
          </p>
        }
        aside={<PrintButton />}
      />
      {proof ? (
        <>
          <section className="part" aria-labelledby="h-results">
            <h2 id="h-results">{m.results()}</h2>
            <p className="quiet">{m.whatItIs()}</p>
            <Results proof={proof} />
          </section>
          <Verdict of={data} proof={proof} />
          <Near>
            <PaidBy project={project} milestone={id} />
          </Near>
          <section className="part" aria-labelledby="h-files">
            <h2 id="h-files">{m.files()}</h2>
            <Files files={proof.files} />
          </section>
          <CheckFile files={proof.files} />
        </>
      ) : (
        <p>{m.notYet()}</p>
      )}
    </>
  );
}

function Results({ proof: { results } }: { readonly proof: Proof }) {
  const indicator = useCodeNames('indicators');
  const value = useValues((result: Proof['results'][number]) => result);
  if (results.length === 0) return <p>{m.nothingPlanned()}</p>;
  return (
    <Table
      label={m.results()}
      rows={results}
      keyOf={({ code }) => code}
      columns={[
        { title: m.indicator(), cell: ({ code }) => indicator(code) },
        value(m.baseline(), 'baseline'),
        value(m.planned(), 'planned'),
        value(m.reported(), 'reported'),
        value(m.accepted(), 'accepted'),
      ]}
    />
  );
}

type VerdictProps = { readonly of: AnswerOf<'getPublicMilestone'>; readonly proof: Proof };
const IN_FULL = 10_000;

function Verdict({ of: { milestone, payment }, proof }: VerdictProps) {
  const { dueOn, reportedAt, verifiedAt, verifiedAs, payableBasisPoints } = proof;
  const day = (at: string) => (
    <time key={at} dateTime={at}>
      {dayText(at)}
    </time>
  );
  const outcome = m.outcome({ code: payableBasisPoints === IN_FULL ? 'full' : 'part' });
  return (
    <section className="part" aria-labelledby="h-verdict">
      <h2 id="h-verdict">{outcome}</h2>
      <Facts
        of={[
          [m.due(), day(dueOn)],
          [m.reportedOn(), day(reportedAt)],
          [m.verifiedOn(), day(verifiedAt)],
          [m.verifiedAs(), m.role({ role: verifiedAs })],
          [m.share(), shareText(payableBasisPoints)],
          [m.paid(), <Money key="paid" amount={payment.settled} of={`${milestone.id}/paid`} />],
        ]}
      />
      <p className="quiet">{m.notThePerson()}</p>
    </section>
  );
}
