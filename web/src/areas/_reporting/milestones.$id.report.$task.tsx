import { getRouteApi, notFound } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';
import { evidence as evidenceText } from '#messages/milestones';
import * as m from '#messages/reporting';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { Results } from './Results.tsx';
import { Head, Standing } from './shared/Head.tsx';
import { type Reporting, useReporting } from './shared/queries.ts';

const route = getRouteApi('/members/milestones/$id/report/$task');

type Task = ComponentType<{ readonly reporting: Reporting }>;

// What uploads files, and the description of all forms, come with the tasks that need them.
const Evidence = lazy(async () => ({ default: (await import('./Evidence.tsx')).Evidence }));
const Narrative = lazy(async () => ({ default: (await import('./Narrative.tsx')).Narrative }));

const TASKS: Readonly<Record<string, { readonly title: () => string; readonly Of: Task } | undefined>> = {
  results: { title: m.results, Of: Results },
  evidence: { title: evidenceText, Of: Evidence },
  narrative: { title: m.inWords, Of: Narrative },
};

/** One task of a report. */
export function Page() {
  const { id, task } = route.useParams();
  const found = TASKS[task];
  if (!found) throw notFound();
  const reporting = useReporting(id);
  return (
    <>
      <Head reporting={reporting} title={found.title()} />
      <Standing reporting={reporting} />
      <Awaiting>
        <found.Of key={id} reporting={reporting} />
      </Awaiting>
    </>
  );
}
