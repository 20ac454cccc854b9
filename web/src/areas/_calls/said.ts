import { secretariat } from '#messages';
import type { Schemas } from '../../base/api/client.ts';

export type Call = Schemas['ProjectCall'];

/** Whose officers draft calls. */
export const DRAFTING: readonly string[] = ['secretariat.officer', 'sponsor.officer'];

/** Who has opened a call, by name. */
export const ownerName = ({ owner }: Pick<Call, 'owner'>, names: Schemas['Names']): string =>
  owner === 'secretariat' ? secretariat() : (names[owner]?.text ?? owner);
