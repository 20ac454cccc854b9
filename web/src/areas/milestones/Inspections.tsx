import * as m from '#messages/milestones';
import { Words } from '../../acts/Words.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { dayText } from '../../base/parts/locale.ts';
import { Checks } from '../../criteria/Checks.tsx';
import { FileTable } from '../../reports/FileTable.tsx';

type Props = { readonly of: readonly Schemas['Inspection'][]; readonly names: Schemas['Names'] };

/** What verifiers have found on the site or in the records, the newest first. */
export const Inspections = ({ of, names }: Props) => (
  <section className="part" aria-labelledby="h-inspections">
    <h2 id="h-inspections">{m.inspections()}</h2>
    {of.toReversed().map(({ number, kind, inspectedOn, place, conclusion, checks, files, said }) => (
      <article key={number} className="report">
        <h3>{m.inspection({ number, kind })}</h3>
        <p className="row">
          <span className={`tag solid ${conclusion === 'confirmed' ? 'good' : 'wait'}`}>{m.conclusion({ code: conclusion })}</span>
          <time dateTime={inspectedOn}>{dayText(inspectedOn)}</time>
          {place ? <span dir="auto">{place}</span> : null}
        </p>
        <Words said={said} names={names} />
        <Checks of={checks} list="inspection-criteria" />
        <section aria-label={m.takenDown()}>
          <h4>{m.takenDown()}</h4>
          <FileTable files={files} names={names} />
        </section>
      </article>
    ))}
  </section>
);
