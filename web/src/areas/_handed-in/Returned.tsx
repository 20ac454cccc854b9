import * as m from '#messages/handed-in';
import { Say } from '../../base/parts/Say.tsx';

export type Remark<Section> = { readonly section: Section; readonly reason: string };

/** Why it came back, by section. */
export const Returned = <Section extends string>({
  remarks,
  nameOf,
}: {
  readonly remarks: readonly Remark<Section>[];
  readonly nameOf: (section: Section) => string;
}) =>
  remarks.length === 0 ? null : (
    <Say kind="wait">
      <p>
        <b>{m.wasReturned()}</b>
      </p>
      <ul className="plain">
        {remarks.map(({ section, reason }) => (
          <li key={section}>
            {nameOf(section)}
            <blockquote dir="auto">{reason}</blockquote>
          </li>
        ))}
      </ul>
    </Say>
  );
