import * as m from '#messages/learning';
import { numberText } from '../../base/parts/locale.ts';
import { Table } from '../../base/parts/Table.tsx';
import type { Session } from './session.ts';

/** How many of those who attended answered each question in which way. */
export function Feedback({ feedback }: { readonly feedback: NonNullable<Session['feedback']> }) {
  const answers = feedback[0]?.counts.map(({ answer }) => answer) ?? [];
  return (
    <section className="part" aria-labelledby="h-feedback">
      <h2 id="h-feedback">{m.feedback()}</h2>
      <p className="quiet">{m.feedbackInFives()}</p>
      <Table
        label={m.feedback()}
        rows={feedback}
        keyOf={({ question }) => question}
        columns={[
          { title: m.feedbackQuestion(), cell: ({ question }) => m.feedbackQuestionIs({ question }) },
          ...answers.map((answer) => ({
            title: m.feedbackAnswerIs({ answer }),
            isFigure: true,
            isCounted: true,
            cell: ({ counts }: NonNullable<Session['feedback']>[number]) =>
              numberText(counts.find((each) => each.answer === answer)?.count ?? 0),
          })),
        ]}
      />
    </section>
  );
}
