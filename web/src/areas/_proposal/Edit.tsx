import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { notConfirmedYet } from '#messages/forms';
import * as m from '#messages/proposal';
import { Refused } from '../../acts/Refused.tsx';
import { useRefused } from '../../acts/words.ts';
import type { BodyOf, Schemas } from '../../base/api/client.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Faults, useTries } from '../../forms/Faults.tsx';
import { Input, loadInputs } from './Inputs.tsx';
import { filledWith, isPlaceUnchosen, wordsOf } from './sent.ts';
import { Crumbs } from './shared/Head.tsx';
import { TASKS, type TaskName } from './shared/tasks.ts';
import { currencyOf, textsOf } from './shared/written.ts';
import { typingOver } from './typing.ts';

const NOTHING = {};

const Conflicts = lazy(async () => ({ default: (await import('./Conflicts.tsx')).Conflicts }));
const loadPlanner = () => import('./Planner.tsx');
const Planner = lazy(async () => ({ default: (await loadPlanner()).Planner }));
const loadBalance = () => import('./Balance.tsx');
const Balance = lazy(async () => ({ default: (await loadBalance()).Balance }));

/** Begins to load what a task asks with. */
export function loadPartsOf(task: TaskName): void {
  loadInputs(TASKS[task]);
  if (task === 'milestones') void loadPlanner();
  if (task === 'money') void loadBalance();
}

type Props = { readonly project: Schemas['Project']; readonly task: TaskName };

/** One task of a proposal. */
export function Task({ project, task }: Props) {
  const { id, version, proposal, proposer, names, may = [] } = project;
  const asked = TASKS[task];
  const title = m.task({ task });
  const goTo = useNavigate();
  const draft = useDraft(`reviseProposal/${id}/${task}`, NOTHING);
  const command = useCommand('reviseProposal', { id }, draft);
  const { error, refusalText } = useRefused(command.error);
  const { tries, isTried, tried } = useTries();
  const [isUnchosen, setUnchosen] = useState(false);
  if (!draft.values) return null;
  const typing = typingOver(textsOf(asked, proposal), draft, draft.values);
  const { values, conflicts } = typing;
  const currency = (values['target/currency'] ?? currencyOf(proposal)).trim().toUpperCase();
  const filled = filledWith(proposal, asked, values, currency);
  const faults = {
    ...(isTried ? wordsOf({ asked, found: filled.faults, error, refusalText }) : {}),
    ...(isUnchosen ? { place: m.placeNotChosen() } : {}),
  };
  const isOpen = may.some(({ operation, answer }) => operation === 'reviseProposal' && answer !== 'refused');
  const back = () => goTo({ to: '/projects/$id/proposal', params: { id } });
  const change = (field: string, value: string): void => {
    if (field === 'place') setUnchosen(false);
    typing.change(field, value);
  };
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const unchosen = isPlaceUnchosen(event.currentTarget);
    tried();
    setUnchosen(unchosen);
    if (unchosen) return;
    if (command.isPending || conflicts.length > 0 || Object.keys(filled.faults).length > 0) return;
    if (!typing.isChanged) void back();
    else command.mutate({ body: filled.proposal as BodyOf<'reviseProposal'>, version }, { onSuccess: () => void back() });
  };
  return (
    <>
      <title>{`${title} · ${proposal.title ?? proposal.reference} · Junkan`}</title>
      <Crumbs project={project} isTask />
      <h1>{title}</h1>
      {isOpen ? null : (
        <Say kind="">
          <p>{m.notOpen()}</p>
        </Say>
      )}
      <form className="task-form" onSubmit={send} noValidate aria-label={title}>
        <Faults title={title} faults={faults} tries={tries} isPage />
        <Suspense fallback={null}>
          {conflicts.length > 0 ? <Conflicts conflicts={conflicts} onTheirs={typing.takeTheirs} onMine={typing.keepMine} /> : null}
        </Suspense>
        {asked.map((each) => (
          <Input key={each.name} asked={each} values={values} faults={faults} currency={currency} proposer={proposer} onChange={change} />
        ))}
        <Suspense fallback={null}>
          {task === 'milestones' ? <Planner value={values['milestones'] ?? ''} target={proposal.target} onChange={typing.change} /> : null}
          {task === 'money' ? <Balance values={values} currency={currency} onChange={typing.change} /> : null}
        </Suspense>
        {error ? <Refused error={error} names={names} /> : null}
        {command.isPending ? (
          <Say kind="info" isNews>
            <p>{notConfirmedYet()}</p>
          </Say>
        ) : null}
        <p className="quiet">
          <small>{typing.isChanged ? m.keptHere() : m.savedAs({ version })}</small>
        </p>
        <div className="row">
          <button className="btn first" type="submit" aria-disabled={command.isPending || !isOpen}>
            {m.save()}
          </button>
          <Link className="btn" to="/projects/$id/proposal" params={{ id }}>
            {m.allTasks()}
          </Link>
        </div>
      </form>
    </>
  );
}
