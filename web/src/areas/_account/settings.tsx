import { useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { LOCALES, settings as title } from '#messages';
import * as m from '#messages/account';
import { Refused } from '../../acts/Refused.tsx';
import type { BodyOf } from '../../base/api/client.ts';
import { settingsQuery, useOwn } from '../../base/api/own.ts';
import { useSession } from '../../base/api/session.ts';
import { chooseLanguage, languageName, locale } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { type Zone, zonesAt } from './zones.ts';

type Body = BodyOf<'changeSettings'>;
/** Nothing chosen: ''. */
type Chosen = {
  readonly language: NonNullable<Body['language']> | '';
  readonly timeZone: string;
  readonly density: Body['density'];
  readonly shortcutsOff: boolean;
  readonly mail: string;
  readonly digest: 'off' | 'daily' | 'weekly';
};
const DENSITIES = ['comfortable', 'compact'] as const;
const DIGESTS = ['off', 'daily', 'weekly'] as const;
const OWN_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How the signed-in person wants to read, in every browser. */
export function Page() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { language = '', timeZone = '', density, shortcutsOff, mail = '', digest } = settings;
  const [chosen, setChosen] = useState<Chosen>({ language, timeZone, density, shortcutsOff, mail, digest });
  const [zones] = useState(() => zonesAt(new Date()));
  const changing = useOwn('changeSettings');
  const change = (part: Partial<Chosen>): void => setChosen((before) => ({ ...before, ...part }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (changing.isPending) return;
    const { language: tongue, mail: address, ...others } = chosen;
    // A hidden address is not sent: without mail none is needed.
    const sent = others.digest === 'off' ? mail : address;
    changing.mutate(
      { body: { ...others, mail: sent, ...(tongue === '' ? {} : { language: tongue }) } },
      { onSuccess: () => goOnIn(tongue) },
    );
  };
  return (
    <>
      <title>{`${title()} · Junkan`}</title>
      <h1>{title()}</h1>
      <form className="act-form" onSubmit={save}>
        <div className="fields">
          <Choice
            label={m.language()}
            value={chosen.language}
            options={[['', m.asBrowser()], ...LOCALES.map((code): [string, string] => [code, languageName(code)])]}
            onChange={(value) => change({ language: value as Chosen['language'] })}
          />
          <Choice
            label={m.timeZone()}
            hint={m.timeZoneHint()}
            value={chosen.timeZone}
            options={[['', m.zoneOfBrowser({ zone: OWN_ZONE })]]}
            groups={[
              [m.zonesNear(), zones.near.map(optionOf)],
              [m.zonesElsewhere(), zones.others.map(optionOf)],
            ]}
            onChange={(value) => change({ timeZone: value })}
          />
          <Choice
            label={m.density()}
            value={chosen.density}
            options={DENSITIES.map((each) => [each, m.densityOf({ density: each })])}
            onChange={(value) => change({ density: value as Chosen['density'] })}
          />
          <Choice
            label={m.shortcuts()}
            hint={m.shortcutsHint()}
            value={chosen.shortcutsOff ? 'off' : 'on'}
            options={[
              ['on', m.on()],
              ['off', m.off()],
            ]}
            onChange={(value) => change({ shortcutsOff: value === 'off' })}
          />
          <Choice
            label={m.digest()}
            value={chosen.digest}
            options={DIGESTS.map((each) => [each, m.digestOf({ digest: each })])}
            onChange={(value) => change({ digest: value as Chosen['digest'] })}
          />
          {chosen.digest === 'off' ? null : <Address value={chosen.mail} onChange={(value) => change({ mail: value })} />}
        </div>
        {changing.error ? <Refused error={changing.error} /> : null}
        {changing.isSuccess ? (
          <Say kind="good" isNews>
            <p>{m.saved()}</p>
          </Say>
        ) : null}
        <div className="row">
          <button className="btn first" type="submit" aria-disabled={changing.isPending}>
            {m.save()}
          </button>
        </div>
      </form>
      <Identifier />
    </>
  );
}

/** What others name the reader by in their forms. */
function Identifier() {
  const session = useSession();
  if (!session) return null;
  return (
    <section className="part" aria-labelledby="h-identifier">
      <h2 id="h-identifier">{m.identifier()}</h2>
      <p className="quiet">{m.identifierHint()}</p>
      <p>
        <code className="wrap">{session.person}</code>
      </p>
    </section>
  );
}

/** The page is loaded again where it is in another language now. */
function goOnIn(language: string): void {
  if (language !== '' && language !== locale) chooseLanguage(language);
}

function Address({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{m.mail()}</label>
      <span className="hint" id={`${id}-hint`}>
        {m.mailHint()}
      </span>
      <input
        className="in"
        id={id}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

type Option = readonly [value: string, label: string];
const optionOf = ({ zone, text }: Zone): Option => [zone, text];

type ChoiceProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** More options, under headings. */
  readonly groups?: readonly (readonly [heading: string, options: readonly Option[]])[];
  onChange(value: string): void;
};

function Choice({ label, hint, value, options, groups = [], onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <select
        className="in"
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <Options of={options} />
        {groups.map(([heading, of]) => (
          <optgroup key={heading} label={heading}>
            <Options of={of} />
          </optgroup>
        ))}
      </select>
    </div>
  );
}

const Options = ({ of }: { readonly of: readonly Option[] }) =>
  of.map(([code, text]) => (
    <option key={code} value={code}>
      {text}
    </option>
  ));
