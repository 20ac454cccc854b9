import type { Schemas } from '../../base/api/client.ts';
import { locale } from '../../base/parts/locale.ts';

/** What a partner is called, for the reader: as it calls itself, where it has no name in this language. */
export const nameOf = ({ name, otherNames }: Pick<Schemas['Partner'], 'name' | 'otherNames'>): string =>
  otherNames.find(({ language }) => language === locale)?.name ?? name;
