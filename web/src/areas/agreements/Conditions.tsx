import * as m from '#messages/agreements';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { momentText } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { choiceText } from '../../terms/words.ts';
import { Proven, useProofs } from '../../uploads/Proven.tsx';

type Agreement = Schemas['Agreement'];

/** Conditions of the offers' terms, who reports that they are met, and who has confirmed that. */
export function Conditions({ agreement }: { readonly agreement: Agreement }) {
  const { agreedConditions = [] } = agreement;
  return (
    <section className="part" aria-labelledby="h-conditions">
      <h2 id="h-conditions">{m.agreedConditions()}</h2>
      {agreedConditions.map((condition) => (
        <Condition key={condition.number} condition={condition} agreement={agreement} />
      ))}
    </section>
  );
}

function Condition({ condition, agreement }: { readonly condition: Schemas['AgreedCondition']; readonly agreement: Agreement }) {
  const { number, sponsor, title, phase, kind, status, note, evidence, reason, reportedBy, reportedAt, answeredBy, answeredAt } = condition;
  const proofs = useProofs(agreement);
  const { names = {} } = agreement;
  const said = (by: string, at: string | undefined) => <Seal isMini name={personName(names, by)} detail={at ? momentText(at) : ''} />;
  return (
    <article>
      <h3>{m.condition({ number })}</h3>
      <p>
        <StatusOf of="conditionStatus" status={status} />
      </p>
      <p dir="auto">{title}</p>
      <Facts
        of={[
          [m.ofSponsor(), names[sponsor]?.text ?? sponsor],
          [m.when(), choiceText(phase)],
          [m.kindOfCondition(), choiceText(kind)],
          [m.howMet(), note ? <span dir="auto">{note}</span> : null],
          [fieldLabel('evidence'), evidence.length > 0 ? <Proven key="evidence" of={evidence} /> : null],
          [m.whyRefused(), reason ? <span dir="auto">{reason}</span> : null],
        ]}
      />
      <p className="row">
        {reportedBy ? said(reportedBy, reportedAt) : null}
        {answeredBy ? said(answeredBy, answeredAt) : null}
      </p>
      <Acts
        item={agreement}
        only={(permission) => permission.condition === number}
        given={({ operation }) => (operation === 'reportCondition' ? proofs : {})}
      />
    </article>
  );
}
