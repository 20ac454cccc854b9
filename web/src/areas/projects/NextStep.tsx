import { queryOptions, useQuery } from '@tanstack/react-query';
import { secretariat } from '#messages';
import * as m from '#messages/projects';
import { task as taskText } from '#messages/waiting';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink, TaskLink } from '../../base/parts/ItemLink.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';

const TASKS = 100;

/** What waits in a project, the reader's own first. */
const waitingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'work'),
    queryFn: async ({ signal }) => {
      const asked = { project: id, sort: 'due', waits: 'all', with: 'names', limit: TASKS } as const;
      const { work, names } = await api.operations.listWork(asked, { signal });
      const [next, after] = [...work.filter(({ mine }) => mine), ...work.filter(({ mine }) => !mine)];
      return { next, after, names };
    },
  });

/** Who must do what by when, before all history: with the way to it where it is the reader's turn. */
export function NextStep({ project: { id } }: { readonly project: Schemas['Project'] }) {
  const { data } = useQuery(waitingQuery(id));
  const { next, after, names = {} } = data ?? {};
  if (!next) return null;
  return (
    <>
      <div className={next.mine ? 'turn' : 'turn others'}>
        <div>
          <Icon name={next.overdue ? 'late' : 'wait'} size={22} />
          <div>
            <h2>{m.nextStep()}</h2>
            <p>
              <Says task={next} names={names} />
              {next.amount ? (
                <>
                  {' '}
                  <Money amount={next.amount} of={`work/${next.kind}/${next.item}`} />
                </>
              ) : null}
            </p>
          </div>
        </div>
        {next.item === id && !(next.mine && next.kind === 'screening') ? null : (
          <div className="row">
            {next.mine ? (
              <TaskLink task={next} className="btn first">
                {taskText({ kind: next.kind })}
              </TaskLink>
            ) : (
              <ItemLink id={next.item}>{m.toTask()}</ItemLink>
            )}
          </div>
        )}
      </div>
      {after ? (
        <p className="quiet">
          <small>
            {m.alsoWaits()} <Says task={after} names={names} />
          </small>
        </p>
      ) : null}
    </>
  );
}

/** Whose turn it is, in a sentence. */
function Says({
  task: { kind, mine, due, dueOn = due, organisation },
  names,
}: {
  readonly task: Schemas['Work'];
  readonly names: Schemas['Names'];
}) {
  const what = taskText({ kind });
  const by = dueOn === undefined ? 'none' : dayText(dueOn);
  return mine ? m.waitsForYou({ what, due: by }) : m.waitsFor({ who: names[organisation]?.text ?? secretariat(), what, due: by });
}
