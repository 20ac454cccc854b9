import * as m from '#messages/exports';
import { momentText } from '../parts/locale.ts';

const BOM = '\uFEFF';

/** What stands beside a file: where it is from, and what each of its columns means. */
export function readmeOf(name: string, columns: readonly string[]): Blob {
  const lines = [
    m.readmeHead({ file: name, at: momentText(new Date().toISOString()), address: window.location.href }),
    '',
    ...columns.map((key) => `${key}: ${m.messages[`col_${key}`]?.({}) ?? ''}`),
    '',
    m.readmeMoney(),
    m.readmeFormulas(),
    '',
  ];
  return new Blob([BOM, lines.join('\r\n')], { type: 'text/plain;charset=utf-8' });
}
