import type { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { passportFold } from '@junkan/sponsor-registry/fold.ts';
import type { Listed } from './item.ts';

/** The due diligence on one subject. */
export const passport: Listed<(typeof passportFold)['initial'], Passport> = {
  kind: 'passport',
  fold: passportFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status, subject, level, validUntil: due } = seen;
    const columns = { version, status, subject, level, due, created, updated };
    return [{ kind: 'passport', id, n, tags: {}, parties: [], columns, doc: () => passportFold.toJson(seen) }];
  },
};
