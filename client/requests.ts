import { CHANGES } from './changes.ts';
import { filled, isRead, type OperationName, type OperationRequest, type Parameters } from './operations.ts';
import { READS } from './routes.ts';

const routeOf = (name: OperationName) => (isRead(name) ? (['GET', READS[name]] as const) : CHANGES[name]);

/** The path of an operation, with the names of its parts in braces. */
export const pathOf = (name: OperationName): string => routeOf(name)[1];

/** An operation as it is sent, for those who have all routes at hand. @throws where a parameter of the path is missing. */
export const requestNow = (name: OperationName, parameters: Parameters = {}): OperationRequest => filled(name, routeOf(name), parameters);
