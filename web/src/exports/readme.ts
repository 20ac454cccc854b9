import { licence } from '#messages/data';
import * as m from '#messages/exports';
import { allWords, fieldLabel } from '../acts/words.ts';
import { momentText } from '../base/parts/locale.ts';
import { fieldHint } from '../forms/hints.ts';
import type { Column } from './columns.ts';
import { LICENCE } from './licence.ts';

const BOM = '\uFEFF';
type Described = Pick<Column<never>, 'key' | 'fields'>;

/** What a column means: of this list, of any, or as forms say it of its field. */
export function meaningOf(file: string, { key, fields = [key] }: Described): string {
  const own = m.messages[`col_${file}_${key}`] ?? m.messages[`col_${key}`];
  if (own) return own({});
  const hint = fieldHint(fields.at(-1) ?? key);
  const label = fields.map(fieldLabel).join(': ');
  return hint === '' ? label : `${label}. ${hint}`;
}

/** The text that accompanies a file: its origin, and the meaning of each column. */
export async function readmeOf(file: string, columns: readonly Described[], isOpen = false): Promise<Blob> {
  await allWords();
  const lines = [
    m.readmeHead({ file, at: momentText(new Date().toISOString()), address: window.location.href }),
    ...(file === 'projects' ? ['', m.rowsOfProjects(), m.targetsAsProposed(), m.notReadBack()] : []),
    '',
    ...columns.map((column) => `${column.key}: ${meaningOf(file, column)}`),
    '',
    m.readmeMoney(),
    m.readmeFormulas(),
    ...(isOpen ? ['', `${licence()} ${LICENCE}`] : []),
    '',
  ];
  return new Blob([BOM, lines.join('\r\n')], { type: 'text/plain;charset=utf-8' });
}
