import * as common from '#messages';
import * as m from '#messages/imports';
import { countryName, list, numberText } from '../base/parts/locale.ts';
import type { Unknown } from './columns.ts';
import type { Because, Fault } from './proposals.ts';
import type { FileFault } from './unreadable.ts';

const MEGABYTE = 1_000_000;
export const megabytes = (bytes: number): string => numberText(bytes / MEGABYTE);

/** Where in the file a fault is. */
export const placeText = ({ row, column }: Fault): string => (column === '' ? m.atRow({ row }) : m.at({ row, column }));

/** What is wrong there, and how it is mended. */
export function faultText(because: Because): string {
  switch (because.type) {
    case 'missing':
      return m.missing();
    case 'malformed':
      return m.malformed({ kind: because.kind });
    case 'too-many-cells':
      return m.tooManyCells();
    case 'place-unknown':
      return m.placeUnknown();
    case 'reference-twice':
      return m.referenceTwice({ row: because.row });
    case 'code-unknown':
      return m.codeUnknown({ code: because.code, nearest: because.nearest.length > 0 ? list(because.nearest) : 'none' });
    case 'countries-of-others':
      return m.countriesOfOthers({ countries: list(because.countries.map(countryName)) });
    case 'closed':
      return m.closed({ status: common.status({ status: because.status }) });
    case 'several':
      return m.several({ count: because.count });
    case 'another-city':
      return m.anotherCity();
    case 'title-twice':
      return m.titleTwice({ row: because.row });
    case 'several-titles':
      return m.severalTitles({ count: because.count });
    case 'of-project':
      return m.ofProject();
    case 'ended':
      return m.ended();
    case 'rule':
      return m.rule();
  }
}

/** Why a file cannot be read. */
export function unreadableText(fault: FileFault): string {
  switch (fault.type) {
    case 'too-large':
      return m.tooLarge({ size: megabytes(fault.maximum) });
    case 'too-many-rows':
      return m.tooManyRows({ rows: numberText(fault.rows), maximum: numberText(fault.maximum) });
    case 'quotes':
      return m.quotes({ row: fault.row });
    case 'column-twice':
      return m.columnTwice({ column: fault.column });
    case 'formulas':
      return m.formulas({ cells: list(fault.cells) });
    case 'empty':
    case 'encoding':
    case 'separator':
    case 'old-workbook':
    case 'workbook':
    case 'json':
      return m.unreadable({ type: fault.type });
  }
}

/** Columns that are not read, each with the one that may be meant. */
export const UnknownColumns = ({ unknown }: { readonly unknown: readonly Unknown[] }) =>
  unknown.map((each) => <p key={each.column}>{m.columnUnknown(each)}</p>);
