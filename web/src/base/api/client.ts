import { connect } from '@junkan/client/client.ts';

export type { AnswerOf, BodyOf, OperationName, Schemas } from './types.ts';

/** The API of the site that this page is of; the browser sends its session along. Its operations throw ApiProblem where they are refused. */
export const api = connect({ address: window.location.origin, fetch: (...request) => fetch(...request) });
