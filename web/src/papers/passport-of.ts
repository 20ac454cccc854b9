import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';

/** The due diligence on a city or agency, if anybody has asked for it. */
export const passportOfQuery = (subject: string) =>
  queryOptions({
    queryKey: keys.list('passports', { subject }),
    queryFn: ({ signal }) => api.operations.listPassports({ subject, limit: 1 }, { signal }),
  });

/** Whether the reader may decide on it now, or could but for the due diligence. */
export const isTheirs = ({ answer, reason }: Schemas['Permission']): boolean =>
  answer === 'allowed' || reason?.type === '/problems/subject-is-not-clear';
