import { type FormEvent, useState } from 'react';
import * as m from '#messages/rates';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf } from '../../acts/words.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { FileField } from '../../parts/FileField.tsx';

const NOTHING = {};
const BOM = '\uFEFF';

/** `USD 1.0525`, a line each. */
const ratesIn = (typed: string) =>
  typed.split('\n').flatMap((line) => {
    const [currency = '', rate = ''] = line.trim().split(/[\s,;]+/);
    return currency === '' ? [] : [{ currency: currency.toUpperCase(), rate }];
  });

/** Enters the rates of a source and day manually, or those of all days of a file. */
export function Enter() {
  const draft = useDraft('enterRates', NOTHING);
  const [corrects, setCorrects] = useState(false);
  const [taken, setTaken] = useState(0);
  const typed = useCommand('enterRates', NOTHING, draft);
  const brought = useCommand('importRates', NOTHING, useDraft('importRates', NOTHING));
  if (!draft.values) return null;
  const { source = '', base = '', day = '', rates = '', reason = '', secondSource = '' } = draft.values;
  const deviation = reason.trim() || secondSource.trim() ? { deviation: { reason: reason.trim(), secondSource: secondSource.trim() } } : {};
  const of = { source: source.trim(), base: base.trim().toUpperCase(), corrects, ...deviation };
  const isPending = typed.isPending || brought.isPending;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isPending) return;
    setTaken(0);
    brought.reset();
    typed.mutate({ body: { ...of, day, rates: ratesIn(rates) } }, { onSuccess: () => setTaken(1) });
  };
  const bring = async (chosen: File): Promise<void> => {
    const file = (await chosen.text()).replace(BOM, '');
    setTaken(0);
    typed.reset();
    brought.mutate({ body: { ...of, file } }, { onSuccess: ({ days = [] }) => setTaken(days.length) });
  };
  const error = typed.error ?? brought.error;
  return (
    <form className="task-form" onSubmit={send} noValidate aria-label={labelOf('enterRates')}>
      <Text label={m.source()} value={source} onChange={(value) => draft.change('source', value)} />
      <Text label={m.base()} value={base} max={3} onChange={(value) => draft.change('base', value)} />
      <label className="field">
        <span className="label">{m.day()}</span>
        <input className="in short" type="date" value={day} onChange={({ currentTarget }) => draft.change('day', currentTarget.value)} />
      </label>
      <label className="field">
        <span className="label">{m.typed()}</span>
        <textarea className="in" rows={4} value={rates} onChange={({ currentTarget }) => draft.change('rates', currentTarget.value)} />
      </label>
      <Text label={m.whyDiffering()} value={reason} max={200} onChange={(value) => draft.change('reason', value)} />
      <Text label={m.secondSource()} value={secondSource} onChange={(value) => draft.change('secondSource', value)} />
      <label className="row">
        <input type="checkbox" checked={corrects} onChange={({ currentTarget }) => setCorrects(currentTarget.checked)} />
        <span>{m.corrects()}</span>
      </label>
      <div className="row">
        <button className="btn first" type="submit" aria-disabled={isPending}>
          {m.enter()}
        </button>
      </div>
      <Choose isPending={isPending} onChosen={(file) => void bring(file)} />
      {taken > 0 ? (
        <Say kind="good" isNews>
          <p>{m.taken({ count: taken })}</p>
        </Say>
      ) : null}
      {error ? <Refused error={error} /> : null}
    </form>
  );
}

type TextProps = { readonly label: string; readonly value: string; readonly max?: number; readonly onChange: (value: string) => void };

const Text = ({ label, value, max = 60, onChange }: TextProps) => (
  <label className="field">
    <span className="label">{label}</span>
    <input
      className="in"
      maxLength={max}
      autoComplete="off"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </label>
);

/** A file goes with the source and the base that are typed above it. */
function Choose({ isPending, onChosen }: { readonly isPending: boolean; readonly onChosen: (file: File) => void }) {
  return <FileField label={labelOf('importRates')} hint={m.fileHint()} accept=".csv,text/csv" isPending={isPending} onChosen={onChosen} />;
}
