import type { BodyOf } from '../../base/api/client.ts';
import type { OwnFields } from '../../opened/Act.tsx';

type Body = NonNullable<BodyOf<'proposeMeasure'>>;
/** What an amendment changes: as the API takes it, and what is wrong with it. */
export type Amending = Omit<OwnFields, 'show'> & { readonly body: Pick<Partial<Body>, 'changes' | 'financing' | 'results'> };
