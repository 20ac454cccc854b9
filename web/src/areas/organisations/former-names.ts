import * as m from '#messages/organisations';
import type { Fact } from '../../base/parts/Facts.tsx';
import { list } from '../../base/parts/locale.ts';

/** The names that it had before, for everybody. */
export const formerNames = ({ formerNames: former = [] }: { readonly formerNames?: readonly string[] }): Fact => [
  m.formerNames(),
  former.length > 0 ? list(former) : null,
];
