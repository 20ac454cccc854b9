import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { PAPER_NAMES, projectQuery, TASK_NAMES } from './shared/tasks.ts';

const route = getRouteApi('/members/projects/$id/proposal/$task');

const loadCheck = () => import('./Check.tsx');
const Check = lazy(async () => ({ default: (await loadCheck()).Check }));
const loadTask = () => import('./Edit.tsx');
const Task = lazy(async () => ({ default: (await loadTask()).Task }));
const loadPapers = () => import('./Papers.tsx');
const Papers = lazy(async () => ({ default: (await loadPapers()).Papers }));

/** One task of a proposal, or the review of all of it. */
export function Page() {
  const { id, task } = route.useParams();
  const name = TASK_NAMES.find((each) => each === task);
  // In parallel with the proposal, not after it.
  const paper = PAPER_NAMES.find((each) => each === task);
  if (name) void loadTask().then(({ loadPartsOf }) => loadPartsOf(name));
  else void (paper ? loadPapers() : loadCheck());
  const { data: project } = useSuspenseQuery(projectQuery(id));
  if (paper)
    return (
      <Awaiting>
        <Papers key={paper} project={project} task={paper} />
      </Awaiting>
    );
  return <Awaiting>{name ? <Task key={name} project={project} task={name} /> : <Check project={project} />}</Awaiting>;
}
