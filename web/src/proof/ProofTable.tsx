import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/proof';
import { useCodeNames } from '../base/api/lists.ts';
import { dayText, shareText } from '../base/parts/locale.ts';
import { Table } from '../base/parts/Table.tsx';
import { type Proof, proofsQuery, useValues } from './proofs.ts';

type Row = { readonly proof: Proof; readonly result: Proof['results'][number] | undefined };

/** What the milestones of a project were to reach, what was reported, and what was accepted; each with the way to its proof. */
export function ProofTable({ project }: { readonly project: string }) {
  const { data: proofs } = useQuery(proofsQuery(project));
  const indicator = useCodeNames('indicators');
  const value = useValues(({ result }: Row) => result);
  if (!proofs || proofs.length === 0) return null;
  const rows = proofs
    .toSorted((one, other) => one.number - other.number)
    .flatMap((proof): Row[] =>
      proof.results.length === 0 ? [{ proof, result: undefined }] : proof.results.map((result) => ({ proof, result })),
    );
  return (
    <section className="part" aria-labelledby="h-proofs">
      <h2 id="h-proofs">{m.results()}</h2>
      <p className="quiet">{m.whatItIs()}</p>
      <Table
        label={m.results()}
        rows={rows}
        keyOf={({ proof, result }) => `${proof.milestone}/${result?.code ?? ''}`}
        columns={[
          {
            title: m.milestone(),
            isName: true,
            cell: ({ proof: { milestone, number, title } }) => (
              <Link to="/proof/$id" params={{ id: milestone }}>
                {number}. {title}
              </Link>
            ),
          },
          { title: m.indicator(), cell: ({ result }) => (result ? indicator(result.code) : m.nothingPlanned()) },
          value(m.planned(), 'planned'),
          value(m.reported(), 'reported'),
          value(m.accepted(), 'accepted'),
          { title: m.share(), isFigure: true, isCounted: true, cell: ({ proof }) => shareText(proof.payableBasisPoints) },
          { title: m.verifiedOn(), cell: ({ proof }) => <time dateTime={proof.verifiedAt}>{dayText(proof.verifiedAt)}</time> },
          { title: m.proof(), cell: ({ proof }) => m.fileCount({ count: proof.files.length }) },
        ]}
      />
    </section>
  );
}
