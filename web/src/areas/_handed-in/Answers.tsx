import * as m from '#messages/assessments';
import { fieldLabel } from '../../acts/words.ts';
import { numberText } from '../../base/parts/locale.ts';
import { Table } from '../../base/parts/Table.tsx';
import { rareCode } from '../../opened/choices.ts';
import { type Answer, type AssessmentEdition, answerTo, type Dimension } from './dimensions.ts';
import { ProofLink } from './shared/Shown.tsx';

type Of = { readonly answer: Answer; readonly dimension: Dimension };

/** What was recorded earlier may be any text. */
const WEB = /^https?:\/\//;

/** The files and addresses that show an answer. */
const Shown = ({ answer: { evidence, addresses } }: Pick<Of, 'answer'>) =>
  evidence.length + addresses.length === 0 ? (
    '–'
  ) : (
    <ul className="plain">
      {evidence.map((hash, index) => (
        <li key={hash}>
          <ProofLink hash={hash}>{m.fileOne({ number: index + 1 })}</ProofLink>
        </li>
      ))}
      {addresses.map((address, index) => (
        <li key={address}>
          {WEB.test(address) ? (
            <a href={address} rel="noreferrer">
              {m.addressOne({ number: index + 1 })}
            </a>
          ) : (
            address
          )}
        </li>
      ))}
    </ul>
  );

const levelOf = ({ known, level }: Answer): string =>
  known === 'level' ? m.levelOf({ level: numberText(level) }) : rareCode('known', known);
const wordsOf = ({ answer: { known, level }, dimension: { levels } }: Of): string => (known === 'level' ? (levels[level] ?? '') : '');
const targetOf = ({ target, targetYear }: Answer): string =>
  target > 0 ? m.targetIs({ target: numberText(target), year: targetYear > 0 ? String(targetYear) : 'none' }) : '–';

/** An answer in a few lines. */
export const AnswerIs = ({ answer, dimension }: Of) => (
  <>
    <p>
      <b>{levelOf(answer)}</b> {wordsOf({ answer, dimension })}
    </p>
    {answer.reason ? <blockquote dir="auto">{answer.reason}</blockquote> : null}
    {answer.target > 0 ? (
      <p className="quiet">
        {fieldLabel('target')}: {targetOf(answer)}
      </p>
    ) : null}
  </>
);

type Props = { readonly edition: AssessmentEdition; readonly dimensions: readonly Dimension[] };

/** The answers of an edition that is signed off. */
export function Answers({ edition, dimensions }: Props) {
  const rows = dimensions.flatMap((dimension): Of[] => {
    const answer = answerTo(edition, dimension.code);
    return answer ? [{ answer, dimension }] : [];
  });
  return (
    <section className="part" aria-labelledby="h-answers">
      <h2 id="h-answers">{m.answers({ number: edition.number })}</h2>
      <Table
        label={m.answers({ number: edition.number })}
        rows={rows}
        keyOf={({ dimension }) => dimension.code}
        columns={[
          { title: fieldLabel('dimension'), cell: ({ dimension }) => dimension.name },
          { title: fieldLabel('level'), cell: ({ answer }) => levelOf(answer) },
          {
            title: m.inWords(),
            cell: (row) => (
              <>
                {wordsOf(row)}
                {row.answer.reason ? <blockquote dir="auto">{row.answer.reason}</blockquote> : null}
              </>
            ),
          },
          { title: fieldLabel('evidence'), cell: ({ answer }) => <Shown answer={answer} /> },
          { title: fieldLabel('target'), cell: ({ answer }) => targetOf(answer) },
        ]}
      />
    </section>
  );
}
