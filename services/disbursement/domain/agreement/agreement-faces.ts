import type { Advances } from './advances/advance-commands.ts';
import type { Holds } from './holds/hold.ts';

/** The parts of an agreement, under the names by which its state keeps them: a line here, and one in agreement.ts. */
export type Faces = { readonly advances: Advances; readonly holds: Holds };
