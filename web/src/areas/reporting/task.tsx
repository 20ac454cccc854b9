import { getRouteApi, notFound } from '@tanstack/react-router';
import { lazy } from 'react';
import { evidence as evidenceText } from '#messages/milestones';
import * as m from '#messages/reporting';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Head, Standing } from './head.tsx';
import { type Reporting, useReporting } from './report.queries.ts';

const route = getRouteApi('/members/milestones/$id/report/$task');

type Task = (props: { readonly reporting: Reporting }) => React.ReactNode;

/** A task, which begins to load while the report does. */
const taskOf = (title: () => string, load: () => Promise<Task>) => ({ title, load, Of: lazy(async () => ({ default: await load() })) });

const TASKS: Readonly<Record<string, ReturnType<typeof taskOf> | undefined>> = {
  results: taskOf(m.results, async () => (await import('./results.tsx')).Results),
  evidence: taskOf(evidenceText, async () => (await import('./evidence.tsx')).Evidence),
  narrative: taskOf(m.inWords, async () => (await import('./narrative.tsx')).Narrative),
};

/** One task of a report. */
export function TaskPage() {
  const { id, task } = route.useParams();
  const found = TASKS[task];
  if (!found) throw notFound();
  void found.load();
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
