import * as shared from '#messages/handed-in';
import * as m from '#messages/progress-reports';
import { Acts } from '../../acts/Acts.tsx';
import { mayDo } from '../../base/api/items.ts';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import type { Given } from '../../opened/Act.tsx';
import { type Edition, type Report, SECTIONS, sectionName } from './cells.ts';
import { Returning } from './Returning.tsx';

type Of = { readonly report: Report; readonly edition: Edition };

const OF_THE_WHOLE: readonly string[] = ['signOffProgressReport', 'acceptProgressReport', 'proposeReportEdition'];

/** What is done with the report as a whole. */
export function HandIn({ report, edition }: Of) {
  const { number, filled, values } = edition;
  const body = { edition: number };
  const summary = <p>{m.youSignOff({ number, filled, values })}</p>;
  const given = (operation: string): Given =>
    operation === 'proposeReportEdition' ? {} : { body, ...(operation === 'signOffProgressReport' ? { summary } : {}) };
  return (
    <section className="part sendoff" aria-labelledby="h-hand-in">
      <h2 id="h-hand-in">{shared.handIn()}</h2>
      <Acts
        item={report}
        only={({ operation, answer }) => OF_THE_WHOLE.includes(operation) && (operation !== 'proposeReportEdition' || answer === 'allowed')}
        given={({ operation }) => given(operation)}
      />
      {mayDo(report, 'returnProgressReport') ? <Return report={report} edition={number} /> : null}
    </section>
  );
}

const NO_REMARKS = {};

function Return({ report: { id, version }, edition }: { readonly report: Report; readonly edition: number }) {
  const draft = useDraft(`returnProgressReport/${id}/${edition}`, NO_REMARKS);
  const command = useCommand('returnProgressReport', { id }, draft);
  return (
    <Returning
      operation="returnProgressReport"
      sections={SECTIONS}
      nameOf={sectionName}
      draft={draft}
      command={command}
      send={(remarks) => command.mutate({ body: { edition, remarks: [...remarks] }, version })}
    />
  );
}
