import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/desk';
import { doneText } from '../../acts/form-words.ts';
import { Refusal } from '../../acts/Refusal.tsx';
import { Refused } from '../../acts/Refused.tsx';
import type { Schemas } from '../../api/client.ts';
import { type CommandName, useCommand } from '../../api/commands.ts';
import { useDraft, type Values } from '../../api/drafts.ts';
import { itemQuery } from '../../api/items.ts';
import { Facts } from '../../parts/Facts.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Money } from '../../parts/Money.tsx';
import { factsOf } from './bulk-facts.ts';
import { bulkOf, isOfTask, keyOfTask, readOf } from './together.ts';

type Work = Schemas['Work'];
type Names = Schemas['Names'];
/** Does the act where the row is ready for it, on the version that was read or, of the same item, that the act before has made; answers the next. */
export type Run = (version: number | undefined) => Promise<number | undefined>;
type Props = {
  readonly task: Work;
  readonly names: Names;
  readonly isBegun: boolean;
  onReady(isReady: boolean, run: Run): void;
};

const NOTHING: Values = {};
type Read = { readonly version?: number; readonly may?: readonly Schemas['Permission'][]; readonly names?: Names };

/** One of several: what it binds to, whether it was opened, and what became of it. */
export function BulkRow({ task, names, isBegun, onReady }: Props) {
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
  const body = operation === 'requestPayment' ? { tranche, sponsor } : {};
  const run: Run = async (version = read?.version) => {
    if (!isReady) return undefined;
    // What is refused stands in `error`.
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
              {common.task({ kind })} {amount ? <Money amount={amount} of={`work/${keyOfTask(task)}`} /> : null}
            </span>
          </span>
        </summary>
        <Facts of={factsOf(task, { ...names, ...read?.names }, read)} />
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
