import { lazy, Suspense, useRef, useState } from 'react';
import * as m from '#messages/forms';
import type { Schemas } from '../api/client.ts';
import type { CommandName } from '../api/commands.ts';
import { Icon } from '../parts/Icon.tsx';
import { list } from '../parts/locale.ts';
import type { Given } from './Act.tsx';
import { Done } from './Done.tsx';
import { Refusal } from './Refusal.tsx';
import { labelOf, roleText } from './words.ts';

// Forms come when the first is opened.
const Act = lazy(async () => ({ default: (await import('./Act.tsx')).Act }));

type Permission = Schemas['Permission'];
type Item = {
  readonly id: string;
  readonly version?: number;
  readonly may?: readonly Permission[];
  readonly names?: Schemas['Names'];
};

type Props = {
  readonly item: Item;
  /** Which of what may be done to the item is offered here; all of it where nothing is said. */
  readonly only?: (permission: Permission) => boolean;
  /** What the page knows of an act. Acts of which it says `undefined` have their own form elsewhere, and are left out. */
  readonly given?: (permission: Permission) => Given | undefined;
  /** Told what the API answered to what was done. */
  readonly onDone?: (operation: string, outcome: object) => void;
};

/** Refusals that say no more than that this is for others. */
const FOR_OTHERS = /^(role-is-missing|wrong-organisation|person-acts-for-another)$/;
/** Refusals that are about the person, not about where the item stands: they are always shown, with who may instead. */
const OF_DUTIES = /same-person$|^(person-has-another-duty|requester-is-another|subject-is-not-clear|joined-person-has-acted)$/;
/** Acts that end, or send back, what others go on with: they are never the first that is offered. */
const AGAINST =
  /^(refuse|return|reject|decline|withdraw|retract|objectTo|fail|reverse|revoke|retire|pause|flag|ignore|hold|end|counter|requestInformation|proposeWaiver|proposeMeasure)/;
/** Acts that add something beside the matter: they come after what it waits for. */
const BESIDE = /^(attachDocuments|nameContacts)$/;
const typeOf = ({ reason }: Permission): string => (reason?.type ?? '').replace('/problems/', '');

/** What a permission says of the part that it is of. */
const partOf = ({ operation: _, answer: _answer, roles: _roles, reason: _reason, ...part }: Permission): string =>
  Object.values(part).join('/');

/** An act that is offered here, with what the page knows of it. */
type Offered = { readonly permission: Permission; readonly told: Given; readonly key: string };

type Places = Record<string, string | number>;
/** By the names of paths, which count measures, questions and the like by their number. */
function placesOf({ offer, payment, entry, resolution, expenditure, ...counted }: Permission): Places {
  const { measure, question, condition, recovery, advance, hold } = counted;
  const number = measure ?? question ?? condition ?? recovery ?? advance ?? hold;
  const places = { offer, payment, entry, resolution, expenditure, number };
  return JSON.parse(JSON.stringify(places)) as Places;
}

const AGAINST_ALL = 2;
const rankOf = ({ operation }: Permission): number => (AGAINST.test(operation) ? AGAINST_ALL : Number(BESIDE.test(operation)));

/** What may be done to an item now, and by whom else, and why not by whoever reads. */
export function Acts({ item, only = () => true, given = () => ({}), onDone }: Props) {
  const [opened, setOpened] = useState<Offered>();
  const [done, setDone] = useState<{ readonly operation: string; readonly version?: number | undefined }>();
  const [isAsked, setAsked] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const shown = (item.may ?? []).filter(only).flatMap((permission): Offered[] => {
    const told = given(permission);
    return told === undefined ? [] : [{ permission, told, key: `${permission.operation}/${partOf(permission)}` }];
  });
  const allowed = shown
    .filter(({ permission }) => permission.answer === 'allowed')
    .toSorted((one, other) => rankOf(one.permission) - rankOf(other.permission));
  const refused = shown.filter(({ permission }) => permission.answer === 'refused' && !FOR_OTHERS.test(typeOf(permission)));
  const [others, duties] = [false, true].map((isDuty) => refused.filter(({ permission }) => OF_DUTIES.test(typeOf(permission)) === isDuty));
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
              className={`btn${index === 0 && rankOf(permission) < AGAINST_ALL ? ' first' : ''}`}
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
            places={{ ...placesOf(open.permission), ...open.told.places }}
            body={{ ...partsOfBody(open.permission), ...open.told.body }}
            onCancel={() => setOpened(undefined)}
            onDone={(operation, outcome) => {
              setOpened(undefined);
              setDone({ operation, version: outcome.version });
              onDone?.(operation, outcome);
              // The button that opened the form may be gone by now.
              told.current?.focus();
            }}
          />
        </Suspense>
      ) : null}
      <NotNow refused={duties ?? []} names={item.names} />
      {(others ?? []).length === 0 ? null : (
        <details className="more" onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
          <summary>{m.notNow()}</summary>
          {isAsked ? <NotNow refused={others ?? []} names={item.names} /> : null}
        </details>
      )}
    </div>
  );
}

type Refused = { readonly permission: Permission; readonly key: string };

/** What is not open now, each with the reason and who may. */
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

/** Parts of an item that a body names, and no path. */
const partsOfBody = ({ operation, tranche, sponsor }: Permission): Record<string, unknown> => ({
  ...(/^(requestPayment|requestPartPayment|askAdvance)$/.test(operation) && { tranche, sponsor }),
  ...(/^(proposeWriteOff|requestRelease)$/.test(operation) && { sponsor }),
  ...(operation === 'holdPayment' && { tranche: tranche ?? 0, sponsor }),
});
