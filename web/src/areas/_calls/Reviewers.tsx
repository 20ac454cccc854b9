import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { personName } from '../../acts/words.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { answerName, type Call } from './shared/said.ts';

/** Who reviews, and what they have to do with the answers, for who has opened the call and those who oversee. */
export function Reviewers({ call }: { readonly call: Call }) {
  const { reviewers, interests, names = {} } = call;
  return (
    <section className="part" aria-labelledby="h-reviewers">
      <h2 id="h-reviewers">{c.reviewers()}</h2>
      <ul className="plain">
        {reviewers.map(({ person, barred }) => (
          <li key={person}>
            {personName(names, person)} {barred ? <em>{m.isBarred()}</em> : null}
          </li>
        ))}
      </ul>
      {interests.length > 0 ? <Interests call={call} /> : null}
    </section>
  );
}

function Interests({ call }: { readonly call: Call }) {
  const { interests, names = {} } = call;
  return (
    <Table
      label={c.interests()}
      rows={interests}
      keyOf={({ reviewer, answer, interest }) => `${reviewer}/${answer}/${interest ?? ''}`}
      columns={[
        { title: c.reviewer(), cell: ({ reviewer }) => personName(names, reviewer) },
        { title: c.project(), cell: ({ answer }) => <ItemLink id={answer}>{answerName(call, answer)}</ItemLink> },
        { title: m.interest(), cell: ({ interest }) => (interest ? m.interestIs({ interest }) : c.isDeclared()) },
        { title: m.barsFrom(), cell: ({ bars }) => m.barsIs({ bars }) },
      ]}
    />
  );
}
