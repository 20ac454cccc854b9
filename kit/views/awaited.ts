import { invalid, ProblemError } from '../problem.ts';
import type { OpenView } from './open-view.ts';

const RULE = 'must be a stream and a version, as in prj_x@3';

/** Waits until the rows of a view have come to a version, `<stream>@<version>`. @throws ProblemError where they do not come to it in time. */
export async function waited({ waitFor }: Pick<OpenView, 'waitFor'>, after: string, person: string): Promise<void> {
  const [, stream = '', version = ''] = /^([a-z]+_[0-9a-z]+)@(\d{1,9})$/.exec(after) ?? [];
  if (stream === '') throw invalid('after', RULE);
  const outcome = await waitFor({ stream, version: Number(version) }, person);
  switch (outcome) {
    case 'reached':
      return;
    case 'busy':
      throw new ProblemError({ kind: 'busy', type: 'WaitsAreTooMany', data: {} });
    case 'malformed':
      throw invalid('after', RULE);
    case 'late':
    case 'parked':
      throw new ProblemError({ kind: 'late', type: 'ListHasNotSeenVersion', data: { after } });
  }
}
