import * as m from '#messages/agreements';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, momentText, numberText } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { rareCode } from '../../opened/choices.ts';
import { partTitle, retainedParts } from '../../payments/PaymentPart.tsx';

type Agreement = Schemas['Agreement'];
type Cell = Schemas['Cell'];
type Of<Item> = { readonly item: Item; readonly agreement: Agreement };

const titleIn = (agreement: Agreement, part: Pick<Cell, 'tranche' | 'payment'>): string =>
  partTitle(part, agreement.tranches.find(({ number }) => number === part.tranche)?.title ?? String(part.tranche), agreement);

/** Present and past holds: each with its reason, and who may release it. Holds are placed here. */
export function Holds({ agreement }: { readonly agreement: Agreement }) {
  const { holds = [], cells, may = [] } = agreement;
  const holdable = [...cells, ...retainedParts(agreement)].filter((cell) =>
    may.some((each) => isHoldOf(each, cell) && each.answer === 'allowed'),
  );
  if (holds.length === 0 && holdable.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-holds">
      <h2 id="h-holds">{m.holds()}</h2>
      {holds.map((hold) => (
        <HoldOf key={hold.number} item={hold} agreement={agreement} />
      ))}
      {holdable.length === 0 ? null : (
        <details className="more">
          <summary>{m.holdAnother()}</summary>
          {holdable.map((cell) => (
            <Holdable key={`${cell.tranche}/${cell.sponsor}`} item={cell} agreement={agreement} />
          ))}
        </details>
      )}
    </section>
  );
}

const isHoldOf = (
  { operation, tranche = 0, sponsor }: NonNullable<Agreement['may']>[number],
  cell: Pick<Cell, 'tranche' | 'sponsor'>,
): boolean => operation === 'holdPayment' && tranche === cell.tranche && sponsor === cell.sponsor;

function Holdable({ item, agreement }: Of<Cell>) {
  return (
    <article>
      <h3>
        {titleIn(agreement, item)} · {agreement.names?.[item.sponsor]?.text ?? item.sponsor}
      </h3>
      <Acts item={agreement} only={(each) => isHoldOf(each, item)} />
    </article>
  );
}

function HoldOf({ item, agreement }: Of<Schemas['Hold']>) {
  const { number, status, tranche, sponsor, reason, note, organisation, heldBy, heldAt, releaseDue, statement, statementEntry = 0 } = item;
  const { names = {} } = agreement;
  const part = titleIn(agreement, { tranche });
  return (
    <article>
      <h3>{m.hold({ number, part, sponsor: names[sponsor]?.text ?? sponsor })}</h3>
      <p>{m.holdStatus({ code: status })}</p>
      {note ? <blockquote dir="auto">{note}</blockquote> : null}
      <Facts
        of={[
          [fieldLabel('reason'), rareCode('reason', reason)],
          [
            m.heldForLine(),
            statement ? (
              <ItemLink key="line" id={statement}>
                {m.lineOf({ entry: numberText(statementEntry) })}
              </ItemLink>
            ) : null,
          ],
          [m.heldFor(), names[organisation]?.text ?? m.secretariat()],
          [m.releaseDue(), status === 'standing' ? dayText(releaseDue.slice(0, 10)) : null],
          [m.whyReleased(), item.releaseReason ? rareCode('reason', item.releaseReason) : null],
        ]}
      />
      {item.releaseNote ? <blockquote dir="auto">{item.releaseNote}</blockquote> : null}
      <p className="row">
        <Seal isMini name={personName(names, heldBy)} detail={momentText(heldAt)} />
        {item.releasedBy ? (
          <Seal isMini name={personName(names, item.releasedBy)} detail={item.releasedAt ? momentText(item.releasedAt) : ''} />
        ) : null}
      </p>
      <Acts item={agreement} only={(each) => each.hold === number} />
    </article>
  );
}
