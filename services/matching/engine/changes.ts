import type { Constraint, HardReason, Reason } from './explain.ts';

/** One thing that one side would have to change; all of either side's changes together make the pair eligible. */
export type Change = {
  readonly criterion: Constraint;
  readonly side: 'project' | 'mandate';
  readonly change: ChangeCode;
  /** Lists are joined by commas; of a list under `oneOf` one is enough, of a list under `all` every one is needed. */
  readonly facts: Readonly<Record<string, string>>;
};

export type ChangeCode =
  | 'publish'
  | 'cover-countries'
  | 'take-up-theme'
  | 'accept-theme'
  | 'leave-out-themes'
  | 'lift-exclusions'
  | 'accept-instrument'
  | 'give-instrument'
  | 'change-currency'
  | 'raise-target'
  | 'lower-ticket-minimum'
  | 'become-readier'
  | 'lower-minimum-readiness'
  | 'report-indicators'
  | 'drop-required-indicators';

/**
 * What would make a pair match: for every hard criterion that is missed, what each side could do about it. A project cannot
 * publish a mandate or move to another country, so for these there is a change on the mandate's side only; a project without
 * any theme leaves a mandate for certain themes nothing to accept.
 */
export const whatWouldMatch = (reasons: readonly Reason[]): Change[] =>
  reasons.flatMap((reason) => (reason.hard && reason.outcome === 'missed' ? changesFor(reason) : []));

function changesFor({ criterion, facts }: HardReason): Change[] {
  const project = (change: ChangeCode, what: Change['facts']): Change => ({ criterion, side: 'project', change, facts: what });
  const mandate = (change: ChangeCode, what: Change['facts']): Change => ({ criterion, side: 'mandate', change, facts: what });
  const of = (fact: string): string => facts[fact] ?? '';
  switch (criterion) {
    case 'status':
      return [mandate('publish', { status: of('status') })];
    case 'country':
      return [mandate('cover-countries', { all: of('uncovered') })];
    case 'theme':
      return [
        project('take-up-theme', { oneOf: of('mandate') }),
        ...(of('project') === '' ? [] : [mandate('accept-theme', { oneOf: of('project') })]),
      ];
    case 'excluded-theme':
      return [project('leave-out-themes', { all: of('found') }), mandate('lift-exclusions', { all: of('found') })];
    case 'instrument':
      return [project('accept-instrument', { oneOf: of('mandate') }), mandate('give-instrument', { oneOf: of('project') })];
    case 'currency':
      return [project('change-currency', { to: of('mandate') }), mandate('change-currency', { to: of('project') })];
    case 'ticket':
      // In another currency it is missed too; what is to change then is that.
      if (BigInt(of('target')) >= BigInt(of('minimum'))) return [];
      return [
        project('raise-target', { from: of('target'), to: of('minimum'), currency: of('minimumCurrency') }),
        mandate('lower-ticket-minimum', { from: of('minimum'), to: of('target'), currency: of('targetCurrency') }),
      ];
    case 'readiness':
      return [
        project('become-readier', { from: of('project'), to: of('minimum') }),
        mandate('lower-minimum-readiness', { from: of('minimum'), to: of('project') }),
      ];
    case 'indicators':
      return [project('report-indicators', { all: of('missing') }), mandate('drop-required-indicators', { all: of('missing') })];
  }
}
