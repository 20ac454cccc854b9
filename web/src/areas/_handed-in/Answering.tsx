import { lazy, useState } from 'react';
import * as m from '#messages/assessments';
import * as shared from '#messages/handed-in';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { numberText } from '../../base/parts/locale.ts';
import type { Given } from '../../opened/Act.tsx';
import { rareCode } from '../../opened/choices.ts';
import type { Proof } from '../../uploads/AddFiles.tsx';
import { AnswerIs } from './Answers.tsx';
import { type Answer, type Assessment, type AssessmentEdition, answerTo, type Dimension } from './dimensions.ts';
import { inPart } from './shared/editions.ts';

const Proofs = lazy(async () => ({ default: (await import('../../uploads/AddFiles.tsx')).Proofs }));

type Props = { readonly assessment: Assessment; readonly draft: AssessmentEdition; readonly dimensions: readonly Dimension[] };

/** The edition that the city answers, dimension by dimension, and then signs off. */
export function Answering({ assessment, draft, dimensions }: Props) {
  const asked = dimensions.filter(({ code }) => draft.dimensions.includes(code));
  return (
    <section className="part handed" aria-labelledby="h-answering">
      <h2 id="h-answering">{m.answering({ number: draft.number, answered: draft.answers.length, all: draft.dimensions.length })}</h2>
      {draft.note ? (
        <p>
          {shared.whatItCorrects()} <q dir="auto">{draft.note}</q>
        </p>
      ) : null}
      {asked.map((dimension) => (
        <Question key={dimension.code} assessment={assessment} draft={draft} dimension={dimension} />
      ))}
      <div className="part sendoff">
        <h3>{shared.handIn()}</h3>
        <Acts
          item={assessment}
          only={({ operation }) => operation === 'signOffAssessment'}
          given={() => ({ body: { edition: draft.number } })}
        />
      </div>
    </section>
  );
}

type QuestionProps = Omit<Props, 'dimensions'> & { readonly dimension: Dimension };

function Question({ assessment, draft, dimension }: QuestionProps) {
  const { code, name, question } = dimension;
  const answer = answerTo(draft, code);
  const given = useAnswer(assessment, dimension, answer);
  const { reason = '', addresses = [], target = 0, targetYear = 0 } = answer ?? {};
  const initial = {
    reason,
    addresses: addresses.join('\n'),
    target: target > 0 ? String(target) : '',
    targetYear: targetYear > 0 ? String(targetYear) : '',
  };
  return (
    <article className="part question" aria-labelledby={`h-${code}`}>
      <h3 id={`h-${code}`}>{name}</h3>
      <p>{question}</p>
      {answer ? <AnswerIs answer={answer} dimension={dimension} /> : <p className="quiet">{m.notAnswered()}</p>}
      <Acts
        item={inPart(assessment, code, ['answerDimension'])}
        given={() => ({
          body: { edition: draft.number, dimension: code, ...given.body },
          summary: given.summary,
          own: given.own,
          initial,
          hints: { target: m.targetHint(), addresses: m.addressesHint() },
        })}
      />
    </article>
  );
}

const OTHERS = ['unknown', 'not-applicable'] as const;

/** What holds for the city, chosen by its words, and the files that show it. */
function useAnswer(
  { names = {} }: Assessment,
  { code, levels }: Dimension,
  answer: Answer | undefined,
): Required<Pick<Given, 'body' | 'own' | 'summary'>> {
  const before = answer ? (answer.known === 'level' ? String(answer.level) : answer.known) : '';
  const [changed, choose] = useState<string>();
  const [added, setProofs] = useState<readonly Proof[]>();
  const chosen = changed ?? before;
  const proofs = added ?? (answer?.evidence ?? []).map((hash, index) => ({ hash, name: m.fileOne({ number: index + 1 }) }));
  const isLevel = /^\d$/.test(chosen);
  const isReadable = chosen !== '';
  const options = [
    ...levels.map((words, level) => [String(level), m.levelIs({ level: numberText(level), words })] as const),
    ...OTHERS.map((known) => [known, rareCode('known', known)] as const),
  ];
  return {
    body: { known: isLevel ? 'level' : chosen, level: isLevel ? Number(chosen) : 0, evidence: proofs.map(({ hash }) => hash) },
    summary: (
      <fieldset className="field">
        <legend>{fieldLabel('level')}</legend>
        {options.map(([value, text]) => (
          <label key={value} className="check">
            <input type="radio" name={`known/${code}`} value={value} checked={chosen === value} onChange={() => choose(value)} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    ),
    own: {
      isReadable,
      faultsOf: () => (isReadable ? {} : { [`known/${code}`]: m.chooseLevel() }),
      show: () => <Proofs proofs={proofs} names={names} onChange={(change) => setProofs(change(proofs))} />,
    },
  };
}
