import type { Someone } from '../../http.ts';
import type { Rng } from '../../rng.ts';
import type { Parties } from './parties.ts';
import type { Sending } from './sending.ts';
import type { Waits } from './waits.ts';

/** Where a journey is made: its ways, and who is there. */
export type Stage = { readonly send: Sending; readonly waits: Waits; readonly parties: Parties; readonly city: City; readonly rng: Rng };
export type City = { readonly id: string; readonly officer: Someone; readonly certifier: Someone };
