import * as m from '#messages/reporting';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { momentText } from '../../parts/locale.ts';
import { Say } from '../../parts/Say.tsx';
import type { Section } from './section.ts';

type Props = {
  readonly section: Section;
  readonly fields: readonly string[];
  readonly saved: Schemas['Edit'] | undefined;
  readonly names: Schemas['Names'];
  readonly theirs: string;
  readonly mine: string;
};

/** Two persons have changed the same: both values, and the choice between them. */
export function Contested({ section, fields, saved, names, theirs, mine }: Props) {
  if (!section.isContested(fields)) return null;
  return (
    <Say kind="wait" isNews>
      <p>
        <b>{m.contested({ person: personName(names, saved?.by ?? ''), at: saved ? momentText(saved.at) : '' })}</b>
      </p>
      <Facts
        of={[
          [
            m.theirs(),
            <span key="theirs" dir="auto">
              {theirs || m.nothing()}
            </span>,
          ],
          [
            m.mine(),
            <span key="mine" dir="auto">
              {mine || m.nothing()}
            </span>,
          ],
        ]}
      />
      <p className="row">
        <button className="btn small" type="button" onClick={() => section.takeTheirs(fields)}>
          {m.takeTheirs()}
        </button>
        <button className="btn small" type="button" onClick={() => section.keepMine(fields)}>
          {m.keepMine()}
        </button>
      </p>
    </Say>
  );
}
