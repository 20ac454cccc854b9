import { type FormEvent, useEffect, useState } from 'react';
import { type Field as Described, FORMS, OF_NO_ITEM, PARTS, PLACES } from '#forms';
import * as m from '#messages/forms';
import { NotSent, Refused } from '../acts/Refused.tsx';
import { labelOf, useRefused } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { useOnline } from '../base/parts/online.ts';
import { Say } from '../base/parts/Say.tsx';
import { bodyOf } from '../forms/body.ts';
import { type CommandName, type Places, useCommand } from '../forms/commands.ts';
import { useDraft, type Values } from '../forms/drafts.ts';
import { Faults, faultsOf, useTries } from '../forms/Faults.tsx';
import { Field } from '../forms/Field.tsx';
import { Readiness, useUnready } from '../forms/unready.ts';
import { usePanel } from '../parts/panel.ts';
import { choiceOf } from './form-choices.ts';
import { meaningOf } from './words.ts';

export type Told = Pick<Parameters<typeof faultsOf>[0], 'error' | 'refusalText'>;
export type OwnFields = {
  /** Whether the form asks for them, depending on its other values; by default it does. */
  isAsked?(values: Values): boolean;
  readonly isReadable: boolean;
  /** By field, what the form found and what the API found, in words. */
  faultsOf(told: Told): Readonly<Record<string, string>>;
  /** Receives them, with the faults found when the form was submitted, and the other values. */
  show(faults: Readonly<Record<string, string>>, values: Values): React.ReactNode;
};

export type Given = {
  /** Ids of its path in addition to the item's own. */
  readonly places?: Places;
  /** What of its body the page says, where the act takes it; it is not asked for. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** What fields begin with. */
  readonly initial?: Values;
  /** The currency of its sums. */
  readonly currency?: string;
  /** Whether the form asks for a field, depending on its other values: hidden fields are not sent either. By default all are shown. */
  readonly isAsked?: (field: string, values: Values) => boolean;
  /** A field as the page knows it better: that it is needed where it is asked for, or has fewer choices. */
  readonly fieldOf?: (field: Described) => Described;
  /** By field, a hint that knows what the page knows, in the place of the usual one. */
  readonly hints?: Readonly<Record<string, string>>;
  /** What it binds to, in words of the page. */
  readonly summary?: React.ReactNode;
  /** Fields for which the page has its own input. */
  readonly children?: React.ReactNode;
  /** What is wrong with those fields: nothing is sent while their values cannot be read. */
  readonly own?: OwnFields;
};

type Props = Given & {
  readonly operation: CommandName;
  /** Empty for what is not there yet. */
  readonly item: string;
  readonly version: number | undefined;
  readonly names: Schemas['Names'] | undefined;
  /** Tells apart what is done to parts of the same item. */
  readonly part: string;
  /** What lets it be done: it names the part of the item. */
  readonly permission?: Permission;
  onDone(operation: string, outcome: { readonly version?: number | undefined }): void;
  onCancel(): void;
};

type Permission = Schemas['Permission'];
const NOTHING: Values = {};
const ALWAYS = (): boolean => true;
const AS_DESCRIBED = (field: Described): Described => field;
const WITH_FORMS_OF_THEIR_OWN: readonly Described['kind'][] = ['id', 'other', 'flag'];
/** After this long without an answer people see that the request is repeated. */
const SLOW_MS = 10_000;

/** The parts that the path of an operation names beside the item, as far as its permission tells them. */
function placesOf({ operation, ...parts }: Permission): Places {
  const named: Readonly<Record<string, unknown>> = parts;
  const told = Object.entries(PLACES[operation] ?? {}).map(([name, part]) => [name, named[part]]);
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

/** The parts that a body names, where its permission tells one of them: a number that it leaves out is 0, none of them. */
function partsIn(fields: readonly Described[], permission: Permission): Readonly<Record<string, unknown>> {
  const told: Readonly<Record<string, unknown>> = permission;
  const parts = fields.filter(({ name }) => PARTS.includes(name));
  if (parts.every(({ name }) => told[name] === undefined)) return NOTHING;
  return Object.fromEntries(parts.map(({ name, kind }) => [name, told[name] ?? (kind === 'number' ? 0 : undefined)]));
}

/** A form of what an act needs, which says what the act does before it is done. */
export function Act(props: Props) {
  const {
    operation,
    item,
    version,
    names,
    part,
    permission,
    initial = NOTHING,
    currency,
    hints = NOTHING,
    summary,
    children,
    isAsked = ALWAYS,
    fieldOf = AS_DESCRIBED,
    own: offered,
  } = props;
  const taken = FORMS[operation] ?? [];
  const places = { ...(permission && placesOf(permission)), ...props.places };
  const given = { ...(permission && partsIn(taken, permission)), ...props.body };
  const known = taken.filter(({ name }) => given[name] !== undefined);
  const all = taken.filter((field) => !known.includes(field) && !WITH_FORMS_OF_THEIR_OWN.includes(field.kind));
  const draft = useDraft(`${operation}/${item}/${part}`, currency ? { ...initial, ...currencies(all, currency) } : initial);
  const command = useCommand(operation, OF_NO_ITEM.has(operation) ? places : { id: item, ...places }, draft);
  const { error, refusalText } = useRefused(command.error);
  const { tries, isTried, tried } = useTries();
  const { unready, isReady, setUnready } = useUnready();
  // The decision is about what was shown when the form was opened, until the reader has confirmed a newer state.
  const [read, setRead] = useState(version);
  const isOnline = useOnline();
  const { panel, close, onKeyDown } = usePanel<HTMLFormElement>(draft.values !== undefined, props.onCancel);
  if (!draft.values) return null;
  const { values } = draft;
  const fields = all.filter(({ name }) => isAsked(name, values)).map(fieldOf);
  const said = Object.fromEntries(known.filter(({ name }) => isAsked(name, values)).map(({ name }) => [name, given[name]]));
  const own = offered?.isAsked?.(values) === false ? undefined : offered;
  const filled = bodyOf(fields, values);
  const told = { error, refusalText };
  const ownFaults = isTried ? { ...own?.faultsOf(told), ...unready } : NOTHING;
  const faults = isTried ? { ...faultsOf({ fields, found: filled.faults, ...told }), ...ownFaults } : {};

  const send = (event: FormEvent): void => {
    event.preventDefault();
    tried();
    const isFilled = isReady && own?.isReadable !== false && Object.keys(filled.faults).length === 0;
    if (!isOnline || command.isPending || read !== version || !isFilled) return;
    // The form may be gone before the answer, because the act may no longer be possible. A refusal is in `error`.
    command.mutateAsync({ body: { ...filled.body, ...said } as never, version: read }).then(
      (outcome) => props.onDone(operation, outcome as { version?: number }),
      () => undefined,
    );
  };
  const title = labelOf(operation);
  return (
    <form className="act-form" ref={panel} onKeyDown={onKeyDown} onSubmit={send} noValidate aria-labelledby={`${operation}${part}`}>
      <h3 id={`${operation}${part}`} tabIndex={-1}>
        {title}
      </h3>
      <p>{meaningOf(operation)}</p>
      {summary}
      <Faults title={title} faults={faults} tries={tries} />
      <div className="fields">
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            values={values}
            fault={faults[field.name]}
            currency={currency}
            choiceText={(code) => choiceOf(field.name, code)}
            {...(hints[field.name] === undefined ? {} : { hint: hints[field.name] })}
            onChange={draft.change}
          />
        ))}
        {children}
        <Readiness value={setUnready}>{own?.show(ownFaults, values)}</Readiness>
      </div>
      {read === version || command.isPending ? null : <Changed read={read} now={version} look={() => setRead(version)} />}
      {error ? <Refused error={error} names={names} /> : null}
      {command.isPending ? <Pending /> : null}
      <Sending title={title} isPending={command.isPending} isOnline={isOnline} close={close} />
    </form>
  );
}

type ChangedProps = { readonly read: number | undefined; readonly now: number | undefined; look(): void };

const Changed = ({ read = 0, now = 0, look }: ChangedProps) => (
  <Say kind="wait" isNews>
    <p>{m.changedMeanwhile({ read, now })}</p>
    <button className="btn small" type="button" onClick={look}>
      {m.lookedAgain()}
    </button>
  </Say>
);

type SendingProps = { readonly title: string; readonly isPending: boolean; readonly isOnline: boolean; close(): void };

/** What binds is never sent later by itself: without a connection it is refused at the button. */
const Sending = ({ title, isPending, isOnline, close }: SendingProps) => (
  <>
    {isOnline ? null : <NotSent />}
    <div className="row">
      <button className="btn first" type="submit" aria-disabled={isPending || !isOnline}>
        {title}
      </button>
      <button className="btn" type="button" onClick={close}>
        {m.cancel()}
      </button>
    </div>
  </>
);

const currencies = (fields: readonly Described[], currency: string): Values =>
  Object.fromEntries(fields.filter(({ kind }) => kind === 'money').map(({ name }) => [`${name}.currency`, currency]));

function Pending() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Say kind="info" isNews>
      <p>{isSlow ? m.notConfirmedYet() : m.recording()}</p>
    </Say>
  );
}
