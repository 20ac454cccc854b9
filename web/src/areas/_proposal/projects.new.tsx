import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { onlyFor } from '#messages/forms';
import * as m from '#messages/proposal';
import { labelOf, roleText, useRefused } from '../../acts/words.ts';
import type { BodyOf } from '../../base/api/client.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { TaskForm } from '../../forms/TaskForm.tsx';
import { Input } from './Inputs.tsx';
import { filledWith, wordsOf } from './sent.ts';
import { type Proposal, TASKS } from './shared/tasks.ts';

const NOTHING = {};
const FIRST = ['reference', 'title'];
const ASKED = TASKS.about.filter(({ name }) => FIRST.includes(name));
const WHO = 'proposer.officer';
const TITLE = labelOf('draftProject');

/** A draft begins with its number and its title; the other fields follow task by task. */
export function Page() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <>
      <title>{`${TITLE} · Junkan`}</title>
      <h1>{TITLE}</h1>
      {session?.roles.includes(WHO) ? (
        <Draft proposer={session.organisation} />
      ) : (
        <Say kind="">
          <p>{onlyFor({ role: roleText(WHO) })}</p>
        </Say>
      )}
    </>
  );
}

function Draft({ proposer }: { readonly proposer: string }) {
  const goTo = useNavigate();
  const draft = useDraft('draftProject', NOTHING);
  const command = useCommand('draftProject', NOTHING, draft);
  const { error, refusalText } = useRefused(command.error);
  if (!draft.values) return null;
  const { values } = draft;
  const { proposal, faults: found } = filledWith({} as Proposal, ASKED, values, '');
  const send = (): void => {
    const body = { proposer, proposal } as BodyOf<'draftProject'>;
    command.mutate({ body }, { onSuccess: ({ id }) => void goTo({ to: '/projects/$id/proposal', params: { id } }) });
  };
  return (
    <TaskForm
      title={TITLE}
      kind="task-form"
      command={command}
      faults={wordsOf({ asked: ASKED, found, error, refusalText })}
      isReady={Object.keys(found).length === 0}
      above={
        <p>
          {m.draftMeans()} <Link to="/projects/import">{m.importProjects()}</Link>
        </p>
      }
      send={send}
    >
      {(faults) =>
        ASKED.map((asked) => (
          <Input key={asked.name} asked={asked} values={values} faults={faults} currency="" proposer={proposer} onChange={draft.change} />
        ))
      }
    </TaskForm>
  );
}
