import { Link } from '@tanstack/react-router';
import * as milestones from '#messages/milestones';
import * as m from '#messages/reporting';
import { Present } from '../../../acts/Present.tsx';
import { Words } from '../../../acts/Words.tsx';
import { personName } from '../../../acts/words.ts';
import type { Schemas } from '../../../base/api/client.ts';
import { dayText, momentText } from '../../../base/parts/locale.ts';
import { PrintButton } from '../../../base/parts/PrintButton.tsx';
import { Say } from '../../../base/parts/Say.tsx';
import type { Planned } from '../../../reports/planned.ts';
import type { Reporting } from './queries.ts';

/** Where one is: the milestone, its report, and one of its tasks. `title`: empty for the report itself. */
export function Head({
  reporting: { id, milestone, draft, names },
  title = '',
}: {
  readonly reporting: Reporting;
  readonly title?: string;
}) {
  const { number, project, dueOn, title: called } = milestone;
  const report = m.reportOn({ number });
  return (
    <>
      <title>{`${title || report} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/projects/$id" params={{ id: project }}>
            {names[project]?.text ?? milestones.project()}
          </Link>
        </li>
        <li>
          <Link to="/milestones/$id" params={{ id }}>
            {milestones.milestoneNumber({ number })}
          </Link>
        </li>
        {title === '' ? null : (
          <li>
            <Link to="/milestones/$id/report" params={{ id }}>
              {m.report()}
            </Link>
          </li>
        )}
        <li>{title || m.report()}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{title || report}</h1>
          <p>
            {called} · {m.draftStatus({ code: draft.status })} · {milestones.due()} <time dateTime={dueOn}>{dayText(dueOn)}</time>
          </p>
        </div>
        <div className="row">
          <PrintButton />
        </div>
      </div>
      {draft.status === 'editing' || draft.status === 'returned' ? <Present item={id} /> : null}
    </>
  );
}

/** The status of the report, unless it is simply being written. */
export function Standing({ reporting: { draft, milestone, names } }: { readonly reporting: Reporting }) {
  const { status, sent, returned } = draft;
  switch (status) {
    case 'sent':
      return (
        <Say kind="">
          <p>{m.lockedSent({ person: personName(names, sent?.by ?? ''), at: sent ? momentText(sent.at) : '' })}</p>
        </Say>
      );
    case 'returned':
      return (
        <Say kind="wait">
          <p>
            <b>{m.returned()}</b>
          </p>
          <Words said={returned} names={names} />
        </Say>
      );
    case 'signed-off': {
      const { submittedBy = '', submittedAt } = milestone.report ?? {};
      return (
        <Say kind="good">
          <p>{m.signedOff({ person: personName(names, submittedBy), at: submittedAt ? momentText(submittedAt) : '' })}</p>
        </Say>
      );
    }
    case 'lapsed':
      return (
        <Say kind="">
          <p>{m.lapsed()}</p>
        </Say>
      );
    case 'editing':
      return null;
  }
}

type Missing = { readonly task: 'results' | 'evidence'; readonly code: string };

/** What a draft lacks before it can be sent. */
export const missingIn = (
  { results, evidence }: Pick<Schemas['ReportDraft'], 'results' | 'evidence'>,
  planned: readonly Planned[],
): readonly Missing[] => [
  ...planned
    .filter(({ code }) => results.indicators.every((value) => value.code !== code))
    .map(({ code }) => ({ task: 'results' as const, code })),
  ...(evidence.evidence.length === 0 ? [{ task: 'evidence' as const, code: '' }] : []),
];
