import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import * as m from '#messages/statements';
import type { Schemas } from '../../base/api/client.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { FieldHead } from '../../base/parts/FieldHead.tsx';
import { moneyText } from '../../base/parts/Money.tsx';
import { compared, less } from '../../base/parts/sums.ts';
import { claimsByHand, refundsByHand } from './by-hand.ts';
import { isConverted, isNamed, isSigned, type Kind, kindsOf, NEW_ROW, partsIn, type Row } from './parts.ts';
import { agreementsOfQuery, convertedPaymentsQuery, openClaimsQuery, openPaymentsQuery, openRefundsQuery, paymentText } from './queries.ts';

type Line = Schemas['StatementEntry'];
type Part = Schemas['StatementPart'];

type Props = {
  readonly line: Line;
  readonly statement: string;
  /** The sponsor whose it is; '' = nobody knows. */
  readonly owner: string;
  readonly names: Schemas['Names'];
  readonly rows: readonly Row[];
  readonly fault: string | undefined;
  onChange(rows: readonly Row[]): void;
};

/** The payments, refunds and claims that are offered, each once: of what is still to come back its recovery comes before what of that was said by hand. Nothing while they are asked for. */
function useOffered({ line: { direction, amount }, owner, names }: Props): Readonly<Partial<Record<Kind, readonly Option[]>>> | undefined {
  const isIn = direction === 'credit';
  const { data } = useQuery({ ...openPaymentsQuery(amount.currency, isIn ? 'settled' : 'instructed'), throwOnError: true });
  const { data: converted } = useQuery({ ...convertedPaymentsQuery(amount.currency, isIn ? 'settled' : 'instructed'), throwOnError: true });
  const { data: back } = useQuery({ ...openRefundsQuery(less(amount, amount)), enabled: isIn, throwOnError: true });
  const { data: called } = useQuery({ ...openClaimsQuery(amount.currency), enabled: !isIn, throwOnError: true });
  const { data: listed } = useQuery({ ...agreementsOfQuery(owner), enabled: owner !== '', throwOnError: true });
  if (!data || !converted || !(isIn ? back : called) || (owner !== '' && !listed)) return undefined;
  const all = { ...names, ...data.names, ...converted.names, ...back?.names, ...called?.names };
  const payments = [...data.payments, ...converted.payments].map((payment) => ({
    of: payment.id,
    text: `${paymentText(payment, all, payment.id)} · ${moneyText(payment.amount)}`,
    chosen: { agreement: payment.agreement, payment: payment.id, amount: payment.amount },
  }));
  const refunds = (back?.refunds ?? []).map(({ item, recovery = 0, title = '', amount: open }) => ({
    of: `${item}/${recovery}`,
    text: m.refundOf({ project: title, number: recovery, amount: open ? moneyText(open) : '' }),
    chosen: { agreement: item, recovery },
  }));
  const claims = (called?.claims ?? []).map(({ item, drawing = 0, title = '', amount: claimed }) => ({
    of: `${item}/${drawing}`,
    text: `${m.claimOf({ project: title, number: drawing })} · ${claimed ? moneyText(claimed) : ''}`,
    chosen: { agreement: item, drawing, ...(claimed ? { amount: claimed } : {}) },
  }));
  const said = [...refundsByHand(listed, owner), ...claimsByHand(listed, owner)].filter(({ moved }) => moved.currency === amount.currency);
  const returned = said.flatMap(({ of, text }) =>
    'recovery' in of ? [{ of: `${of.agreement}/${of.recovery}`, text, chosen: { agreement: of.agreement, recovery: of.recovery } }] : [],
  );
  const paid = said.flatMap(({ of, moved, text }) =>
    'drawing' in of
      ? [{ of: `${of.agreement}/${of.drawing}`, text: `${text} · ${moneyText(moved)}`, chosen: { ...of, amount: moved } }]
      : [],
  );
  return { payment: payments, refund: once([...refunds, ...returned]), claim: once([...claims, ...paid]) };
}

const once = (options: readonly Option[]): readonly Option[] =>
  options.filter(({ of }, at) => options.findIndex((each) => each.of === of) === at);

/** Of what an entry consists: a row for each part, and what of the entry none of them names. */
export function PartRows(props: Props) {
  const { line, statement, rows, fault, onChange } = props;
  const { direction, amount } = line;
  const none = less(amount, amount);
  const id = useId();
  const offered = useOffered(props);
  if (!offered) return <Loading />;
  const { left, sum } = partsIn(rows, line, statement);
  const change = (key: number, changed: Partial<Row>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  return (
    <fieldset aria-describedby={`${id}-sum`}>
      <legend>{m.parts()}</legend>
      {rows.map((row, at) => (
        <PartRow
          key={row.key}
          row={row}
          number={at + 1}
          kinds={kindsOf(direction)}
          isWritten={(row.as !== 'payment' && row.as !== 'claim') || isConverted(row, line)}
          options={offered[row.as] ?? []}
          onChange={(changed) => change(row.key, changed)}
          {...(rows.length > 1 ? { onRemove: () => onChange(rows.filter(({ key }) => key !== row.key)) } : {})}
        />
      ))}
      <button
        className="btn small"
        type="button"
        onClick={() => onChange([...rows, { ...NEW_ROW, as: 'fee', key: Math.max(...rows.map(({ key }) => key)) + 1 }])}
      >
        {m.partAnother()}
      </button>
      <p id={`${id}-sum`} aria-live="polite">
        {m.partsCome({ parts: moneyText(sum), amount: moneyText(amount) })}{' '}
        {compared(left, none) === 0 ? null : <b>{m.partsDiffer({ difference: moneyText(left) })}</b>}
      </p>
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}

type Option = { readonly of: string; readonly text: string; readonly chosen: Partial<Part> };
type RowProps = {
  readonly row: Row;
  readonly number: number;
  readonly kinds: readonly Kind[];
  /** Whether its sum is asked for. */
  readonly isWritten: boolean;
  readonly options: readonly Option[];
  onChange(changed: Partial<Row>): void;
  onRemove?(): void;
};

function PartRow({ row, number, kinds, isWritten, options, onChange, onRemove }: RowProps) {
  const { as, of, amount, isTakenOff, statement, entry } = row;
  const isChosen = isNamed(as);
  return (
    <fieldset className="row">
      <legend>{m.partNumber({ number })}</legend>
      <Choice
        label={m.partAs()}
        value={as}
        options={kinds.map((kind) => [kind, m.partKind({ code: kind })])}
        onChange={(value) => onChange({ as: value as Kind, of: '', chosen: undefined })}
      />
      {isChosen ? (
        <Choice
          label={m.partOf()}
          value={of}
          options={[['', '–'], ...options.map((each): [string, string] => [each.of, each.text])]}
          onChange={(value) => onChange({ of: value, chosen: options.find((each) => each.of === value)?.chosen })}
        />
      ) : null}
      {isWritten ? (
        <Text label={m.partAmount()} value={amount} inputMode="decimal" onChange={(value) => onChange({ amount: value })} />
      ) : null}
      {isSigned(as) ? (
        <Choice
          label={m.partSign()}
          value={isTakenOff ? 'off' : 'on'}
          options={[
            ['on', m.partAdds()],
            ['off', m.partTakesOff()],
          ]}
          onChange={(value) => onChange({ isTakenOff: value === 'off' })}
        />
      ) : null}
      {as === 'reversal' ? (
        <>
          <Text label={m.partEntry()} value={entry} inputMode="numeric" onChange={(value) => onChange({ entry: value })} />
          <Text label={m.partStatement()} value={statement} onChange={(value) => onChange({ statement: value })} />
        </>
      ) : null}
      {onRemove ? (
        <button className="btn small" type="button" onClick={onRemove}>
          {m.partRemove({ number })}
        </button>
      ) : null}
    </fieldset>
  );
}

type Input = { readonly label: string; readonly value: string; onChange(value: string): void };

function Choice({ label, value, options, onChange }: Input & { readonly options: readonly (readonly [string, string])[] }) {
  const id = useId();
  return (
    <div className="field">
      <FieldHead id={id} label={label} hint="" fault={undefined} />
      <select className="in" id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Text({ label, value, onChange, inputMode }: Input & { readonly inputMode?: 'decimal' | 'numeric' }) {
  const id = useId();
  return (
    <div className="field">
      <FieldHead id={id} label={label} hint="" fault={undefined} />
      <input className="in" id={id} value={value} inputMode={inputMode} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </div>
  );
}
