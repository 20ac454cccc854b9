import type { Field } from '#forms';
import type { BodyOf } from '../../base/api/client.ts';
import { chosenIn } from '../../forms/Boxes.tsx';
import { bodyOf } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';
import { countOf, rowFields } from '../../forms/Rows.tsx';
import { paragraphsIn, writtenAs } from '../../policies/texts.ts';

export type Content = BodyOf<'reviseInstrument'>;

const FIVE_R = ['rethink', 'reduce', 'reuse', 'recover', 'regenerate'] satisfies Content['fiveR'][];
const STAGES = ['idea', 'draft', 'in-force', 'ended'] satisfies Content['stage'][];
const LICENCES = ['public-domain', 'open-licence', 'by-permission', 'signed-in-only'] satisfies Source['licence'][];
const LEVELS = ['national', 'territory', 'state', 'province', 'city'] satisfies Content['level'][];

type Named<Of> = Field & { readonly name: keyof Of };
type Text = NonNullable<Content['texts']>[number];
type Source = NonNullable<Content['sources']>[number];

const LINES = 4_000;
/** What a form asks for once. */
export const PLAIN: readonly Named<Content>[] = [
  { name: 'type', kind: 'choice', required: true },
  { name: 'fiveR', kind: 'choice', required: true, choices: FIVE_R },
  { name: 'stage', kind: 'choice', required: true, choices: STAGES },
  { name: 'country', kind: 'country', required: true },
  { name: 'area', kind: 'line', required: false, max: 200 },
  { name: 'level', kind: 'choice', required: true, choices: LEVELS },
  { name: 'year', kind: 'line', required: false, max: 4 },
  { name: 'inForceFrom', kind: 'line', required: false, max: 10 },
  { name: 'needs', kind: 'lines', required: false, max: LINES },
  { name: 'costs', kind: 'lines', required: false, max: LINES },
  { name: 'mistakes', kind: 'lines', required: false, max: LINES },
];
export const TEXT: readonly Named<Text>[] = [
  { name: 'language', kind: 'line', required: true },
  { name: 'title', kind: 'line', required: true, max: 300 },
  { name: 'does', kind: 'lines', required: true, max: LINES },
];
export const SOURCE: readonly Named<Source>[] = [
  { name: 'address', kind: 'line', required: true, max: 500 },
  { name: 'language', kind: 'line', required: false },
  { name: 'publisher', kind: 'line', required: false, max: 200 },
  { name: 'told', kind: 'lines', required: false, max: 1_000 },
  { name: 'licence', kind: 'choice', required: false, choices: LICENCES },
];
/** With its file, which is chosen and not typed. */
const WITH_FILE: readonly Named<Source>[] = [...SOURCE, { name: 'file', kind: 'line', required: false }];
export const MOST = 20;

type Row = Readonly<Record<string, string | undefined>>;
const rowsOf = (name: string, columns: readonly Field[], rows: readonly Row[]): Values => ({
  [`${name}.count`]: String(Math.max(1, rows.length)),
  ...Object.fromEntries(
    rows.flatMap((row, at) => columns.map((column): [string, string] => [`${name}.${at}.${column.name}`, row[column.name] ?? ''])),
  ),
});

/** With what a form begins: what is there, or an entry that says nothing yet. */
export function valuesOf(content?: Content): Values {
  const said = (content ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...Object.fromEntries(PLAIN.map(({ name }) => [name, String(said[name] ?? '')])),
    themes: (content?.themes ?? []).join(' '),
    streams: (content?.streams ?? []).join(' '),
    paragraphs: writtenAs(content?.paragraphs ?? []),
    ...rowsOf('texts', TEXT, content?.texts ?? []),
    ...rowsOf('sources', WITH_FILE, content?.sources ?? []),
  };
}

function rowsIn(name: string, columns: readonly Field[], values: Values) {
  const rows = Array.from({ length: countOf(name, values, 1) }, (_, row) => {
    const fields = rowFields(name, row, columns);
    const { body, faults } = bodyOf(fields, values);
    return { said: Object.fromEntries(columns.map((column, at) => [column.name, body[fields[at]?.name ?? '']])), faults };
  });
  return { said: rows.map(({ said }) => said), faults: Object.assign({}, ...rows.map(({ faults }) => faults)) as object };
}

/** What was typed, as an entry says it, and the fields that say nothing or cannot be read. What a form does not ask for stays as it was. */
export function contentIn(values: Values, before?: Content): { readonly content: Content; readonly lacks: readonly string[] } {
  const { body, faults } = bodyOf(PLAIN, values);
  const [texts, sources] = [rowsIn('texts', TEXT, values), rowsIn('sources', WITH_FILE, values)];
  const content = {
    ...body,
    texts: texts.said,
    themes: chosenIn(values['themes'] ?? ''),
    streams: chosenIn(values['streams'] ?? ''),
    sources: sources.said,
    seen: before?.seen ?? [],
    paragraphs: paragraphsIn(values['paragraphs'] ?? ''),
  };
  return { content: content as unknown as Content, lacks: Object.keys({ ...texts.faults, ...faults, ...sources.faults }) };
}
