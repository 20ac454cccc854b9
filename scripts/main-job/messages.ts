import type { Schemas } from '@junkan/client/operations.ts';

/** The API's messages that the job reads. */
export type Project = Schemas['Project'];
export type Funding = Schemas['Funding'];
export type Agreement = Schemas['Agreement'];
export type Measure = Schemas['Measure'];
export type Cell = Agreement['cells'][number];
export type Milestone = Schemas['Milestone'];
export type Clock = Schemas['Clock'];
