import * as m from '#messages/proposal';
import { decimalOf } from '../../../acts/amounts.ts';
import { codeText, fieldLabel } from '../../../acts/words.ts';
import { useCodeNames } from '../../../base/api/lists.ts';
import { countryName, decimalText, languageName, list } from '../../../base/parts/locale.ts';
import { chosenOf } from '../../../places/chosen.ts';
import { type Asked, TASKS, taskOf } from './tasks.ts';
import { rowsOf } from './written.ts';

export const LANGUAGES = ['en', 'ja', 'zh-Hans', 'ko', 'th', 'vi', 'id', 'hi', 'bn'];
export const LEVELS = ['0', '1', '2', '3', '4'];

export const askedLabel = ({ name, label }: Asked): string => fieldLabel(label ?? name);

/** The field at a path of the proposal; of a row, the row alone where the path leads no further. */
function askedAt(path: string): { readonly asked: Asked | undefined; readonly row: number; readonly column: Asked | undefined } {
  const task = taskOf(path);
  const [first, index, name] = path.split('/');
  const asked = task && TASKS[task].find((each) => each.name === path || each.name === first);
  return { asked, row: Number.parseInt(index ?? '', 10), column: asked?.columns?.find((each) => each.name === name) };
}

/** What is at a path of a proposal, as a form calls it. */
export function pathLabel(path: string): string {
  const { asked, row, column } = askedAt(path);
  if (!asked) return fieldLabel(path);
  const label = askedLabel(asked);
  if (asked.kind !== 'rows' || Number.isNaN(row)) return label;
  return column ? m.cell({ label: askedLabel(column), row: row + 1 }) : m.rowOf({ label, row: row + 1 });
}

/** The name of the input that a pointer of the API's is about; undefined where a task has none. */
export function inputAt(pointer: string, asked: readonly Asked[]): string | undefined {
  const path = pointer.replace(/^#?\//, '').replace(/^proposal\//, '');
  const [first = '', row, column] = path.split('/');
  const exact = asked.find(({ name }) => path === name);
  const found = exact ?? asked.find(({ name }) => name === first) ?? asked.find(({ name }) => name.startsWith(`${first}/`));
  if (found?.kind !== 'rows' || row === undefined) return found?.name;
  return `${found.name}/${row}/${found.columns?.some(({ name }) => name === column) ? column : found.columns?.[0]?.name}`;
}

/** A number that was typed, in groups as in the language; other text is returned unchanged. */
function groupedOf(text: string): string {
  const decimal = decimalOf(text);
  return decimal === undefined ? text : decimalText(decimal);
}

/** The words for codes and rows, to compare two of them. */
export function useSpoken(): (asked: Asked, text: string) => string {
  const names = {
    themes: useCodeNames('themes'),
    instruments: useCodeNames('instruments'),
    indicators: useCodeNames('indicators'),
    units: useCodeNames('units'),
    'waste-streams': useCodeNames('waste-streams'),
  } as const;
  const nameOf = ({ name, list: from }: Asked, code: string): string => {
    if (from) return names[from as keyof typeof names]?.(code) ?? code;
    if (name === 'countries') return countryName(code);
    if (name === 'language') return languageName(code);
    return name === 'readiness' ? m.level({ level: code }) : codeText(`code_${name}`, code);
  };
  const spoken = (asked: Asked, text: string): string => {
    if (text === '') return m.nothing();
    if (asked.kind === 'codes') return list(text.split(' ').map((code) => nameOf(asked, code)));
    if (asked.kind === 'choice') return nameOf(asked, text);
    if (asked.kind === 'place') return chosenOf(text)?.name ?? text;
    if (asked.kind === 'decimal' || asked.kind === 'number' || asked.kind === 'money') return groupedOf(text);
    if (asked.kind !== 'rows') return text;
    return rowsOf(text)
      .map((row) => (asked.columns ?? []).map((column) => spoken(column, row[column.name] ?? '')).join(' · '))
      .join('\n');
  };
  return spoken;
}
