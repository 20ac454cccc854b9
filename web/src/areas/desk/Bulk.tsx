import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/desk';
import { cancel } from '#messages/forms';
import { task as taskText } from '#messages/waiting';
import { Refusal, Refused } from '../../acts/Refused.tsx';
import { fieldLabel, labelOf, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { countryName, dayText, list } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { type CommandName, useCommand } from '../../forms/commands.ts';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { doneText } from '../../opened/done.ts';
import { meaningOf } from '../../opened/words.ts';
import { usePanel } from '../../parts/panel.ts';
import { AccountsInUse } from '../../payments/AccountsInUse.tsx';
import { readIn, useAccountsOf } from '../../payments/accounts-of.ts';
import { bulkOf, isOfTask, keyOfTask, readOf } from './together.ts';

type Props = { readonly tasks: readonly Schemas['Work'][]; readonly names: Schemas['Names']; onClose(isOver: boolean): void };

/** Several tasks done one after the other: each is a separate act with its own answer. */
export function Bulk({ tasks, names, onClose }: Props) {
  const runs = useRef(new Map<string, Run>());
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set());
  const [is, setIs] = useState<'asked' | 'running' | 'over'>('asked');
  const { panel, close, onKeyDown } = usePanel<HTMLElement>(true, () => onClose(is === 'over'));
  const run = async (): Promise<void> => {
    if (is !== 'asked') return;
    setIs('running');
    // One after the other: where two touch the same item, the second is decided on what the first has made of it.
    const versions = new Map<string, number | undefined>();
    for (const task of tasks) {
      const version = await runs.current.get(keyOfTask(task))?.(versions.get(task.item));
      if (version !== undefined) versions.set(task.item, version);
    }
    setIs('over');
  };
  const operations = [...new Set(tasks.flatMap((task) => bulkOf(task)?.operation ?? []))];
  return (
    <section className="act-form" aria-labelledby="h-bulk" ref={panel} onKeyDown={is === 'running' ? undefined : onKeyDown}>
      <h2 id="h-bulk" tabIndex={-1}>
        {m.doTogether({ count: tasks.length })}
      </h2>
      {operations.map((operation) => (
        <p key={operation}>
          <b>{labelOf(operation)}.</b> {meaningOf(operation)}
        </p>
      ))}
      <ul className="bulk">
        {tasks.map((task) => {
          const key = keyOfTask(task);
          return (
            <BulkRow
              key={key}
              task={task}
              names={names}
              isBegun={is !== 'asked'}
              onReady={(isReady, act) => {
                runs.current.set(key, act);
                setReady((before) =>
                  before.has(key) === isReady ? before : new Set(isReady ? [...before, key] : [...before].filter((each) => each !== key)),
                );
              }}
            />
          );
        })}
      </ul>
      <p role="status">{is === 'over' ? m.allDone() : m.readyOf({ ready: ready.size, all: tasks.length })}</p>
      <div className="row">
        {is === 'over' ? null : (
          <button
            className="btn first"
            type="button"
            aria-disabled={is === 'running' || ready.size === 0}
            onClick={() => ready.size > 0 && void run()}
          >
            {m.doThese({ count: ready.size })}
          </button>
        )}
        <button className="btn" type="button" aria-disabled={is === 'running'} onClick={() => is !== 'running' && close()}>
          {is === 'over' ? m.close() : cancel()}
        </button>
      </div>
    </section>
  );
}

type Work = Schemas['Work'];
type Names = Schemas['Names'];
/** Does the act where the row is ready for it, on the version that was read or, of the same item, that the act before has made; answers the next. */
type Run = (version: number | undefined) => Promise<number | undefined>;
type BulkRowProps = {
  readonly task: Work;
  readonly names: Names;
  readonly isBegun: boolean;
  onReady(isReady: boolean, run: Run): void;
};

const NOTHING: Values = {};
type Read = { readonly version?: number; readonly may?: readonly Schemas['Permission'][]; readonly names?: Names };

/** One of several: what it binds to, whether it was opened, and what became of it. */
function BulkRow({ task, names, isBegun, onReady }: BulkRowProps) {
  const { item, kind, title, amount, offer, payment, tranche, sponsor } = task;
  const { operation, needs } = bulkOf(task) ?? { operation: 'approvePayment' as CommandName, needs: 'opened' };
  const { data } = useQuery({ ...itemQuery(readOf(task), item), enabled: !isBegun });
  const read = data as Read | undefined;
  const [isOpened, setOpened] = useState(false);
  const part = [offer, payment].filter((each) => each !== undefined);
  const draft = useDraft(`${operation}/${item}/${part.join('/')}${operation === 'requestPayment' ? `${tranche}/${sponsor}` : ''}`, NOTHING);
  const command = useCommand(operation, { id: item, ...(offer ? { offer } : {}), ...(payment ? { payment } : {}) }, draft);
  const permission = read?.may?.find((each) => each.operation === operation && isOfTask(task, each));
  const isReady = permission?.answer === 'allowed' && draft.values !== undefined && (needs === 'rule' || isOpened);
  const accounts = useAccountsOf({ id: item, may: read?.may ?? [] }, payment);
  const body = operation === 'requestPayment' ? { tranche, sponsor } : accounts && isOpened ? readIn(accounts) : {};
  const run: Run = async (version = read?.version) => {
    if (!isReady) return undefined;
    // A refusal is in `error`.
    const outcome = await command.mutateAsync({ body: body as never, version }).catch(() => undefined);
    return (outcome as { readonly version?: number } | undefined)?.version;
  };
  useEffect(() => onReady(isReady, run));
  return (
    <li>
      <details className="more" onToggle={({ currentTarget: { open } }) => open && setOpened(true)}>
        <summary>
          <span className="tag">
            <Icon name={command.isSuccess ? 'done' : isReady ? 'open' : 'wait'} />
            <span>
              {title ?? common.project()}
              {': '}
              {taskText({ kind })} {amount ? <Money amount={amount} of={`work/${keyOfTask(task)}`} /> : null}
            </span>
          </span>
        </summary>
        <Facts of={factsOf(task, { ...names, ...read?.names }, read)} />
        {accounts && amount ? <AccountsInUse of={accounts} amount={amount} /> : null}
        <p>
          <ItemLink id={item} hash={payment}>
            {m.readWhole()}
          </ItemLink>
        </p>
      </details>
      {command.isSuccess ? <b>{doneText(operation)}</b> : null}
      {command.isPending ? <span role="status">{m.underWay()}</span> : null}
      {command.error ? <Refused error={command.error} names={read?.names} /> : null}
      {permission?.answer === 'refused' ? (
        <small>
          <Refusal type={permission.reason?.type} facts={permission.reason?.facts} names={read?.names} />
        </small>
      ) : null}
      {!isBegun && !isOpened && needs === 'opened' && permission?.answer === 'allowed' ? (
        <small className="quiet">{m.openFirst()}</small>
      ) : null}
    </li>
  );
}

/** What must be shown of an item before a decision on its task. */
function factsOf(task: Work, names: Names, item: unknown): readonly Fact[] {
  const { due, dueOn } = task;
  const day = dueOn ?? due;
  const nameOf = (id: string | undefined): string => (id === undefined ? '' : (names[id]?.text ?? id));
  const people = (persons: readonly (string | undefined)[]): string =>
    list([...new Set(persons.filter((person) => person !== undefined && person !== ''))].map((person) => personName(names, person ?? '')));
  const always = [[common.due(), day === undefined ? common.noDate() : dayText(day)]] as const;
  switch (task.item.slice(0, 'prj'.length)) {
    case 'agr':
      return [...ofPayment(task, item as Schemas['Agreement'] | undefined, nameOf, people), ...always];
    case 'fnd': {
      const offer = (item as Schemas['Funding'] | undefined)?.offers.find(({ id }) => id === task.offer);
      return [[fieldLabel('sponsor'), nameOf(offer?.sponsor)], [m.preparedBy(), people(offer?.preparedBy ?? [])], ...always];
    }
    default: {
      const { proposer, proposal, screenedBy } = (item ?? {}) as Partial<Schemas['Project']>;
      return [
        [fieldLabel('proposer'), nameOf(proposer)],
        [common.countries(), list((proposal?.countries ?? []).map(countryName))],
        [m.preparedBy(), people([screenedBy])],
        ...always,
      ];
    }
  }
}

function ofPayment(
  { payment, tranche, sponsor }: Work,
  agreement: Schemas['Agreement'] | undefined,
  nameOf: (id: string | undefined) => string,
  people: (persons: readonly (string | undefined)[]) => string,
): readonly Fact[] {
  const order = agreement?.payments.find(({ id }) => id === payment);
  const number = order?.tranche ?? tranche;
  return [
    [fieldLabel('sponsor'), nameOf(order?.sponsor ?? sponsor)],
    [m.milestone(), agreement?.tranches.find((each) => each.number === number)?.title],
    [m.preparedBy(), people([order?.submittedBy, order?.verifiedBy, order?.requestedBy, order?.approvedBy])],
  ];
}
