import { rulesUnmet } from '#messages/call-answer';
import { ruleIs } from '#messages/calls';
import type { Schemas } from '../../../base/api/client.ts';
import { Say } from '../../../base/parts/Say.tsx';

export type Rule = Schemas['CallAnswer']['reasons'][number];

/** What a call asks and a project does not have yet: who signs its answer off is refused until then. */
export function Unmet({ rules }: { readonly rules: readonly Rule[] }) {
  if (rules.length === 0) return null;
  return (
    <Say kind="bad">
      <p>{rulesUnmet()}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{ruleIs({ rule })}</li>
        ))}
      </ul>
    </Say>
  );
}
