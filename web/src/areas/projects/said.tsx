import { lazy } from 'react';
import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { list } from '../../parts/locale.ts';

// Whoever has not signed in is shown none.
const Words = lazy(async () => ({ default: (await import('../../acts/Words.tsx')).Words }));

/** What was asked and answered, and what was decided with which words. */
export function Said({ project: { information = [], declarations = [], names } }: { readonly project: Schemas['Project'] }) {
  return (
    <>
      {information.length === 0 ? null : (
        <section className="part" aria-labelledby="h-questions">
          <h2 id="h-questions">{m.questions()}</h2>
          {information.map(({ submission, question, answer }) => (
            <article key={question.at}>
              <h3>{m.question({ submission })}</h3>
              <Words said={question} names={names} />
              <h3>{m.answer()}</h3>
              {answer ? <Words said={answer} names={names} /> : <p className="quiet">{m.answerWaits()}</p>}
            </article>
          ))}
        </section>
      )}
      {declarations.length === 0 ? null : (
        <section className="part" aria-labelledby="h-decisions">
          <h2 id="h-decisions">{m.decisions()}</h2>
          {declarations.map(({ decision, reasons = [], said }) => (
            <article key={`${decision}${said.at}`}>
              <h3>{m.decision({ code: decision })}</h3>
              {reasons.length > 0 ? (
                <p>
                  {m.reasons()}: {list(reasons)}
                </p>
              ) : null}
              <Words said={said} names={names} />
            </article>
          ))}
        </section>
      )}
    </>
  );
}
