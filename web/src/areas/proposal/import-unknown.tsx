import * as m from '#messages/imports';
import type { Unknown } from './import-steps.ts';

/** Columns that are not read, each with the one that may be meant. */
export const UnknownColumns = ({ unknown }: { readonly unknown: readonly Unknown[] }) =>
  unknown.map((each) => <p key={each.column}>{m.columnUnknown(each)}</p>);
