import type { Reply } from '../http.ts';
import type { World } from './world.ts';

/** A request that must be refused: with what status and type of problem, at which fields. */
export type Case = [name: string, ask: (world: World) => Promise<Reply>, status: number, type: string, ...pointers: string[]];

export const MALFORMED = 'request-is-malformed';
/** A case that is refused at these fields, by the shape of the request alone. */
export const at = (name: string, ask: Case[1], ...pointers: string[]): Case => [name, ask, 400, MALFORMED, ...pointers];
export const get = (name: string, path: string, ...pointers: string[]): Case => at(name, (w) => w.get(path, w.as.secretary), ...pointers);
