import { lazy, Suspense, useRef, useState } from 'react';
import { ADDS, AGAINST, FOR_OTHERS, OF_DUTIES } from '#acts';
import * as m from '#messages/forms';
import type { Schemas } from '../base/api/client.ts';
import { Icon } from '../base/parts/Icon.tsx';
import { list } from '../base/parts/locale.ts';
import { More } from '../base/parts/More.tsx';
import type { CommandName } from '../forms/commands.ts';
import type { Given } from '../opened/Act.tsx';
import { isOnPage } from './by-pages.ts';
import { Done } from './Done.tsx';
import { Refusal } from './Refused.tsx';
import { labelOf, roleText } from './words.ts';

// Forms come when the first is opened.
const Act = lazy(async () => ({ default: (await import('../opened/Act.tsx')).Act }));

type Permission = Schemas['Permission'];
type Item = {
  readonly id: string;
  readonly version?: number;
  readonly may?: readonly Permission[];
  readonly names?: Schemas['Names'];
};

type Props = {
  readonly item: Item;
  /** Which of the item's acts are offered here; by default all. */
  readonly only?: (permission: Permission) => boolean;
  /**
   * What the page knows of an act. Acts of which it says `undefined` are left out, as are those that have a page to themselves; where the
   * page asks for one of these, it is told why it cannot be done.
   */
  readonly given?: (permission: Permission) => Given | undefined;
  /** Whether the API's answer says that something came of the act; by default it does. */
  readonly isRecorded?: (outcome: object) => boolean;
  /** Called with the API's answer to the act. */
  readonly onDone?: (operation: string, outcome: object) => void;
};

const typeOf = ({ reason }: Permission): string => reason?.type ?? '';

/** What a permission says of the part that it is of. */
const partOf = ({ operation: _, answer: _answer, roles: _roles, reason: _reason, ...part }: Permission): string =>
  Object.values(part).join('/');

/** An act that is offered here, with what the page knows of it. */
type Offered = { readonly permission: Permission; readonly told: Given; readonly key: string };

const MAX_RANK = 2;
/** What moves the matter on comes first, then what adds to it, and at the end what is against it. */
const rankOf = ({ operation }: Permission): number => (AGAINST.has(operation) ? MAX_RANK : Number(ADDS.has(operation)));

/** What may be done to an item now, by whom else, and why not by the reader. */
export function Acts({ item, only, given = () => ({}), isRecorded = () => true, onDone }: Props) {
  const [opened, setOpened] = useState<Offered>();
  const [done, setDone] = useState<{ readonly operation: string; readonly version?: number | undefined }>();
  const told = useRef<HTMLDivElement>(null);
  const shown = (item.may ?? []).filter(only ?? (() => true)).flatMap((permission): Offered[] => {
    const isElsewhere = isOnPage(permission.operation) && (only === undefined || permission.answer === 'allowed');
    const told = isElsewhere ? undefined : given(permission);
    return told === undefined ? [] : [{ permission, told, key: `${permission.operation}/${partOf(permission)}` }];
  });
  const allowed = shown
    .filter(({ permission }) => permission.answer === 'allowed')
    .toSorted((one, other) => rankOf(one.permission) - rankOf(other.permission));
  const refused = shown.filter(({ permission }) => permission.answer === 'refused' && !FOR_OTHERS.has(typeOf(permission)));
  const [others, duties] = [false, true].map((isDuty) => refused.filter(({ permission }) => OF_DUTIES.has(typeOf(permission)) === isDuty));
  // What somebody fills in stays, also where it cannot be done any more: sending it tells why.
  const open = opened && (shown.find(({ key }) => key === opened.key) ?? opened);
  if (shown.length === 0 && !done && !open) return null;
  return (
    <div className="acts-of">
      <div ref={told} tabIndex={-1}>
        {done ? <Done {...done} /> : null}
      </div>
      <div className="acts">
        {allowed.map((offered, index) => {
          const { permission, key } = offered;
          return (
            <button
              key={key}
              className={`btn${index === 0 && rankOf(permission) < MAX_RANK ? ' first' : ''}`}
              type="button"
              aria-expanded={open?.key === key}
              onClick={() => {
                // What was done before is not what is done now.
                setDone(undefined);
                setOpened(open?.key === key ? undefined : offered);
              }}
            >
              {labelOf(permission.operation)}
            </button>
          );
        })}
      </div>
      {open ? (
        <Suspense key={open.key} fallback={null}>
          <Act
            {...open.told}
            operation={open.permission.operation as CommandName}
            item={item.id}
            version={item.version}
            names={item.names}
            part={partOf(open.permission)}
            permission={open.permission}
            onCancel={() => setOpened(undefined)}
            onDone={(operation, outcome) => {
              setOpened(undefined);
              setDone(isRecorded(outcome) ? { operation, version: outcome.version } : undefined);
              onDone?.(operation, outcome);
              // The button that opened the form may be gone by now.
              told.current?.focus();
            }}
          />
        </Suspense>
      ) : null}
      <NotNow refused={duties ?? []} names={item.names} />
      {(others ?? []).length === 0 ? null : (
        <More title={m.notNow()}>
          <NotNow refused={others ?? []} names={item.names} />
        </More>
      )}
    </div>
  );
}

type Refused = { readonly permission: Permission; readonly key: string };

/** What is not possible now, each with the reason and who may. */
function NotNow({ refused, names }: { readonly refused: readonly Refused[]; readonly names: Schemas['Names'] | undefined }) {
  return refused.length === 0 ? null : (
    <ul className="not-now" aria-label={m.notNow()}>
      {refused.map(({ permission: { operation, reason, roles = [] }, key }) => (
        <li key={key}>
          <button className="btn small" type="button" disabled>
            <Icon name="lock" size={14} /> {labelOf(operation)}
          </button>
          <span>
            <Refusal type={reason?.type} facts={reason?.facts} names={names} />{' '}
            {roles.length > 0 ? m.whoMay({ roles: list(roles.map(roleText)) }) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
