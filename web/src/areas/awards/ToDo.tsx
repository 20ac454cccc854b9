import { useState } from 'react';
import type { Field } from '#forms';
import * as m from '#messages/awards';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import type { Given } from '../../opened/Act.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { useTitles } from './titles.ts';

type Award = Schemas['AwardCycle'];

/** Jurors do it on the page of their ballots. */
const ELSEWHERE: readonly string[] = ['declareAwardInterests'];

/** What may be done with an award. */
export function ToDo({ award }: { readonly award: Award }) {
  const { categories, jury, names = {} } = award;
  const [struck, setStruck] = useState({ juror: '', nomination: '' });
  const juror = struck.juror || (jury[0]?.person ?? '');
  const category = { initial: { category: categories[0]?.code ?? '' }, fieldOf: ofAward(categories.map(({ code }) => code)) };
  const appointing: Given = { ...category, hints: { person: m.personHint(), organisation: m.organisationHint() } };
  const striking: Given = {
    ...category,
    body: { juror, ...(struck.nomination ? { nomination: struck.nomination } : {}) },
    children: (
      <>
        <PickOne
          name="juror"
          label={fieldLabel('juror')}
          hint=""
          value={juror}
          choices={[...new Set(jury.map(({ person }) => person))].map((person) => [person, personName(names, person)] as const)}
          onChange={(_, chosen) => setStruck({ ...struck, juror: chosen })}
        />
        <Nomination award={award} value={struck.nomination} onChange={(nomination) => setStruck({ ...struck, nomination })} />
      </>
    ),
  };
  const given = (operation: string): Given => {
    if (operation === 'appointJuror') return appointing;
    return operation === 'strikeBallot' ? striking : {};
  };
  if ((award.may ?? []).length === 0) return null;
  return (
    <>
      <h2 className="vh">{m.toDo()}</h2>
      <Acts item={award} only={({ operation }) => !ELSEWHERE.includes(operation)} given={({ operation }) => given(operation)} />
    </>
  );
}

type NominationProps = { readonly award: Award; readonly value: string; readonly onChange: (nomination: string) => void };

function Nomination({ award: { id, entries }, value, onChange }: NominationProps) {
  const named = useTitles(id);
  return (
    <PickOne
      name="nomination"
      label={m.nomination()}
      hint=""
      value={value}
      choices={[['', m.allBallots()], ...entries.map(({ nomination }) => [nomination, named(nomination)] as const)]}
      onChange={(_, chosen) => onChange(chosen)}
    />
  );
}

/** Of all categories that there are, an award has some. */
const ofAward =
  (codes: readonly string[]) =>
  (field: Field): Field =>
    field.name === 'category' ? { ...field, choices: codes } : field;
