import { useEffect, useRef, useState } from 'react';
import type { Field } from '#forms';
import * as m from '#messages/forms';
import { fieldNoEmail, fieldNoLink, fieldNoPercentage, fieldOutOfBounds } from '#messages/hints';
import { fieldLabel, type RefusalText } from '../acts/words.ts';
import { ApiProblem } from '../base/api/problems.ts';
import type { Fault } from './body.ts';

type Found = {
  readonly fields: readonly Field[];
  readonly found: Readonly<Record<string, Fault>>;
  readonly error: unknown;
  readonly refusalText: RefusalText;
  /** The part of the body that holds the fields, where that is not the body itself. */
  readonly within?: string;
  /** What a field is called, where that is not the usual. */
  readonly labelOf?: (name: string) => string;
};

/** It only says that the fields have to be corrected. */
const MALFORMED = '/problems/request-is-malformed';

/** By field, what is wrong with it, in words: what the form found, then what the API found. */
export function faultsOf({
  fields,
  found,
  error,
  refusalText,
  within = '',
  labelOf = fieldLabel,
}: Found): Readonly<Record<string, string>> {
  const own = Object.entries(found).map(([name, fault]): [string, string] => {
    const field = fields.find((each) => each.name === name);
    return [name, wordsOf(labelOf(name), fault, field)];
  });
  const { type = '', facts = {}, errors: told = [] } = error instanceof ApiProblem ? error.problem : {};
  const names = new Set(fields.map(({ name }) => name));
  const others = told.flatMap(({ pointer }): [string, string][] => {
    const path = pointer.replace(/^#?\//, '').split('/');
    const own = path[0] === within ? path.slice(1) : path;
    const name = [own.join('.'), own[0] ?? ''].find((each) => names.has(each)) ?? '';
    const words = told.length === 1 && type !== MALFORMED ? refusalText(type, facts) : undefined;
    return names.has(name) ? [[name, words ?? m.fieldNotTaken({ field: labelOf(name) })]] : [];
  });
  return Object.fromEntries([...others, ...own]);
}

function wordsOf(field: string, fault: Fault, { kind, bounds }: Partial<Field> = {}): string {
  if (fault === 'missing') return m.fieldMissing({ field });
  if (kind === 'number' && bounds) return fieldOutOfBounds({ field, least: bounds[0], most: bounds[1] });
  if (kind === 'link' || kind === 'links') return fieldNoLink({ field });
  if (kind === 'email') return fieldNoEmail({ field });
  return kind === 'percent' || kind === 'share' ? fieldNoPercentage({ field }) : m.fieldMalformed({ field });
}

type Props = {
  readonly title: string;
  readonly faults: Readonly<Record<string, string>>;
  /** How often it was sent: each time it takes the focus, and not while somebody mends what is wrong. */
  readonly tries: number;
  /** Whether the form is the page, whose title is above the summary. */
  readonly isPage?: boolean;
};

/** How often a form was sent, and whether it was. */
export function useTries() {
  const [tries, setTries] = useState(0);
  return { tries, isTried: tries > 0, tried: () => setTries((before) => before + 1) };
}

/** The summary above a form that was not taken, which takes the focus; each line leads to its field. */
export function Faults({ title, faults, tries, isPage = false }: Props) {
  const Heading = isPage ? 'h2' : 'h4';
  const box = useRef<HTMLDivElement>(null);
  const all = Object.entries(faults);
  const count = all.length;
  const shown = useRef(0);
  useEffect(() => {
    if (shown.current === tries || !box.current) return;
    shown.current = tries;
    box.current.focus();
  });
  if (count === 0) return null;
  const goTo = (name: string): void => {
    // A field may be next to the form, too; of answers to choose from it is the first.
    const field = box.current?.closest('form')?.elements.namedItem(name) ?? document.getElementsByName(name)[0];
    if (!(field instanceof HTMLElement)) return;
    field.closest('details')?.setAttribute('open', '');
    field.focus();
  };
  return (
    <div className="mend" role="alert" tabIndex={-1} ref={box}>
      <title>{m.errorTitle({ title })}</title>
      <Heading>{m.mendThis()}</Heading>
      <ul>
        {all.map(([name, words]) => (
          <li key={name}>
            <button className="btn bare" type="button" onClick={() => goTo(name)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
