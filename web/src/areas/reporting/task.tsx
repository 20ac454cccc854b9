import { getRouteApi, notFound } from '@tanstack/react-router';
import { evidence as evidenceText } from '#messages/milestones';
import * as m from '#messages/reporting';
import { Evidence } from './evidence.tsx';
import { Head, Standing } from './head.tsx';
import { Narrative } from './narrative.tsx';
import { type Reporting, useReporting } from './report.queries.ts';
import { Results } from './results.tsx';

const route = getRouteApi('/members/milestones/$id/report/$task');

const TASKS: Readonly<
  Record<string, { readonly title: () => string; readonly Of: (props: { readonly reporting: Reporting }) => React.ReactNode } | undefined>
> = {
  results: { title: m.results, Of: Results },
  evidence: { title: evidenceText, Of: Evidence },
  narrative: { title: m.inWords, Of: Narrative },
};

/** One task of a report. */
export function TaskPage() {
  const { id, task } = route.useParams();
  const reporting = useReporting(id);
  const found = TASKS[task];
  if (!found) throw notFound();
  return (
    <>
      <Head reporting={reporting} title={found.title()} />
      <Standing reporting={reporting} />
      <found.Of key={id} reporting={reporting} />
    </>
  );
}
