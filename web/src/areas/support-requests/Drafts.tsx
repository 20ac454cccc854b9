import { lazy, Suspense } from 'react';
import * as m from '#messages/support-requests';
import type { Schemas } from '../../base/api/client.ts';
import { dayText, numberText } from '../../base/parts/locale.ts';
import { compared } from './compared.ts';

const Acts = lazy(async () => ({ default: (await import('../../acts/Acts.tsx')).Acts }));

type Request = Schemas['SupportRequest'];
type Comment = Request['comments'][number];
type Props = { readonly request: Request; readonly isSignedIn: boolean };

const COMMENTING: readonly string[] = ['commentOnDraft', 'commentInternally'];

/** The newest draft against the one before, with what is said at each paragraph; those before it on demand. */
export function Drafts({ request, isSignedIn }: Props) {
  const { drafts, windows } = request;
  const draft = drafts.at(-1);
  if (!draft) return null;
  const before = drafts.at(-2);
  const until = windows.at(-1)?.until;
  return (
    <section className="part" aria-labelledby="h-draft">
      <h2 id="h-draft">{m.draftIs({ number: numberText(draft.number), day: dayText(draft.offeredAt) })}</h2>
      {until ? <p className="quiet">{m.windowUntil({ day: dayText(until) })}</p> : null}
      <ol className="paragraphs">
        {compared(draft, before).map((paragraph) => (
          <li key={paragraph.key}>
            {paragraph.before ? (
              <p>
                <del>{paragraph.before}</del>
              </p>
            ) : null}
            <p>{paragraph.is === 'changed' || paragraph.is === 'new' ? <ins>{paragraph.text}</ins> : paragraph.text}</p>
            <Said request={request} paragraph={paragraph.key} isSignedIn={isSignedIn} />
            {isSignedIn && paragraph.is !== 'removed' ? (
              <Suspense fallback={null}>
                <Acts
                  item={request}
                  only={({ operation, answer }) => COMMENTING.includes(operation) && answer === 'allowed'}
                  given={() => ({ body: { draft: draft.number, paragraph: paragraph.key } })}
                />
              </Suspense>
            ) : null}
          </li>
        ))}
      </ol>
      {drafts.length > 1 ? (
        <details>
          <summary>{m.earlier()}</summary>
          {drafts.slice(0, -1).map(({ number, offeredAt, paragraphs }) => (
            <section key={number}>
              <h3>{m.draftIs({ number: numberText(number), day: dayText(offeredAt) })}</h3>
              <ol>
                {paragraphs.map(({ key, text }) => (
                  <li key={key}>{text}</li>
                ))}
              </ol>
            </section>
          ))}
        </details>
      ) : null}
    </section>
  );
}

function Said({ request, paragraph, isSignedIn }: Props & { readonly paragraph: number }) {
  const said = [...request.comments, ...(request.internalComments ?? [])].filter((each) => each.paragraph === paragraph);
  if (said.length === 0) return null;
  return (
    <ul className="said">
      {said.map((comment) => (
        <li key={`${comment.circle}-${comment.number}`}>
          <small className="quiet">{m.circleIs({ code: comment.circle })}</small>
          {comment.hidden ? <p className="quiet">{m.hiddenIs({ code: comment.hidden })}</p> : null}
          {comment.note ? <blockquote dir="auto">{comment.note}</blockquote> : null}
          <small>{answerOf(comment)}</small>
          {comment.endNote ? <blockquote dir="auto">{comment.endNote}</blockquote> : null}
          {isSignedIn && !comment.outcome ? (
            <Suspense fallback={null}>
              <Acts
                item={request}
                only={({ operation, comment: number, answer }) =>
                  number === comment.number &&
                  answer === 'allowed' &&
                  (operation === 'answerInternalComment') === (comment.circle === 'internal')
                }
              />
            </Suspense>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function answerOf({ outcome, takenUpIn, hidden }: Comment): string {
  if (outcome === 'taken-up') return m.takenUp({ number: numberText(takenUpIn) });
  if (outcome === 'not-taken-up') return m.notTakenUp();
  return hidden ? '' : m.waits();
}
